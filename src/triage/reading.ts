// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { undisguise } from './evasion.ts';
import { scanOutermost } from './expressions.ts';
import { cut, type Word } from './folding.ts';
import { type KnownWords, knownWords } from './known-words.ts';
import type { Tag } from './lexicon/entry.ts';
import { linksOf, mentionsOf, quotesOf } from './stretches.ts';
import { addTags, hasNumber, haveCommon, numberOfTag, type TagSet } from './tag-set.ts';

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
  /** Whether there is a hit with any of the tags. */
  hasAny(tags: TagSet): boolean;
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

interface Bounds {
  readonly first: number;
  last: number;
}

const NONE: readonly Hit[] = [];

/** Everything that not every text is asked is found out at the first asking. */
class TextReading implements Reading {
  readonly text: string;
  readonly links: readonly Span[];
  readonly mentions: readonly Span[];
  readonly words: readonly Word[];
  /** The hits of each expression found; no two begin, or end, at one word. */
  readonly #found: (readonly Hit[])[] = [];
  readonly #tags: number[] = [];
  readonly #starting: (readonly Hit[])[] = [];
  readonly #ending: (readonly Hit[])[] = [];
  readonly #byTag: (readonly Hit[])[] = [];
  #covered: Map<Tag, Uint8Array> | undefined;
  #sentences: readonly Bounds[] | undefined;
  #quotes: readonly number[] | undefined;

  constructor(text: string, known: KnownWords) {
    this.text = text;
    this.links = linksOf(text);
    this.mentions = mentionsOf(text);
    const blanks = this.links.length + this.mentions.length === 0 ? [] : [...this.links, ...this.mentions];
    if (blanks.length > 1) blanks.sort((one, other) => one[0] - other[0]);
    const { expressions, offences } = known;
    const { spellings } = expressions;
    this.words = undisguise(text, cut(text, spellings, blanks), { spellings, offences });
    scanOutermost(expressions, this.words, (expression, first, last) => this.#note(known, expression, [first, last]));
  }

  #note({ roles, tags }: KnownWords, expression: number, [first, last]: readonly [number, number]): void {
    const said = roles[expression] ?? [];
    const hits: Hit[] = [];
    for (const { tag, degree } of said) hits.push({ tag, degree, first, last });
    addTags(this.#tags, tags[expression] ?? []);
    this.#found.push(hits);
    this.#starting[first] = hits;
    this.#ending[last] = hits;
  }

  hits(tag: Tag): readonly Hit[] {
    const number = numberOfTag(tag);
    return hasNumber(this.#tags, number) ? (this.#byTag[number] ?? this.#collect(tag, number)) : NONE;
  }

  #collect(tag: Tag, number: number): readonly Hit[] {
    const found: Hit[] = [];
    for (const hits of this.#found) for (const hit of hits) if (hit.tag === tag) found.push(hit);
    this.#byTag[number] = found;
    return found;
  }

  hasAny(tags: TagSet): boolean {
    return haveCommon(this.#tags, tags);
  }

  starting(index: number): readonly Hit[] {
    return this.#starting[index] ?? NONE;
  }

  ending(index: number): readonly Hit[] {
    return this.#ending[index] ?? NONE;
  }

  isWithin(index: number, tag: Tag): boolean {
    this.#covered ??= new Map();
    let covered = this.#covered.get(tag);
    if (covered === undefined) {
      covered = new Uint8Array(this.words.length);
      for (const { first, last } of this.hits(tag)) covered.fill(1, first, last + 1);
      this.#covered.set(tag, covered);
    }
    return covered[index] === 1;
  }

  sentence(index: number): { readonly first: number; readonly last: number } {
    this.#sentences ??= sentencesOf(this.words);
    return this.#sentences[this.words[index]?.sentence ?? -1] ?? { first: index, last: index };
  }

  quote(index: number): number {
    this.#quotes ??= quotesOf(this.text, this.words);
    return this.#quotes[index] ?? -1;
  }
}

const sentencesOf = (words: readonly Word[]): readonly Bounds[] => {
  const bounds: Bounds[] = [];
  for (const [index, { sentence }] of words.entries()) {
    const known = bounds[sentence];
    if (known === undefined) bounds[sentence] = { first: index, last: index };
    else known.last = index;
  }
  return bounds;
};

/** Reads a text once; every rule then works on words and their roles. */
export const read = (text: string): Reading => new TextReading(text, knownWords());
