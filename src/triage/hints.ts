// SPDX-License-Identifier: AGPL-3.0-or-later
import { codesOf } from './letters.ts';
import { FIRST_HINT } from './signs.ts';
import type { SpellingTree } from './spelling-tree.ts';

/** What a rule looks for in the letters of a text only where a word begins so. */
export const MEASURE = 1 << FIRST_HINT;
export const COURTESY = 1 << (FIRST_HINT + 1);
export const MAIL = 1 << (FIRST_HINT + 2);
export const JUSTICE = 1 << (FIRST_HINT + 3);

/** Folded words; their first four letters count, and of shorter ones all. */
const WORDS: readonly (readonly [sign: number, words: string])[] = [
  [MEASURE, 'mesi ore anni settimane giorni minuti volte euro milioni mila piani gradini chilometri km'],
  [COURTESY, 'salve buongiorno buonasera per gentile cortese vorrei volevo potete'],
  // «s.n.c.», a house without a number, is read letter by letter.
  [MAIL, 'chiocciola at snc s sn c'],
  [
    JUSTICE,
    'arresto condanna denuncia indagato imputato inquisito querela scarcerato domiciliari patteggia precedenti giudizio galera carcere prigione manette firma avvicinamento processo pregiudicato dentro',
  ],
];

export const addHints = (spellings: SpellingTree): void => {
  for (const [sign, words] of WORDS)
    for (const word of words.split(' ')) spellings.hint(codesOf(word), sign >> FIRST_HINT);
};
