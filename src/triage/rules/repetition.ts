// SPDX-License-Identifier: AGPL-3.0-or-later
import { ALIKE, likeness, shinglesIn, shinglesOf } from '../alike.ts';
import type { Rule } from './rule.ts';

const SAME = 0.95;
/** A greeting, or «grazie», is written by everybody. */
const FEWEST_WORDS = 3;
const MOST_COMPARED = 50;

/** The same text, or nearly, among those written shortly before: by the same author or by many. */
export const repetition: Rule = {
  // Nothing that a text shows by itself, as the vocabulary says: it takes another one.
  categories: [],
  notice: (reading, { recent = [] }) => {
    if (recent.length === 0 || reading.words.length < FEWEST_WORDS) return [];
    const own = shinglesIn(reading);
    let mine = 0;
    let others = 0;
    let nearest = 0;
    for (const { text, sameAuthor } of recent.slice(-MOST_COMPARED)) {
      const like = likeness(own, shinglesOf(text));
      if (like < ALIKE) continue;
      nearest = Math.max(nearest, like);
      if (sameAuthor) mine++;
      else others++;
    }
    if (mine + others === 0) return [];
    const how = nearest >= SAME ? 'lo stesso testo' : 'quasi lo stesso testo';
    const reason =
      mine > 0
        ? `La stessa persona ha già scritto ${how}${mine > 1 ? ` altre ${mine} volte` : ' un’altra volta'}.`
        : `Altre persone hanno già scritto ${how}${others > 1 ? `, ${others} volte` : ''}: può essere un invio organizzato.`;
    const strength = mine > 0 ? Math.min(0.9, 0.55 + mine * 0.1) : Math.min(0.6, 0.3 + others * 0.1);
    return [{ category: 'repetition', strength, spans: [], source: 'confronto', reason }];
  },
};
