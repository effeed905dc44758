// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Reading } from '../reading.ts';

/** Words from the first to the last of a person's name, title included. */
export interface PersonName {
  readonly first: number;
  readonly last: number;
}

const isCapital = (reading: Reading, index: number): boolean => {
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
