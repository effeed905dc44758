// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type ValueKind } from './value.ts';

/** Until an act wakes it; the source may say which. */
export interface Dormancy {
  readonly act?: string;
}

const WORDS = /^fino ad atto(?:,\s*(.+))?$/;

export const dormancy: ValueKind<Dormancy> = {
  expected: '`fino ad atto`',
  read: (raw) => {
    const match = WORDS.exec(raw);
    if (match === null) return bad({ code: 'POL-E019', found: raw, expected: '`fino ad atto`' });
    return good(Object.freeze(match[1] === undefined ? {} : { act: match[1] }));
  },
  print: ({ act }) => (act === undefined ? 'fino ad atto' : `fino ad atto, ${act}`),
};
