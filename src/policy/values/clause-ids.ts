// SPDX-License-Identifier: AGPL-3.0-or-later
import { bad, good, type ValueKind } from './value.ts';
import { BETWEEN_NAMES, joined, placedWords } from './words.ts';

const CLAUSE_ID = /^[A-Z][A-Z0-9]*-\d{3}$/;
export const isClauseId = (word: string): boolean => CLAUSE_ID.test(word);

export const clauseIds: ValueKind<readonly string[]> = {
  expected: 'numeri di punti, per esempio `RM1-024`',
  read: (raw) => {
    const words = placedWords(raw, BETWEEN_NAMES);
    const wrong = words.find(({ word }) => !isClauseId(word));
    if (wrong !== undefined)
      return bad({ code: 'POL-E035', found: wrong.word, expected: 'un numero di punto' }, wrong.offset);
    return good(Object.freeze(words.map(({ word }) => word)));
  },
  print: (value) => joined(value, 'e'),
};

/** `all`, or some clauses. */
export const clausesOrAll: ValueKind<'all' | readonly string[]> = {
  expected: `\`tutte\` oppure ${clauseIds.expected}`,
  read: (raw) => (raw === 'tutte' ? good<'all'>('all') : clauseIds.read(raw)),
  print: (value) => (value === 'all' ? 'tutte' : clauseIds.print(value)),
};
