// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';

/** What is proposed, in a word; where the machine cannot see or the matter is grave, never that there is nothing to do. */
export const proposalName = ({ proposal, mustLook }: Pick<CaseSummary, 'proposal' | 'mustLook'>): string =>
  proposal === 'none' && mustLook ? it.look : it.proposal[proposal];
