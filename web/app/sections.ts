// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from '#governance/contract';
import { it } from '../it.ts';
import { accountWords } from '../words/accounts.ts';
import { cautionWords } from '../words/cautions.ts';
import { consentWords } from '../words/consents.ts';
import { crisisWords, precedentWords } from '../words/crisis.ts';
import { dossierWords } from '../words/dossier.ts';
import { editorialWords } from '../words/editorial.ts';
import { ladderWords } from '../words/ladder.ts';
import { peopleWords } from '../words/people.ts';
import { planWords } from '../words/plan.ts';
import { referralWords } from '../words/referrals.ts';
import { registerWords } from '../words/register.ts';
import { rehearsalWords } from '../words/rehearsal.ts';
import { replyWords } from '../words/replies.ts';
import { reviewWords } from '../words/review.ts';
import { staffWords } from '../words/staff.ts';
import { toDoWords } from '../words/to-do.ts';
import { turnsWords } from '../words/turns.ts';

type Path =
  `/banco/$body/${'registro' | 'turni' | 'risposte' | 'riesami' | 'inoltri' | 'policy' | 'account' | 'account/registro' | 'palestra' | 'autori' | 'prove' | 'regole-interne' | 'bozze' | 'liberatorie' | 'crisi' | 'parita' | 'da-fare' | 'persone' | 'piano' | 'cautele'}`;

/** Under which label of the menu that opens. */
export type Group = 'work' | 'rules' | 'body';

export interface Section {
  readonly to: Path;
  readonly label: string;
  readonly group: Group;
  /** Beside the queue in the head: on every screen, or where there is room. Absent: in the menu that opens. */
  readonly inSight?: 'always' | 'wide';
  /** Absent: for every role. */
  readonly roles?: readonly Role[];
  /** In the demonstration only. */
  readonly demo?: true;
}

/** The pages of the desk beside the queue, in the order of the menu; one more is one line, its route and its path above. */
export const SECTIONS: readonly Section[] = [
  { to: '/banco/$body/da-fare', label: toDoWords.nav, group: 'work', inSight: 'always' },
  { to: '/banco/$body/crisi', label: crisisWords.nav, group: 'work', inSight: 'always' },
  { to: '/banco/$body/inoltri', label: referralWords.nav, group: 'work', inSight: 'wide' },
  { to: '/banco/$body/riesami', label: reviewWords.nav, group: 'work', inSight: 'wide' },
  { to: '/banco/$body/autori', label: ladderWords.nav, group: 'work', inSight: 'wide' },
  { to: '/banco/$body/prove', label: dossierWords.nav, group: 'work', inSight: 'wide' },
  { to: '/banco/$body/registro', label: it.nav.record, group: 'work' },
  { to: '/banco/$body/bozze', label: editorialWords.nav, group: 'work' },
  { to: '/banco/$body/liberatorie', label: consentWords.nav, group: 'work' },
  { to: '/banco/$body/piano', label: planWords.nav, group: 'work' },
  { to: '/banco/$body/parita', label: precedentWords.nav, group: 'work', roles: ['head'] },
  { to: '/banco/$body/policy', label: it.nav.rulebook, group: 'rules' },
  { to: '/banco/$body/risposte', label: replyWords.nav, group: 'rules' },
  { to: '/banco/$body/cautele', label: cautionWords.nav, group: 'rules' },
  { to: '/banco/$body/regole-interne', label: staffWords.nav, group: 'rules', roles: ['head'] },
  { to: '/banco/$body/turni', label: turnsWords.nav, group: 'body' },
  { to: '/banco/$body/persone', label: peopleWords.nav, group: 'body', roles: ['head', 'auditor'] },
  { to: '/banco/$body/account', label: accountWords.nav, group: 'body' },
  { to: '/banco/$body/account/registro', label: registerWords.nav, group: 'body' },
  { to: '/banco/$body/palestra', label: rehearsalWords.nav, group: 'body', demo: true },
];
