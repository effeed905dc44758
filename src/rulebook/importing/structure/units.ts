// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';
import type { SourceLink } from '../source.ts';
import type { Passage, Section } from './outline.ts';
import { leansOnFormer, sentencesOf } from './sentences.ts';

/** What becomes one clause: a sentence, an item, or a sentence with those that lean on it. */
export interface Unit {
  /** Verbatim. */
  readonly source: string;
  /** The words to be understood: the source without the sentence that opens its list. */
  readonly words: string;
  readonly line: number;
  readonly section: Section;
  /** Sentences that open the list it stands in, from the outermost. */
  readonly leadIns: readonly string[];
  readonly item: boolean;
  readonly links: readonly SourceLink[];
}

interface Opening {
  readonly words: string;
  readonly depth: number;
  /** An item that opened a list within its own, and how its items begin. */
  inner: boolean;
  low?: boolean;
}

interface Pending {
  readonly text: string;
  readonly line: number;
}

const OPENS = /(?::|\b(?:che|seguenti|in particolare))$/i;
const BEGINS_LOW = /^["«“(]?\p{Ll}/u;

const LONGEST_QUOTATION = 900;

/** A quotation begun and not ended: the text of a reply is not cut. */
function isQuoting(words: string): boolean {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0;
  return words.length < LONGEST_QUOTATION && (count(/“/g) > count(/”/g) || count(/«/g) > count(/»/g));
}

/** Sentences of one passage, those that lean on the former joined to it. */
function gathered(text: string): readonly string[] {
  const units: string[] = [];
  for (const sentence of sentencesOf(text)) {
    const former = units.at(-1);
    if (former !== undefined && (leansOnFormer(folded(sentence)) || isQuoting(former)))
      units[units.length - 1] = `${former} ${sentence}`;
    else units.push(sentence);
  }
  return units;
}

/** Which openings still hold for an item. */
function holding(openings: readonly Opening[], passage: Passage): readonly Opening[] {
  const innermost = openings.at(-1);
  if (innermost === undefined || !innermost.inner) return openings;
  if (passage.depth < innermost.depth) return holding(openings.slice(0, -1), passage);
  const low = BEGINS_LOW.test(passage.text);
  innermost.low ??= low;
  // In lists written flat, the way the items begin tells where the inner one ends.
  return passage.depth === innermost.depth && innermost.low && !low
    ? holding(openings.slice(0, -1), passage)
    : openings;
}

/** Cuts the passages into units; a sentence that opens a list goes with the list's first item. */
export function unitsOf(passages: readonly Passage[]): readonly Unit[] {
  const units: Unit[] = [];
  let openings: readonly Opening[] = [];
  let pending: Pending[] = [];
  let formerSection: Section | undefined;
  const flush = (section: Section): void => {
    for (const { text, line } of pending)
      units.push({ source: text, words: text, line, section, leadIns: [], item: false, links: [] });
    pending = [];
  };
  for (const [index, passage] of passages.entries()) {
    const { section, item, line, links } = passage;
    if (formerSection !== undefined && formerSection.path.join() !== section.path.join()) {
      flush(formerSection);
      openings = [];
    }
    formerSection = section;
    if (!item) {
      flush(section);
      openings = [];
    } else openings = holding(openings, passage);
    const next = passages[index + 1];
    const opens = OPENS.test(passage.text) && next?.item === true && next.section.path.join() === section.path.join();
    const sentences = gathered(passage.text);
    const leadIns = openings.map(({ words }) => words);
    for (const [place, sentence] of sentences.entries()) {
      const last = place === sentences.length - 1;
      if (last && opens) {
        pending.push({ text: sentence, line });
        openings = [...openings, { words: sentence, depth: item ? passage.depth : 0, inner: item }];
        continue;
      }
      const own = place === 0 && pending.length > 0 && item;
      const marked = place === 0 ? `${passage.marker?.written ?? ''}${sentence}` : sentence;
      const source = own ? [...pending.map(({ text }) => text), marked].join(' ') : sentence;
      const start = own ? (pending[0]?.line ?? line) : line;
      if (own) pending = [];
      units.push({ source, words: sentence, line: start, section, leadIns, item, links: linksIn(links, sentence) });
    }
  }
  if (formerSection !== undefined) flush(formerSection);
  return units;
}

const linksIn = (links: readonly SourceLink[], sentence: string): readonly SourceLink[] =>
  links.filter(({ text }) => text === '' || sentence.includes(text));
