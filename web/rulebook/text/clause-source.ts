// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ClausePlace, Outline, PlacedLine } from './outline.ts';

/** A line of a block with those that continue it. `raw` is its value on one line. */
export interface Entry {
  readonly kind: 'key' | 'item' | 'other';
  readonly name: string;
  readonly raw: string;
  readonly first: number;
  readonly last: number;
}

export interface BlockSource {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly closed: boolean;
  readonly entries: readonly Entry[];
}

/** Prose between titles and blocks; an empty one has `last` before `first`. */
export interface ProseSource {
  readonly first: number;
  readonly last: number;
  /** Paragraphs on one line each, a blank line between them; the lines of a list one after the other. */
  readonly text: string;
}

/** A clause as it is written, right or wrong: everything in it has its place. */
export interface ClauseSource {
  readonly id: string;
  readonly title: string;
  readonly first: number;
  readonly last: number;
  /** The one after the title first, even when empty; then whatever stands between and after the blocks. */
  readonly prose: readonly ProseSource[];
  readonly blocks: readonly BlockSource[];
}

/** A change of the text, as the editor takes it. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

const KEY = /^([^:«»]+?)\s*:(?:\s+(.*))?$/;

function entriesOf(lines: readonly PlacedLine[]): readonly Entry[] {
  const entries: { -readonly [Name in keyof Entry]: Entry[Name] }[] = [];
  for (const { text, number } of lines) {
    const value = text.trim();
    if (value === '') continue;
    const last = entries.at(-1);
    if (/^ {2}/.test(text) && last !== undefined) {
      last.raw = `${last.raw} ${value}`.trim().replace(/\s+/g, ' ');
      last.last = number;
      continue;
    }
    const item = /^-\s+(.*)$/.exec(value);
    const pair = item === null ? KEY.exec(value) : null;
    const kind = item !== null ? 'item' : pair !== null ? 'key' : 'other';
    const raw = (item?.[1] ?? (pair === null ? value : pair[2]) ?? '').trim();
    entries.push({ kind, name: pair?.[1] ?? '', raw, first: number, last: number });
  }
  return entries;
}

/** Unwraps lines into paragraphs and items of lists. */
function unwrapped(lines: readonly PlacedLine[]): string {
  const pieces: { text: string; after: string }[] = [];
  let open = false;
  for (const { text } of lines) {
    const words = text.trim();
    if (words === '') {
      open = false;
      continue;
    }
    const isItem = /^-\s/.test(words);
    const last = pieces.at(-1);
    if (open && !isItem && last !== undefined) last.text += ` ${words}`;
    else {
      if (last !== undefined) last.after = open && isItem ? '\n' : '\n\n';
      pieces.push({ text: words, after: '' });
    }
    open = true;
  }
  return pieces.map(({ text, after }) => text + after).join('');
}

function proseOf(outline: Outline, first: number, last: number): ProseSource {
  const lines = outline.lines.slice(first - 1, last);
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const end = lines.findLastIndex(({ text }) => text.trim() !== '');
  if (start < 0) return { first, last: first - 1, text: '' };
  return { first: first + start, last: first + end, text: unwrapped(lines.slice(start, end + 1)) };
}

export function clauseSourceOf(outline: Outline, place: ClausePlace): ClauseSource {
  const blocks = place.blocks.map(
    (block): BlockSource => ({
      ...block,
      entries: entriesOf(outline.lines.slice(block.first, block.closed ? block.last - 1 : block.last)),
    }),
  );
  const starts = [place.first + 1, ...blocks.map(({ last }) => last + 1)];
  const ends = [...blocks.map(({ first }) => first - 1), place.last];
  const prose = starts
    .map((first, index) => proseOf(outline, first, ends[index] ?? place.last))
    .filter(({ text }, index) => index === 0 || text !== '');
  return { id: place.id, title: place.title, first: place.first, last: place.last, prose, blocks };
}
