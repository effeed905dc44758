// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from './role.ts';

/** Which roles may do what. */
const MAY = {
  /** The desk's own things: its policy, its record, its turns. */
  read: ['moderator', 'head', 'auditor'],
  /** What came from outside: the queue and everything about a case. */
  monitor: ['moderator', 'head', 'auditor'],
  decide: ['moderator', 'head'],
  'write-policy': ['moderator', 'head'],
  'approve-policy': ['head'],
  // What binds the others: turns, texts that all may send, a crisis, another's decision looked at anew.
  lead: ['head'],
  'see-people': ['head', 'auditor'],
  /** Who enters, in which capacity, and who leaves. */
  people: ['head'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof MAY;

export const rolesFor = (act: Act): readonly Role[] => MAY[act];

/** Whether a role is enough for an act: for saying beforehand what the guard would say. */
export const roleMay = (role: Role, act: Act): boolean => rolesFor(act).includes(role);

/** In Italian, as they stand in the table of routes. */
export const ACT_WORDS: Readonly<Record<Act, string>> = {
  read: 'leggere le cose del banco',
  monitor: 'seguire gli interventi',
  decide: 'decidere e pubblicare',
  'write-policy': 'scrivere le bozze della policy',
  'approve-policy': 'approvare la policy e collegare gli account',
  lead: 'dirigere il banco',
  'see-people': 'vedere persone e incarichi',
  people: 'dare e togliere incarichi',
};
