// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { undisguise } from './evasion.ts';
import { buildExpressions, scan } from './expressions.ts';
import { fold, type Word } from './folding.ts';
import type { Tag } from './lexicon/entry.ts';
import { lexicon } from './lexicon/lists.ts';
import { MASKED } from './lexicon/vulgarity.ts';

/** A word or expression of the lexicon found in the text: indexes of its first and last word. */
export interface Hit {
  readonly tag: Tag;
  readonly degree: number;
  readonly first: number;
  readonly last: number;
}

/** A text as the rules see it. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** Links, and @mentions that were left out of the words. */
  readonly links: readonly Span[];
  readonly mentions: readonly Span[];
  /** Every hit with a tag, in the order of first words. */
  hits(tag: Tag): readonly Hit[];
  /** The hits that begin at a word, and those that end there. */
  starting(index: number): readonly Hit[];
  ending(index: number): readonly Hit[];
  /** True where a hit with the tag covers the word. */
  isWithin(index: number, tag: Tag): boolean;
  /** Indexes of the first and last word of the sentence of a word. */
  sentence(index: number): { readonly first: number; readonly last: number };
  /** Which quotation a word stands in, -1 where none. */
  quote(index: number): number;
}

interface Role {
  readonly tag: Tag;
  readonly degree: number;
}

/** Folds each distinct word of the lexicon once; the same word is always the same list of codes. */
const wordFolder = (): ((form: string) => (readonly number[])[]) => {
  const bySpelling = new Map<string, readonly number[]>();
  const byPiece = new Map<string, (readonly number[])[]>();
  const foldPiece = (piece: string): (readonly number[])[] =>
    fold(piece).map(({ codes }) => {
      const spelling = codes.join(' ');
      const same = bySpelling.get(spelling) ?? codes;
      bySpelling.set(spelling, same);
      return same;
    });
  return (form) =>
    form.split(' ').flatMap((piece) => {
      const known = byPiece.get(piece) ?? foldPiece(piece);
      byPiece.set(piece, known);
      return known;
    });
};

const compile = () => {
  const folded = wordFolder();
  const forms: (readonly number[])[][] = [];
  const said: Role[] = [];
  for (const { tag, degree = 2, forms: written } of lexicon())
    for (const form of written) {
      const words = folded(form);
      if (words.length === 0) continue;
      forms.push(words);
      said.push({ tag, degree });
    }
  const { expressions, sameAs } = buildExpressions(forms);
  const roles: Role[][] = Array.from({ length: expressions.count }, () => []);
  said.forEach((role, place) => {
    const known = roles[sameAs[place] ?? 0];
    if (known?.every(({ tag }) => tag !== role.tag)) known.push(role);
  });
  return { expressions, roles, known: { all: expressions.spellings, masked: MASKED } };
};

let compiled: ReturnType<typeof compile> | undefined;
/** Built at the first text, not at import: a page that never triages pays nothing. */
const known = (): ReturnType<typeof compile> => {
  compiled ??= compile();
  return compiled;
};

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"»]+|\b[a-z0-9-]+\.(?:it|com|org|net|eu|info|me|ly|io)(?:\/[^\s<>"»]*)?(?![\p{L}\p{N}@])/giu;
const MENTION = /(?<![\p{L}\p{N}._])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;
const QUOTE = /«[^«»]{1,400}»|“[^“”]{1,400}”|"[^"]{1,400}"/gu;
const EMAIL_AHEAD = /[a-z0-9_%+-]@[a-z0-9]/i;

const spansOf = (pattern: RegExp, text: string): Span[] =>
  Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length] as const);

const linksOf = (text: string): Span[] => {
  if (!text.includes('.')) return [];
  const addresses = EMAIL_AHEAD.test(text);
  const links = spansOf(LINK, text);
  return addresses
    ? links.filter(([start]) => text.charAt(start - 1) !== '@' && text.charAt(start - 1) !== '.')
    : links;
};

interface Match {
  readonly roles: readonly Role[];
  readonly first: number;
  readonly last: number;
}

/** An expression hides the words inside it: «cesso pubblico» is not «cesso». Matches come in the order of first words. */
const withoutContained = (matches: readonly Match[]): Match[] => {
  let reach = -1;
  return matches.filter(({ last }, place) => {
    const hidden = reach >= last || isStartOfLonger(matches, place);
    reach = Math.max(reach, last);
    return !hidden;
  });
};

/** From one word the shorter expressions come first. */
const isStartOfLonger = (matches: readonly Match[], place: number): boolean =>
  matches[place + 1]?.first === matches[place]?.first;

const NONE: readonly Hit[] = [];

const push = <Key>(lists: Map<Key, Hit[]>, key: Key, hit: Hit): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [hit]);
  else list.push(hit);
};

const covering = (words: number, hits: readonly Hit[]): Uint8Array => {
  const covered = new Uint8Array(words);
  for (const { first, last } of hits) covered.fill(1, first, last + 1);
  return covered;
};

const sentencesOf = (words: readonly Word[]): { first: number; last: number }[] => {
  const bounds: { first: number; last: number }[] = [];
  words.forEach(({ sentence }, index) => {
    const known = bounds[sentence];
    if (known === undefined) bounds[sentence] = { first: index, last: index };
    else known.last = index;
  });
  return bounds;
};

const quotesOf = (words: readonly Word[], quotes: readonly Span[]): number[] => {
  let quote = 0;
  return words.map(({ start, end }) => {
    while ((quotes[quote]?.[1] ?? start) < start) quote++;
    const [from, to] = quotes[quote] ?? [end, start];
    return from <= start && end <= to ? quote : -1;
  });
};

const hitsOf = (words: readonly Word[]): Hit[] => {
  const { expressions, roles } = known();
  const matches: Match[] = [];
  scan(expressions, words, (expression, first, last) => {
    matches.push({ roles: roles[expression] ?? [], first, last });
  });
  return withoutContained(matches).flatMap(({ roles, first, last }) =>
    roles.map(({ tag, degree }) => ({ tag, degree, first, last })),
  );
};

/** Reads a text once; every rule then works on words and their roles. */
export const read = (text: string): Reading => {
  const links = linksOf(text);
  const mentions = text.includes('@') ? spansOf(MENTION, text) : [];
  const blanks = [...links, ...mentions].sort((a, b) => a[0] - b[0]);
  const words = undisguise(text, fold(text, blanks), known().known);
  const byTag = new Map<Tag, Hit[]>();
  const byFirst = new Map<number, Hit[]>();
  const byLast = new Map<number, Hit[]>();
  for (const hit of hitsOf(words)) {
    push(byTag, hit.tag, hit);
    push(byFirst, hit.first, hit);
    push(byLast, hit.last, hit);
  }
  const quotes = /["«“]/.test(text) ? quotesOf(words, spansOf(QUOTE, text)) : [];
  const bounds = sentencesOf(words);
  const covered: Partial<Record<Tag, Uint8Array>> = {};
  return {
    text,
    words,
    links,
    mentions,
    hits: (tag) => byTag.get(tag) ?? NONE,
    starting: (index) => byFirst.get(index) ?? NONE,
    ending: (index) => byLast.get(index) ?? NONE,
    isWithin: (index, tag) => {
      covered[tag] ??= covering(words.length, byTag.get(tag) ?? NONE);
      return covered[tag][index] === 1;
    },
    sentence: (index) => bounds[words[index]?.sentence ?? -1] ?? { first: index, last: index },
    quote: (index) => quotes[index] ?? -1,
  };
};
