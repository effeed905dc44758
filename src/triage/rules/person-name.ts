// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';
import { before } from '../sentence.ts';

/** Words from the first to the last of a person's name, title included. */
export interface PersonName {
  readonly first: number;
  readonly last: number;
}

export const isCapital = (reading: Reading, index: number): boolean => {
  const word = reading.words[index];
  if (word === undefined || word.end - word.start < 3) return false;
  const written = reading.text.slice(word.start, word.end);
  return /^\p{Lu}\p{Ll}/u.test(written);
};

/** «la signora Rossi», «il dott. Mario Bianchi»: a title and one to three capitalised words. */
export const personNames = (reading: Reading): PersonName[] =>
  reading.hits('title').flatMap((hit) => {
    let last = hit.last;
    while (
      last - hit.last < 3 &&
      isCapital(reading, last + 1) &&
      reading.words[last + 1]?.sentence === reading.words[hit.last]?.sentence
    )
      last++;
    return last > hit.last ? [{ first: hit.first, last }] : [];
  });

/** Words before a capitalised pair that make it a place, a hospital, an office. */
const PLACE_BEFORE =
  /^(?:a|ad|al|allo|alla|all|di|d|del|dello|della|dell|dei|in|nel|nello|nella|nell|da|dal|dalla|dall|presso|via|piazza|viale|corso|ospedale|istituto|centro|clinica|casa|villa|fondazione|associazione|san|santa|santo|il|lo|la|l|i|gli|le)$/iu;
/** What is said next of a person: «… che beve», «… ha la demenza». */
const SAID_OF = /^(?:che|è|ha|era|aveva|soffre|sta|prende)$/iu;

const writtenAt = (reading: Reading, index: number): string => {
  const word = reading.words[index];
  return word === undefined ? '' : reading.text.slice(word.start, word.end);
};

const isName = (reading: Reading, index: number): boolean =>
  isCapital(reading, index) && !reading.starting(index).some(({ tag }) => NO_NAME.includes(tag));

const NO_NAME: readonly string[] = ['body', 'workplace', 'party', 'politics', 'group', 'health', 'staff'];

/** «Ginetta Pantofola che…»: two capitalised words inside a sentence, of which something is said as of a person. */
export const untitledNames = (reading: Reading): PersonName[] =>
  reading.words.flatMap((_, first) => {
    const sentence = reading.sentence(first);
    const last = first + 1;
    const whole =
      first > sentence.first &&
      last < sentence.last &&
      isName(reading, first) &&
      isName(reading, last) &&
      !isCapital(reading, first - 1) &&
      !PLACE_BEFORE.test(writtenAt(reading, first - 1)) &&
      SAID_OF.test(writtenAt(reading, last + 1));
    return whole ? [{ first, last }] : [];
  });

/** «La signora del terzo piano, la Bersagli, ha…»: a surname alone, after someone was spoken of, and a verb said of persons. */
export const introducedNames = (reading: Reading): PersonName[] =>
  reading.words.flatMap((_, index) => {
    const sentence = reading.sentence(index);
    const known =
      index > sentence.first &&
      index < sentence.last &&
      isName(reading, index) &&
      /^(?:la|il|lo|l)$/iu.test(writtenAt(reading, index - 1)) &&
      SAID_OF.test(writtenAt(reading, index + 1)) &&
      before(reading, index - 1, { tags: ['title', 'relation'], distance: 9 }) !== undefined;
    return known ? [{ first: index, last: index }] : [];
  });
