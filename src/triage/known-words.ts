// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Expressions, ExpressionsBuilder } from './expressions.ts';
import { fold } from './folding.ts';
import { codesOf } from './letters.ts';
import type { Tag } from './lexicon/entry.ts';
import { lexicon } from './lexicon/lists.ts';
import { MASKED } from './lexicon/vulgarity.ts';
import { buildOffences, type Offences } from './offences.ts';
import { SpellingsBuilder } from './spellings.ts';
import { type TagSet, tagSet } from './tag-set.ts';

/** What a word or expression can be, and how heavily. */
export interface Role {
  readonly tag: Tag;
  readonly degree: number;
}

/** The lexicon, ready to be looked up. */
export interface KnownWords {
  readonly expressions: Expressions;
  /** By number of the expression. */
  readonly roles: readonly (readonly Role[])[];
  readonly tags: readonly TagSet[];
  /** Words that people write in disguise. */
  readonly offences: Offences;
}

/** Words of these kinds are worth hiding; mild ones are not. */
const HIDDEN: ReadonlySet<Tag> = new Set(['insult', 'swear', 'swear-at', 'slur', 'obscene', 'blasphemy', 'derogatory']);
const PLAIN = 2;

/** Nothing to fold: most of the lexicon is written so. */
const PLAIN_WORD = /^[a-z]+$/;

const wordsOf = (piece: string): (readonly number[])[] =>
  PLAIN_WORD.test(piece) ? [codesOf(piece)] : fold(piece).map(({ codes }) => codes);

/** Numbers the words of a form; each distinct piece is folded once. */
const formReader = (spellings: SpellingsBuilder): ((form: string) => number[]) => {
  const byPiece = new Map<string, readonly number[]>();
  const read = (piece: string): readonly number[] => {
    const known = byPiece.get(piece) ?? wordsOf(piece).map((codes) => spellings.add(codes));
    byPiece.set(piece, known);
    return known;
  };
  return (form) => {
    const numbers: number[] = [];
    for (let from = 0, to = form.indexOf(' '); ; from = to + 1, to = form.indexOf(' ', from)) {
      numbers.push(...read(to < 0 ? form.slice(from) : form.slice(from, to)));
      if (to < 0) return numbers;
    }
  };
};

const isHidden = ({ tag, degree }: Role): boolean => HIDDEN.has(tag) && degree >= PLAIN;

/** The roles of an expression once it is said in one more way; most have one, and share it. */
const withRole = (known: readonly Role[] | undefined, role: Role, alone: readonly Role[]): readonly Role[] => {
  if (known === undefined) return alone;
  return known.some(({ tag }) => tag === role.tag) ? known : [...known, role];
};

const compile = (): KnownWords => {
  const entries = lexicon();
  const spellings = new SpellingsBuilder();
  const numbersIn = formReader(spellings);
  const builder = new ExpressionsBuilder(entries.reduce((sum, { forms }) => sum + forms.length, 0) * 2);
  const roles: (readonly Role[])[] = [];
  const hidden: string[] = [...MASKED];
  for (const { tag, degree = PLAIN, forms } of entries) {
    const role = { tag, degree };
    const alone = [role];
    for (const form of forms) {
      const words = numbersIn(form);
      if (words.length === 0) continue;
      const expression = builder.add(words);
      roles[expression] = withRole(roles[expression], role, alone);
      if (words.length === 1 && isHidden(role)) hidden.push(form);
    }
  }
  const tags = new Map(Array.from(new Set(roles), (each) => [each, tagSet(each.map(({ tag }) => tag))]));
  return {
    expressions: builder.finish(spellings.finish()),
    roles,
    tags: roles.map((each) => tags.get(each) ?? []),
    offences: buildOffences(hidden, MASKED.length),
  };
};

let compiled: KnownWords | undefined;

/** Built at the first text, not at import: a page that never triages pays nothing. */
export const knownWords = (): KnownWords => {
  compiled ??= compile();
  return compiled;
};
