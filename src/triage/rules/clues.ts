// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { DIGIT, DRAWING, EURO, QUESTION, QUOTE } from '../signs.ts';

/** What a text shows besides its words, in the order of `looksOf`. */
export const LOOKS = [
  '?',
  '?end',
  '!end',
  '!!',
  '..',
  'digit',
  'link',
  'angry',
  'warm',
  'quote',
  'price',
  'phone',
] as const;

const ANGRY = /[🤡🤬😡😠🙄🤦😤👎🤮🐌😒😩😭😔💸🤥🏆]/u;
const WARM = /[❤💙💚💛🧡💜🙏😍🥰👏💪🌸✨🤗😊💖👍]/u;
const PRICE = /(?:€\s?\d|\d\s?€|\d\s?euro\b)/iu;
const NUMBER_TO_CALL = /(?<!\d)(?:\+39\s?)?3\d{2}[\s./-]?\d{3}[\s.-]?\d{3,4}(?!\d)/u;

/** One bit for each look; regular expressions are asked only where a sign says that they may match. */
export const looksOf = ({ text, words, signs, links }: Reading): number => {
  const shows = (sign: number): boolean => (signs & sign) !== 0;
  const end = words[words.length - 1]?.end ?? 0;
  const seen = [
    shows(QUESTION),
    shows(QUESTION) && text.includes('?', end),
    text.includes('!', end),
    text.includes('!!'),
    text.includes('..') || text.includes('…'),
    shows(DIGIT),
    links.length > 0,
    shows(DRAWING) && ANGRY.test(text),
    shows(DRAWING) && WARM.test(text),
    shows(QUOTE),
    shows(DIGIT | EURO) && PRICE.test(text),
    shows(DIGIT) && NUMBER_TO_CALL.test(text),
  ];
  let bits = 0;
  for (let look = 0; look < seen.length; look++) if (seen[look] === true) bits |= 1 << look;
  return bits;
};
