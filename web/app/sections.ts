// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from '#governance/contract';
import { it } from '../it.ts';
import { accountWords } from '../words/accounts.ts';
import { rehearsalWords } from '../words/rehearsal.ts';

type Path = `/banco/$body/${'registro' | 'policy' | 'account' | 'palestra'}`;

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
  { to: '/banco/$body/registro', label: it.nav.record },
  { to: '/banco/$body/policy', label: it.nav.rulebook },
  { to: '/banco/$body/account', label: accountWords.nav },
  { to: '/banco/$body/palestra', label: rehearsalWords.nav, demo: true },
];
