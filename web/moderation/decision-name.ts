// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Option } from '#moderation/contract';
import { it } from '../it.ts';

/** What the button says: an item that is out of sight is published, one that is in sight is left there. */
export const decisionName = ({ kind, how }: Pick<Option, 'kind' | 'how'>): string =>
  kind === 'publish' && how !== 'none' ? it.deciding.publish : it.decision[kind];
