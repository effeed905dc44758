// SPDX-License-Identifier: AGPL-3.0-or-later
import { ALPHABET_SIZE, CLASSES, classOfWide, isLetterClass, SKIP, WIDE, widthAt } from '../letters.ts';
import { type Reading, read } from '../reading.ts';
import { marksOf } from './marks.ts';
import type { Rule } from './rule.ts';

const FEWEST_WORDS = 6;
/** Shorter words hold sentences together and say nothing of their subject. */
const SHORTEST = 5;
const STEM = 5;

/** The beginnings of the words that say something, each as one number. */
const stemsOf = ({ text, words }: Reading): ReadonlySet<number> => {
  const stems = new Set<number>();
  for (const { start, end, length } of words) if (length >= SHORTEST) stems.add(beginningOf(text, start, end));
  return stems;
};

const beginningOf = (text: string, start: number, end: number): number => {
  let stem = 0;
  for (let at = start, letters = 0; at < end && letters < STEM; at++) {
    let code = CLASSES[text.charCodeAt(at)] ?? SKIP;
    if (code === WIDE) {
      code = classOfWide(text, at);
      at += widthAt(text, at) - 1;
    }
    if (!isLetterClass(code)) continue;
    stem = stem * ALPHABET_SIZE + code;
    letters++;
  }
  return stem;
};

/** The post read last: hundreds of comments answer one. */
let latest: { readonly text: string; readonly stems: ReadonlySet<number> } | undefined;

const subjectOf = (text: string): ReadonlySet<number> => {
  if (latest?.text !== text) latest = { text, stems: stemsOf(read(text)) };
  return latest.stems;
};

/** No word in common with the post that is answered: a weak hint, a little less weak where something else is sold or voted. */
export const offTopic: Rule = {
  // Nothing that a text shows by itself, as the vocabulary says: it takes another one.
  categories: [],
  notice: (reading, { post }) => {
    if (post === undefined || reading.words.length < FEWEST_WORDS) return [];
    const about = subjectOf(post.text);
    const said = stemsOf(reading);
    if (about.size < 2 || said.size < 2 || !said.isDisjointFrom(about)) return [];
    const campaigns = marksOf(reading, 'campaign').hits.some(({ degree }) => degree === 3);
    const sells =
      reading.hits('advertising').length > 0 || marksOf(reading, 'sale').hits.some(({ degree }) => degree === 3);
    const reason = campaigns
      ? 'Non ha parole in comune con il post e parla di politica: può essere fuori tema.'
      : sells
        ? 'Non ha parole in comune con il post e offre qualcosa: può essere fuori tema.'
        : 'Non ha parole in comune con il post a cui risponde: può essere fuori tema.';
    return [
      { category: 'off-topic', strength: campaigns || sells ? 0.5 : 0.3, spans: [], source: 'confronto', reason },
    ];
  },
};
