// SPDX-License-Identifier: AGPL-3.0-or-later

/** A line of the policy file: its number from 1, and where it begins in the text. */
export interface PlacedLine {
  readonly text: string;
  readonly number: number;
  readonly from: number;
}

/** A fenced block; both lines are inside it, fences included. */
export interface BlockPlace {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** False where the closing fence is not there: the block then ends before the next title. */
  readonly closed: boolean;
}

/** A clause, from its title to the line before the next title. */
export interface ClausePlace {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly audience: 'external' | 'internal';
  readonly first: number;
  readonly last: number;
  readonly blocks: readonly BlockPlace[];
}

/** Where things stand in a policy file that may be half written: what the parser would say only of a right one. */
export interface Outline {
  readonly lines: readonly PlacedLine[];
  readonly clauses: readonly ClausePlace[];
  /** Every title, with the last line of what it opens. */
  readonly headings: readonly { readonly level: number; readonly first: number; readonly last: number }[];
  /** The line of each example, in the order of the file. */
  readonly examples: readonly number[];
}

const HEADING = /^(#{1,6})\s+(.*\S)\s*$/;
const CLAUSE = /^([A-Z][A-Z0-9]*-\d{3})\s+·\s+(\S.*)$/;
const FENCE = /^(~~~|```)\s*(.*)$/;

export function linesOf(text: string): readonly PlacedLine[] {
  let from = 0;
  return text.split('\n').map((line, index) => {
    const placed = { text: line.replace(/\r$/, ''), number: index + 1, from };
    from += line.length + 1;
    return placed;
  });
}

/** The last line of a fenced block that opens at an index. */
function closingOf(lines: readonly PlacedLine[], index: number, marks: string): { last: number; closed: boolean } {
  for (let next = index + 1; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? '';
    if (text.trim() === marks) return { last: next + 1, closed: true };
    if (/^#{1,6} /.test(text)) return { last: next, closed: false };
  }
  return { last: lines.length, closed: false };
}

interface OpenClause extends Omit<ClausePlace, 'last' | 'blocks'> {
  last: number;
  readonly blocks: BlockPlace[];
}

export function outlineOf(text: string): Outline {
  const lines = linesOf(text);
  const clauses: OpenClause[] = [];
  const headings: { level: number; first: number; last: number }[] = [];
  const examples: number[] = [];
  let section = '';
  let audience: ClausePlace['audience'] = 'external';
  let open: OpenClause | undefined;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const [, marks, name = ''] = FENCE.exec(line.text.trim()) ?? [];
    if (marks !== undefined) {
      const { last, closed } = closingOf(lines, index, marks);
      open?.blocks.push({ name: name.trim(), first: line.number, last, closed });
      if (name.trim() === 'esempi')
        for (const inside of lines.slice(index + 1, last)) {
          if (/^\s?-\s+/.test(inside.text)) examples.push(inside.number);
        }
      index = last;
      continue;
    }
    const [, hashes, title = ''] = HEADING.exec(line.text) ?? [];
    if (hashes !== undefined) {
      const level = hashes.length;
      for (const heading of headings) if (heading.level >= level && heading.last === 0) heading.last = line.number - 1;
      headings.push({ level, first: line.number, last: 0 });
      if (open !== undefined) open.last = line.number - 1;
      open = undefined;
      if (level === 1) audience = title === 'Policy interna' ? 'internal' : 'external';
      if (level === 2) section = title;
      const [, id, words = ''] = level === 3 ? (CLAUSE.exec(title) ?? []) : [];
      if (id !== undefined) {
        open = { id, title: words, section, audience, first: line.number, last: lines.length, blocks: [] };
        clauses.push(open);
      }
    }
    index += 1;
  }
  for (const heading of headings) if (heading.last === 0) heading.last = lines.length;
  return { lines, clauses, headings, examples };
}

/** The clause a line stands in. */
export const clauseAt = (outline: Outline, line: number): ClausePlace | undefined =>
  outline.clauses.find(({ first, last }) => first <= line && line <= last);

/** The block a line stands in. */
export const blockAt = (outline: Outline, line: number): BlockPlace | undefined =>
  clauseAt(outline, line)?.blocks.find(({ first, last }) => first <= line && line <= last);
