// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../nearest.ts';
import { bad, good, type ValueKind } from './value.ts';

/** A closed choice: the word of the domain for each, and how a policy file writes it. */
export function oneOf<const Table extends Readonly<Record<string, string>>>(
  table: Table,
): ValueKind<keyof Table & string> {
  const written = Object.values(table);
  const expected = written.map((words) => `\`${words}\``).join(', ');
  return {
    expected,
    read: (raw) => {
      const choice = Object.entries(table).find(([, words]) => words === raw.toLowerCase())?.[0];
      return choice === undefined
        ? bad({ code: 'POL-E019', found: raw, expected, meant: nearest(raw, written) })
        : good(choice as keyof Table & string);
    },
    print: (value) => table[value] ?? value,
  };
}

/** A plain question. */
export const yesOrNo = oneOf({ yes: 'sì', no: 'no' });
