// SPDX-License-Identifier: AGPL-3.0-or-later
import { eventKind } from '#platform';

/**
 * What a body judges by is another since now: a version came into force, or something was recorded beside it. What is still
 * open may be judged otherwise.
 */
export const policyAdopted = eventKind<{ body: string; version: string }>('rulebook.policy-adopted');
