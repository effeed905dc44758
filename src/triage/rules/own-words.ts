// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import { ExpressionGraph } from '../expression-graph.ts';
import { type Expressions, expressionsOf, scan } from '../expressions.ts';
import { fold } from '../folding.ts';
import type { Reading } from '../reading.ts';
import type { Stretch } from '../sentence.ts';
import { isShape, type Shape, shapeOf } from '../shapes.ts';
import { SpellingTree } from '../spelling-tree.ts';
import { spellingsOf } from '../spellings.ts';
import { type Rule, signalOn, type TriageContext } from './rule.ts';

type OwnWords = NonNullable<TriageContext['ownWords']>;

interface Vocabulary {
  readonly expressions: Expressions;
  /** By the number of what is said of an expression. */
  readonly categories: readonly string[];
  readonly shapes: readonly { readonly category: string; readonly find: Shape }[];
}

const compile = (ownWords: OwnWords): Vocabulary => {
  const categories = [...ownWords.keys()];
  const spellings = new SpellingTree();
  const graph = new ExpressionGraph();
  const shapes: Vocabulary['shapes'][number][] = [];
  for (const [number, [category, phrases]] of [...ownWords].entries())
    for (const phrase of phrases)
      if (isShape(phrase)) shapes.push({ category, find: shapeOf(phrase) });
      else
        graph.add(
          fold(phrase).map(({ codes }) => [[spellings.add(codes)]]),
          number,
        );
  return { expressions: expressionsOf(graph.finish(), spellingsOf(spellings.finish())), categories, shapes };
};

/** One policy judges many texts: its words are folded once. */
const compiled = new WeakMap<OwnWords, Vocabulary>();

const vocabularyOf = (ownWords: OwnWords): Vocabulary => {
  const known = compiled.get(ownWords) ?? compile(ownWords);
  compiled.set(ownWords, known);
  return known;
};

const LISTED = { strength: 0.75, source: 'parole dell’ente' } as const;
const LONGEST_SHOWN = 60;

function reasonFor(written: string): string {
  const shown = written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}…` : written;
  return `Contiene «${shown}», che l’ente indica per questa categoria.`;
}

/** The words that a stretch of characters covers; links have none. */
function wordsOf({ words }: Reading, start: number, end: number): Stretch | undefined {
  const first = words.findIndex((word) => word.end > start && word.start < end);
  const last = words.findLastIndex((word) => word.start < end && word.end > start);
  return first < 0 ? undefined : { first, last, hits: [] };
}

/** Words that a body listed for a category of its own, whole words only, however they are written. */
export const ownWords: Rule = {
  // Those of the policy in hand: none is known beforehand.
  categories: [],
  notice: (reading, context) => {
    if (context.ownWords === undefined || context.ownWords.size === 0) return [];
    const { expressions, categories, shapes } = vocabularyOf(context.ownWords);
    const signals: Signal[] = [];
    scan(expressions, reading.words, (meaning, first, last) => {
      for (const number of expressions.meanings[meaning] ?? []) {
        const category = categories[number] ?? '';
        const stretch = { first, last, hits: [] };
        const written = reading.text.slice(reading.words[first]?.start, reading.words[last]?.end);
        signals.push(signalOn(reading, stretch, { category, ...LISTED, reason: reasonFor(written) }));
      }
    });
    for (const { category, find } of shapes)
      for (const [start, end] of find(reading, context.ownContacts ?? [])) {
        const reason = reasonFor(reading.text.slice(start, end));
        const stretch = wordsOf(reading, start, end);
        signals.push(
          stretch === undefined
            ? { category, ...LISTED, spans: [[start, end]], reason }
            : { ...signalOn(reading, stretch, { category, ...LISTED, reason }), spans: [[start, end]] },
        );
      }
    return signals;
  },
};
