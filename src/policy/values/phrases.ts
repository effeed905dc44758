// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearest } from '../nearest.ts';
import { quoted } from './text.ts';
import { bad, good, type Reading, type ValueKind } from './value.ts';
import { BETWEEN_TEXTS, placedWords } from './words.ts';

/** Looks that no list of words can show, as a policy file names them between braces. */
export const LOOKS = { capitals: '{maiuscole}', link: '{link}', mention: '{menzione}' } as const;
export type Look = keyof typeof LOOKS;

const EXPECTED = 'parole fra «», separate da punto e virgola';
/** `*` goes on to the end of a word that has begun; `#` is one digit. Nothing here can make a text slow to read. */
const MARKED = /^(?:[^\s*{}]*[^\s*{}#]?\*?(?:\s+|$))+$/;
/** Fewer characters than these would be found in every text. */
const FEWEST_KNOWN = 3;

/** What is wrong with a phrase, or nothing. */
function faultOf(phrase: string): Reading<never> | undefined {
  if (/[{}]/.test(phrase)) {
    const looks = Object.values(LOOKS);
    if (looks.some((look) => look === phrase)) return undefined;
    return bad({ code: 'POL-E049', found: phrase, expected: looks.join(', '), meant: nearest(phrase, looks) });
  }
  const known = phrase.replace(/[\s*]/g, '').length;
  if (!/[*#]/.test(phrase) || (MARKED.test(phrase) && known >= FEWEST_KNOWN)) return undefined;
  return bad({ code: 'POL-E049', found: phrase, expected: '`*` solo in fine di parola e almeno tre caratteri noti' });
}

/** Words and expressions between «», where `*` stands for the rest of a word, `#` for a digit, and a name in braces for a look. */
export const phrases: ValueKind<readonly string[]> = {
  expected: EXPECTED,
  read: (raw) => {
    const found: string[] = [];
    for (const { word, offset } of placedWords(raw, BETWEEN_TEXTS)) {
      const phrase = quoted.read(word);
      if (!phrase.ok) return bad(phrase.remark, offset);
      const fault = faultOf(phrase.value);
      if (fault !== undefined && !fault.ok) return bad(fault.remark, offset);
      found.push(phrase.value);
    }
    return good(Object.freeze(found));
  },
  print: (value) => value.map(quoted.print).join('; '),
};
