// SPDX-License-Identifier: AGPL-3.0-or-later
import { ExpressionGraph } from './expression-graph.ts';
import { fold, spell } from './folding.ts';
import { addHints } from './hints.ts';
import { codesOf } from './letters.ts';
import type { Tag } from './lexicon/entry.ts';
import { lexicon } from './lexicon/lists.ts';
import { MASKED } from './lexicon/vulgarity.ts';
import type { OffenceTables } from './offences.ts';
import { SpellingTree } from './spelling-tree.ts';
import { placesOf, singleWordsOf } from './templates.ts';
import type { Role, WordTables } from './word-tables.ts';

/** Words of these kinds are worth hiding; mild ones are not. */
const HIDDEN: ReadonlySet<Tag> = new Set(['insult', 'swear', 'swear-at', 'slur', 'obscene', 'blasphemy', 'derogatory']);
const PLAIN = 2;

/** Nothing to fold: most of the lexicon is written so. */
const PLAIN_WORD = /^[a-z]+$/;

const wordsOf = (piece: string): (readonly number[])[] =>
  PLAIN_WORD.test(piece) ? [codesOf(piece)] : fold(piece).map(({ codes }) => codes);

/** Numbers the words of a choice; each distinct piece is folded once. */
const choiceReader = (spellings: SpellingTree): ((choice: string) => readonly number[]) => {
  const known = new Map<string, readonly number[]>([['', []]]);
  const read = (choice: string): readonly number[] => {
    const gap = choice.indexOf(' ');
    const numbers =
      gap < 0
        ? (known.get(choice) ?? wordsOf(choice).map((codes) => spellings.add(codes)))
        : [...read(choice.slice(0, gap)), ...read(choice.slice(gap + 1))];
    known.set(choice, numbers);
    return numbers;
  };
  return read;
};

const isHidden = ({ tag, degree }: Role): boolean => HIDDEN.has(tag) && degree >= PLAIN;

/** Single words, the likeliest first; repeated ones count once. The first `usual` are the usual ones. */
const offences = (words: readonly string[], usual: number): OffenceTables => {
  const tree = new SpellingTree();
  const folded = words.map((word) => fold(word)[0]).filter((word) => word !== undefined);
  const distinct = new Map(folded.map((word) => [tree.add(word.codes), spell(word)]));
  return { spellings: tree.finish(), words: [...distinct.values()], usual: Math.min(usual, distinct.size) };
};

/** The lexicon as tables. It takes longer than reading a thousand comments: what it gives is kept in `compiled-words.json`. */
export const compileWords = (): WordTables => {
  const spellings = new SpellingTree();
  addHints(spellings);
  const numbersIn = choiceReader(spellings);
  const graph = new ExpressionGraph();
  const roles: Role[] = [];
  const hidden: string[] = [...MASKED];
  for (const { tag, degree = PLAIN, forms } of lexicon()) {
    const role = { tag, degree };
    const number = roles.push(role) - 1;
    for (const form of forms) {
      graph.add(
        placesOf(form).map((place) => place.map(numbersIn)),
        number,
      );
      if (isHidden(role)) hidden.push(...singleWordsOf(form).filter((word) => numbersIn(word).length === 1));
    }
  }
  return {
    spellings: spellings.finish(),
    expressions: graph.finish(),
    roles,
    offences: offences(hidden, MASKED.length),
  };
};
