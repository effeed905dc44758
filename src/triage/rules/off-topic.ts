// SPDX-License-Identifier: AGPL-3.0-or-later
import { spell, type Word } from '../folding.ts';
import { read } from '../reading.ts';
import { marksOf } from './marks.ts';
import type { Rule } from './rule.ts';

const FEWEST_WORDS = 6;
/** Shorter words hold sentences together and say nothing of their subject. */
const SHORTEST = 5;
const STEM = 5;

const stemsOf = (words: readonly Word[]): ReadonlySet<string> =>
  new Set(
    words
      .map(spell)
      .filter((word) => word.length >= SHORTEST)
      .map((word) => word.slice(0, STEM)),
  );

/** The post read last: hundreds of comments answer one. */
let latest: { readonly text: string; readonly stems: ReadonlySet<string> } | undefined;

const subjectOf = (text: string): ReadonlySet<string> => {
  if (latest?.text !== text) latest = { text, stems: stemsOf(read(text).words) };
  return latest.stems;
};

/** No word in common with the post that is answered: a weak hint, a little less weak where something else is sold or voted. */
export const offTopic: Rule = {
  // Nothing that a text shows by itself, as the vocabulary says: it takes another one.
  categories: [],
  notice: (reading, { post }) => {
    if (post === undefined || reading.words.length < FEWEST_WORDS) return [];
    const about = subjectOf(post.text);
    const said = stemsOf(reading.words);
    if (about.size < 2 || said.size < 2 || [...said].some((stem) => about.has(stem))) return [];
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
