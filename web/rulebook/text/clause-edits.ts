// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BlockSource, ClauseSource, Entry, ProseSource, TextChange } from './clause-source.ts';
import type { ClausePlace, Outline } from './outline.ts';

// Each gives the smallest change of the text that does one thing; everything else stays to the letter.

const endOf = (outline: Outline, line: number): number => {
  const placed = outline.lines[line - 1];
  return placed === undefined ? (outline.lines.at(-1)?.from ?? 0) : placed.from + placed.text.length;
};
const startOf = (outline: Outline, line: number): number => outline.lines[line - 1]?.from ?? endOf(outline, line);

const onOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

const replaceLines = (outline: Outline, first: number, last: number, insert: string): TextChange => ({
  from: startOf(outline, first),
  to: endOf(outline, last),
  insert,
});

/** Takes whole lines away, with the line break after them. */
function dropLines(outline: Outline, first: number, last: number): TextChange {
  const next = outline.lines[last];
  const from = startOf(outline, first);
  return { from, to: next === undefined ? endOf(outline, last) : next.from, insert: '' };
}

const afterLine = (outline: Outline, line: number, insert: string): TextChange => {
  const at = endOf(outline, line);
  return { from: at, to: at, insert: `\n${insert}` };
};

export const setTitle = (outline: Outline, clause: ClauseSource, title: string): TextChange =>
  replaceLines(outline, clause.first, clause.first, `### ${clause.id} · ${onOneLine(title)}`);

export function setProse(outline: Outline, clause: ClauseSource, edit: { at: ProseSource; text: string }): TextChange {
  const { at, text } = edit;
  // A title or a fence typed as prose would become one.
  const safe = text.replace(/\r/g, '').replace(/^(\s*)(#{1,6} |~~~|```)/gm, '$1');
  if (at.last >= at.first) return replaceLines(outline, at.first, at.last, safe.trimEnd());
  return afterLine(outline, clause.first, `\n${safe.trimEnd()}`);
}

/** Where a new line of a block goes: after the entries that should stand before it. */
function lineBefore(block: BlockSource, before: (entry: Entry) => boolean): number {
  return block.entries.filter(before).reduce((last, entry) => Math.max(last, entry.last), block.first);
}

/**
 * Writes a key of a block, or takes it away. A new key goes where the order of the formatter wants it: after those of
 * `order` that come before it.
 */
export function setKey(
  outline: Outline,
  block: BlockSource,
  edit: { readonly name: string; readonly value: string | undefined; readonly order: readonly string[] },
): TextChange | undefined {
  const { name, value, order } = edit;
  const entry = block.entries.find((each) => each.kind === 'key' && each.name === name);
  if (entry !== undefined && value === undefined) return dropLines(outline, entry.first, entry.last);
  if (value === undefined) return undefined;
  const line = `${name}: ${onOneLine(value)}`;
  if (entry !== undefined) return replaceLines(outline, entry.first, entry.last, line);
  const earlier = new Set(order.slice(0, order.indexOf(name)));
  return afterLine(
    outline,
    lineBefore(block, (each) => each.kind === 'key' && earlier.has(each.name)),
    line,
  );
}

export const setItem = (outline: Outline, item: Entry, raw: string): TextChange =>
  replaceLines(outline, item.first, item.last, `- ${onOneLine(raw)}`);

export const addItem = (outline: Outline, block: BlockSource, raw: string): TextChange =>
  afterLine(
    outline,
    lineBefore(block, () => true),
    `- ${onOneLine(raw)}`,
  );

export const removeEntry = (outline: Outline, entry: Entry): TextChange => dropLines(outline, entry.first, entry.last);

/** A new block at the end of a clause: its lines are those that must be there. */
export function addBlock(
  outline: Outline,
  clause: ClauseSource,
  block: { readonly name: string; readonly lines: readonly string[] },
): TextChange {
  const { name, lines } = block;
  const last = [...clause.prose, ...clause.blocks].reduce((end, each) => Math.max(end, each.last), clause.first);
  return afterLine(outline, last, ['', `~~~${name}`, ...lines, '~~~'].join('\n'));
}

/** Takes a block away, with one of the blank lines around it. */
export function removeBlock(outline: Outline, block: BlockSource): TextChange {
  const blankAfter = outline.lines[block.last]?.text.trim() === '';
  return dropLines(outline, block.first, blankAfter ? block.last + 1 : block.last);
}

/** A new clause after another, under the first number that no clause of the file has beyond the highest; `line` is its title's. */
export function addClause(
  outline: Outline,
  after: ClausePlace,
  words: { readonly title: string; readonly prose: string },
): { readonly change: TextChange; readonly id: string; readonly line: number } {
  const prefix = after.id.slice(0, after.id.lastIndexOf('-'));
  const id = freeId(
    outline.clauses.map((each) => each.id),
    prefix,
  );
  const inside = outline.lines.slice(after.first - 1, after.last);
  const last = inside.findLast(({ text }) => text.trim() !== '')?.number ?? after.first;
  const change = afterLine(outline, last, ['', `### ${id} · ${words.title}`, '', words.prose].join('\n'));
  return { change, id, line: last + 2 };
}

const HIGHEST = 999;

function freeId(taken: readonly string[], prefix: string): string {
  const numbers = new Set(taken.filter((id) => id.startsWith(`${prefix}-`)).map((id) => Number(id.slice(-3))));
  let number = Math.max(0, ...numbers) + 1;
  if (number > HIGHEST) for (number = 1; numbers.has(number); ) number += 1;
  return `${prefix}-${String(number).padStart(3, '0')}`;
}
