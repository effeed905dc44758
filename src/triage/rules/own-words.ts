// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import { buildExpressions, type Expressions, scan } from '../expressions.ts';
import { fold } from '../folding.ts';
import { type Rule, signalOn, type TriageContext } from './rule.ts';

type OwnWords = NonNullable<TriageContext['ownWords']>;

interface Vocabulary {
  readonly expressions: Expressions;
  /** By number of the expression: every category that lists it. */
  readonly categories: readonly (readonly string[])[];
}

const compile = (ownWords: OwnWords): Vocabulary => {
  const listed = [...ownWords].flatMap(([category, phrases]) =>
    phrases.map((phrase) => ({ category, words: fold(phrase) })).filter(({ words }) => words.length > 0),
  );
  const { expressions, sameAs } = buildExpressions(listed.map(({ words }) => words.map(({ codes }) => codes)));
  const categories: Set<string>[] = Array.from({ length: expressions.count }, () => new Set());
  listed.forEach(({ category }, place) => {
    categories[sameAs[place] ?? 0]?.add(category);
  });
  return { expressions, categories: categories.map((each) => [...each]) };
};

/** One policy judges many texts: its words are folded once. */
const compiled = new WeakMap<OwnWords, Vocabulary>();

const vocabularyOf = (ownWords: OwnWords): Vocabulary => {
  const known = compiled.get(ownWords) ?? compile(ownWords);
  compiled.set(ownWords, known);
  return known;
};

/** Words that a body listed for a category of its own, whole words only, however they are written. */
export const ownWords: Rule = {
  // Those of the policy in hand: none is known beforehand.
  categories: [],
  notice: (reading, context) => {
    if (context.ownWords === undefined || context.ownWords.size === 0) return [];
    const { expressions, categories } = vocabularyOf(context.ownWords);
    const signals: Signal[] = [];
    scan(expressions, reading.words, (expression, first, last) => {
      for (const category of categories[expression] ?? []) {
        const stretch = { first, last, hits: [] };
        const written = reading.text.slice(reading.words[first]?.start, reading.words[last]?.end);
        const reason = `Contiene «${written}», che l’ente indica per questa categoria.`;
        signals.push(signalOn(reading, stretch, { category, strength: 0.75, source: 'parole dell’ente', reason }));
      }
    });
    return signals;
  },
};
