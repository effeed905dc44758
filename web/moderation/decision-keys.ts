// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DecisionKind } from '#moderation/contract';

/** The letter that chooses each decision while shortcuts are on. */
export const DECISION_KEYS: Readonly<Record<DecisionKind, string>> = {
  publish: 'p',
  hide: 'n',
  remove: 'x',
  reply: 'r',
  route: 'i',
  'no-action': 'a',
};
