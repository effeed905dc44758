// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Act } from '../acts.ts';
import type { TokenScope } from './contract.ts';

/** What a person has to be able to do for a machine to do it in their name. */
export const ACT_OF: Readonly<Record<TokenScope, Act>> = { read: 'read', monitor: 'monitor', drafts: 'decide' };
