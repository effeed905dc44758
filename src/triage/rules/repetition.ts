// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Word } from '../folding.ts';
import { spell } from '../folding.ts';
import { read } from '../reading.ts';
import type { Rule } from './rule.ts';

/** Words in one shingle; shorter texts are compared whole. */
const SHINGLE = 3;
const ALIKE = 0.6;
const SAME = 0.95;
/** A greeting, or «grazie», is written by everybody. */
const FEWEST_WORDS = 3;
const MOST_COMPARED = 50;
const NUMBER = /\d+/gu;

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};

/** Hashed shingles of folded words; figures count alike, so that a daily count is the same text. */
const shinglesOf = (words: readonly Word[]): ReadonlySet<number> => {
  const spelt = words.map((word) => spell(word).replace(NUMBER, '0'));
  const size = Math.min(SHINGLE, spelt.length);
  const shingles = new Set<number>();
  for (let at = 0; at + size <= spelt.length; at++) shingles.add(hash(spelt.slice(at, at + size).join(' ')));
  return shingles;
};

/** From 0, nothing in common, to 1, the same. */
const likeness = (one: ReadonlySet<number>, other: ReadonlySet<number>): number => {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const shingle of one) if (other.has(shingle)) common++;
  return common / (one.size + other.size - common);
};

/** The same text, or nearly, among those written shortly before: by the same author or by many. */
export const repetition: Rule = {
  // Nothing that a text shows by itself, as the vocabulary says: it takes another one.
  categories: [],
  notice: (reading, { recent = [] }) => {
    if (recent.length === 0 || reading.words.length < FEWEST_WORDS) return [];
    const own = shinglesOf(reading.words);
    let mine = 0;
    let others = 0;
    let nearest = 0;
    for (const { text, sameAuthor } of recent.slice(-MOST_COMPARED)) {
      const like = likeness(own, shinglesOf(read(text).words));
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
