// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { isPointedAt, type Naming, type PersonName } from '../rules/person-name.ts';
import { spanOf } from '../sentence.ts';
import { type Datum, firstEndingFrom } from './datum.ts';

/** How near a name and a contact stand, in characters, for the one to say whose the other is. */
const BESIDE = 40;
const CONTACTS: ReadonlySet<string> = new Set([
  'telefono',
  'e-mail',
  'indirizzo',
  'data-di-nascita',
  'iban',
  'codice-fiscale',
]);

const NOTICES: Readonly<Record<Naming, Pick<Datum, 'strength' | 'reason'>>> = {
  titled: { strength: 0.6, reason: 'Nomina una persona, con il suo titolo o il suo mestiere.' },
  full: { strength: 0.6, reason: 'Nomina una persona, con nome e cognome.' },
  surname: { strength: 0.55, reason: 'Nomina una persona, con quello che sembra il suo cognome.' },
  given: { strength: 0.35, reason: 'Contiene un nome di battesimo, che da solo di rado fa riconoscere qualcuno.' },
  office: { strength: 0.3, reason: 'Nomina chi ricopre una carica pubblica: non è un privato.' },
};
const POINTED_AT = { strength: 0.5, reason: 'Indica una persona con il nome di battesimo, come nota a chi legge.' };
const REACHED = { strength: 0.55, reason: 'Contiene il nome di una persona accanto a un suo recapito.' };

const isBeside = ([start, end]: readonly [number, number], contacts: readonly Datum[]): boolean => {
  const next = contacts[firstEndingFrom(contacts, start - BESIDE, ({ span }) => span[1])];
  return next !== undefined && next.span[0] <= end + BESIDE;
};

const noticeOf = (
  reading: Reading,
  name: PersonName,
  contacts: readonly Datum[],
): Pick<Datum, 'strength' | 'reason'> => {
  if (name.naming !== 'given') return NOTICES[name.naming];
  if (isBeside(spanOf(reading, name), contacts)) return REACHED;
  return isPointedAt(reading, name) ? POINTED_AT : NOTICES.given;
};

/** The people named in a text; a given name weighs more beside one of the data already found. */
export const namesIn = (reading: Reading, names: readonly PersonName[], found: readonly Datum[]): readonly Datum[] => {
  if (names.length === 0) return [];
  const contacts = found.filter(({ source }) => CONTACTS.has(source)).sort((one, other) => one.span[0] - other.span[0]);
  return names.map((name) => ({ span: spanOf(reading, name), source: 'nome', ...noticeOf(reading, name, contacts) }));
};
