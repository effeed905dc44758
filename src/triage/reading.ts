// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { undisguise } from './evasion.ts';
import { scanOutermost } from './expressions.ts';
import { cut, type Word } from './folding.ts';
import { type KnownWords, knownWords, type Meaning, type NumberedRole } from './known-words.ts';
import type { Tag } from './lexicon/entry.ts';
import { linksOf, mentionsOf, quotesOf } from './stretches.ts';
import { addTags, hasNumber, haveCommon, MOST_TAGS, numberOfTag, type TagSet, tagSet } from './tag-set.ts';

/** A word or expression of the lexicon found in the text: indexes of its first and last word. */
export interface Hit {
  readonly tag: Tag;
  readonly degree: number;
  readonly first: number;
  readonly last: number;
}

/** A word or expression of the lexicon with all that it can be there. */
export interface Found {
  readonly roles: readonly NumberedRole[];
  readonly first: number;
  readonly last: number;
}

/** A text as the rules see it. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** What was seen in the text, as bits of `signs.ts`. */
  readonly signs: number;
  /** Links, and @mentions that were left out of the words. */
  readonly links: readonly Span[];
  readonly mentions: readonly Span[];
  /** Every hit with a tag, in the order of first words. */
  hits(tag: Tag): readonly Hit[];
  /** The same by the number of the tag, for whoever asks for many. */
  hitsOf(number: number): readonly Hit[];
  /** Whether there is a hit with any of the tags. */
  hasAny(tags: TagSet): boolean;
  /** What was found that begins at a word. */
  found(index: number): Found | undefined;
  /** The hits that begin at a word, and those that end there. */
  starting(index: number): readonly Hit[];
  ending(index: number): readonly Hit[];
  /** True where a hit with the tag covers the word. */
  isWithin(index: number, tag: Tag): boolean;
  /** Indexes of the first and last word of the sentence of a word. */
  sentence(index: number): { readonly first: number; readonly last: number };
  /** Which quotation a word stands in, -1 where none. */
  quote(index: number): number;
  /** What several rules ask for, found out at the first asking. */
  once<Found>(find: (reading: Reading) => Found): Found;
}

interface Bounds {
  readonly first: number;
  last: number;
}

const NONE: readonly Hit[] = [];
const NO_BLANKS: Span[] = [];
const NO_ROLES: readonly NumberedRole[] = [];

/** What an expression says, alone or with the words inside it. */
type Said = Pick<Meaning, 'roles' | 'tags'>;

/** An expression found, and its hits once somebody asks for them. */
class FoundHere implements Found {
  readonly roles: readonly NumberedRole[];
  readonly tags: TagSet;
  readonly first: number;
  readonly last: number;
  #hits: readonly Hit[] | undefined;

  constructor({ roles, tags }: Said, first: number, last: number) {
    this.roles = roles;
    this.tags = tags;
    this.first = first;
    this.last = last;
  }

  get hits(): readonly Hit[] {
    if (this.#hits !== undefined) return this.#hits;
    const { first, last } = this;
    const hits: Hit[] = [];
    for (const { tag, degree } of this.roles) hits.push({ tag, degree, first, last });
    this.#hits = hits;
    return hits;
  }
}

/** A power of two; an expression that falls where another stood takes its place. */
const LOOSE_KEPT = 1 << 14;

/** A loose expression of these words, and all that it says with them. */
interface Loose {
  readonly meaning: number;
  readonly words: readonly number[];
  readonly said: Said;
}

/** Loose expressions keep coming, and what they say in all takes time to find out. */
const looseKept: (Loose | undefined)[] = Array.from({ length: LOOSE_KEPT });

/** Of more words and expressions than this, all are sorted at once rather than looked through for each tag. */
const MANY = 48;
/** How many readings there were, and of each tag which of them was asked for it last and where it keeps the hits. */
let readings = 0;
const askedBy = new Float64Array(MOST_TAGS);
const askedAt = new Int32Array(MOST_TAGS);

/** Everything that not every text is asked is found out at the first asking. */
class TextReading implements Reading {
  readonly text: string;
  readonly links: readonly Span[];
  readonly mentions: readonly Span[];
  readonly words: readonly Word[];
  readonly signs: number;
  /** No two begin, or end, at one word. */
  readonly #found: FoundHere[] = [];
  readonly #tags: number[] = [];
  readonly #starting: (FoundHere | undefined)[];
  readonly #ending: (FoundHere | undefined)[];
  /** The hits of each tag that was asked for, in the order of asking. */
  readonly #collected: (readonly Hit[])[] = [];
  readonly #id = ++readings;
  #sorted: ReadonlyMap<number, readonly Hit[]> | undefined;
  #covered: Map<Tag, Uint8Array> | undefined;
  #sentences: readonly Bounds[] | undefined;
  #quotes: readonly number[] | undefined;
  /** What was asked once, and what was found: too few for a map. */
  readonly #askedOnce: unknown[] = [];
  readonly #foundOnce: unknown[] = [];

  constructor(text: string, known: KnownWords) {
    this.text = text;
    this.links = linksOf(text);
    this.mentions = mentionsOf(text);
    const blanks = this.links.length + this.mentions.length === 0 ? NO_BLANKS : [...this.links, ...this.mentions];
    if (blanks.length > 1) blanks.sort((one, other) => one[0] - other[0]);
    const { expressions, offences } = known;
    const { spellings } = expressions;
    const pieces = cut(text, spellings, blanks);
    this.signs = pieces.signs;
    this.words = undisguise(text, pieces, { spellings, offences });
    // As long as they will be: an array that grows is copied each time.
    this.#starting = new Array(this.words.length);
    this.#ending = new Array(this.words.length);
    scanOutermost(expressions, this.words, (meaning, first, last) => this.#note(known, meaning, [first, last]));
  }

  #note(known: KnownWords, meaning: number, [first, last]: readonly [number, number]): void {
    const alone = known.meanings[meaning];
    if (alone === undefined) return;
    const said = alone.loose && last > first ? this.#looseAt(known, meaning, [first, last]) : alone;
    const found = new FoundHere(said, first, last);
    addTags(this.#tags, found.tags);
    this.#found.push(found);
    this.#starting[first] = found;
    this.#ending[last] = found;
  }

  #looseAt(known: KnownWords, meaning: number, [first, last]: readonly [number, number]): Said {
    const { words } = this;
    let mixed = meaning;
    for (let at = first; at <= last; at++) mixed = Math.imul(mixed, 31) + (words[at]?.number ?? 0);
    const slot = (mixed ^ (mixed >>> 12)) & (LOOSE_KEPT - 1);
    const kept = looseKept[slot];
    const isSame =
      kept?.meaning === meaning &&
      kept.words.length === last - first + 1 &&
      kept.words.every((number, at) => number === words[first + at]?.number);
    if (isSame) return kept.said;
    const said = this.#withGrammar(known, known.meanings[meaning], [first, last]);
    looseKept[slot] = { meaning, words: words.slice(first, last + 1).map(({ number }) => number), said };
    return said;
  }

  /** A loose expression says also what its words say in the sentence around it. */
  #withGrammar(known: KnownWords, alone: Meaning | undefined, [first, last]: readonly [number, number]): Said {
    const { expressions, meanings } = known;
    const roles = [...(alone?.roles ?? NO_ROLES)];
    for (let at = first; at <= last; at++) {
      const node = expressions.step(0, this.words[at]?.number ?? -1);
      const { grammar = NO_ROLES } = meanings[node < 0 ? -1 : expressions.endAt(node)] ?? {};
      for (const role of grammar) if (!roles.some(({ tag }) => tag === role.tag)) roles.push(role);
    }
    return { roles, tags: tagSet(roles.map(({ tag }) => tag)) };
  }

  hits(tag: Tag): readonly Hit[] {
    return this.hitsOf(numberOfTag(tag));
  }

  hitsOf(number: number): readonly Hit[] {
    if (!hasNumber(this.#tags, number)) return NONE;
    // Whoever asked last wrote down where the answer lies; another reading in between only makes it to be found anew.
    if (askedBy[number] === this.#id) return this.#collected[askedAt[number] ?? 0] ?? NONE;
    const collected = this.#found.length > MANY ? (this.#byTag().get(number) ?? NONE) : this.#withTag(number);
    askedBy[number] = this.#id;
    askedAt[number] = this.#collected.push(collected) - 1;
    return collected;
  }

  #withTag(number: number): readonly Hit[] {
    const collected: Hit[] = [];
    for (const found of this.#found) {
      if (!hasNumber(found.tags, number)) continue;
      const { roles, hits } = found;
      for (let place = 0; place < roles.length; place++) {
        const hit = hits[place];
        if (hit !== undefined && roles[place]?.number === number) collected.push(hit);
      }
    }
    return collected;
  }

  /** All hits by the number of their tag. */
  #byTag(): ReadonlyMap<number, readonly Hit[]> {
    if (this.#sorted !== undefined) return this.#sorted;
    const sorted = new Map<number, Hit[]>();
    for (const { roles, hits } of this.#found)
      for (const [place, { number }] of roles.entries()) {
        const hit = hits[place];
        const known = sorted.get(number);
        if (hit === undefined) continue;
        if (known === undefined) sorted.set(number, [hit]);
        else known.push(hit);
      }
    this.#sorted = sorted;
    return sorted;
  }

  hasAny(tags: TagSet): boolean {
    return haveCommon(this.#tags, tags);
  }

  found(index: number): Found | undefined {
    return this.#starting[index];
  }

  starting(index: number): readonly Hit[] {
    return this.#starting[index]?.hits ?? NONE;
  }

  ending(index: number): readonly Hit[] {
    return this.#ending[index]?.hits ?? NONE;
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

  once<Found>(find: (reading: Reading) => Found): Found {
    const asked = this.#askedOnce.indexOf(find);
    if (asked >= 0) return this.#foundOnce[asked] as Found;
    const found = find(this);
    this.#askedOnce.push(find);
    this.#foundOnce.push(found);
    return found;
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
