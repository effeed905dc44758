// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from '#governance/contract';
import { it } from '../it.ts';
import { accountWords } from '../words/accounts.ts';
import { crisisWords, precedentWords } from '../words/crisis.ts';
import { dossierWords } from '../words/dossier.ts';
import { ladderWords } from '../words/ladder.ts';
import { referralWords } from '../words/referrals.ts';
import { rehearsalWords } from '../words/rehearsal.ts';
import { replyWords } from '../words/replies.ts';
import { reviewWords } from '../words/review.ts';
import { staffWords } from '../words/staff.ts';
import { turnsWords } from '../words/turns.ts';

type Path =
  `/banco/$body/${'registro' | 'turni' | 'risposte' | 'riesami' | 'inoltri' | 'policy' | 'account' | 'palestra' | 'autori' | 'prove' | 'regole-interne' | 'crisi' | 'parita'}`;

export interface Section {
  readonly to: Path;
  readonly label: string;
  /** Absent: for every role. */
  readonly roles?: readonly Role[];
  /** In the demonstration only. */
  readonly demo?: true;
}

/** The pages of the desk beside the queue, in the order of the menu; one more is one line, its route and its path above. */
export const SECTIONS: readonly Section[] = [
  { to: '/banco/$body/crisi', label: crisisWords.nav },
  { to: '/banco/$body/inoltri', label: referralWords.nav },
  { to: '/banco/$body/riesami', label: reviewWords.nav },
  { to: '/banco/$body/registro', label: it.nav.record },
  { to: '/banco/$body/autori', label: ladderWords.nav },
  { to: '/banco/$body/prove', label: dossierWords.nav },
  { to: '/banco/$body/risposte', label: replyWords.nav },
  { to: '/banco/$body/turni', label: turnsWords.nav },
  { to: '/banco/$body/parita', label: precedentWords.nav, roles: ['head'] },
  { to: '/banco/$body/policy', label: it.nav.rulebook },
  { to: '/banco/$body/account', label: accountWords.nav },
  { to: '/banco/$body/regole-interne', label: staffWords.nav, roles: ['head'] },
  { to: '/banco/$body/palestra', label: rehearsalWords.nav, demo: true },
];
