// SPDX-License-Identifier: AGPL-3.0-or-later
import { eventKind } from '#platform';

/** A body adopted a version of its policy, in force from now: what is still open may be judged otherwise. */
export const policyAdopted = eventKind<{ body: string; version: string }>('rulebook.policy-adopted');
