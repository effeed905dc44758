// SPDX-License-Identifier: AGPL-3.0-or-later
import { importError } from '../errors.ts';
import type { LeftOut, ReadSource, SourceLine } from '../source.ts';
import { squeezed } from './characters.ts';
import { furnitureIn } from './furniture.ts';

/** A line of a page: where it stands, in points from the page's bottom, and how large its letters are. */
export interface PageLine {
  readonly text: string;
  readonly y: number;
  readonly size: number;
}

interface Piece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

/** Pieces nearer than this, in parts of their size, stand on one line. */
const SAME_LINE = 0.4;
/** A wider gap than this, in parts of the size, is a space that was not written. */
const SPACE_GAP = 0.2;
/** Letters this much larger than those of the text are a title. */
const TITLE_SIZE = 1.12;
/** A gap this much larger than the usual one between lines begins a paragraph. */
const PARAGRAPH_GAP = 1.35;
/** Running heads stand among the first or last lines of a page. */
const MARGIN_LINES = 2;
const MOST_TEXT = 400_000;

function joinedLine(pieces: readonly Piece[]): PageLine | undefined {
  const ordered = pieces.toSorted((one, other) => one.x - other.x);
  let text = '';
  let reached = Number.NEGATIVE_INFINITY;
  for (const piece of ordered) {
    const gap = piece.x - reached;
    text += text !== '' && gap > piece.size * SPACE_GAP ? ` ${piece.str}` : piece.str;
    reached = piece.x + piece.width;
  }
  const words = squeezed(text);
  const [first] = ordered;
  if (words === '' || first === undefined) return undefined;
  return { text: words, y: first.y, size: Math.max(...ordered.map(({ size }) => size)) };
}

function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && Math.abs(first.y - piece.y) <= piece.size * SAME_LINE)
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => joinedLine(row) ?? []);
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();

const atMargin = (lines: readonly PageLine[], index: number): boolean =>
  index < MARGIN_LINES || index >= lines.length - MARGIN_LINES;

/** Lines that come back at the margin of most pages, their numbers apart. */
function runningHeads(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const here = lines.filter((_, index) => atMargin(lines, index)).map(({ text }) => withoutNumbers(text));
    for (const text of new Set(here)) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const most = Math.max(2, pages.length * 0.5);
  return new Set([...seen].flatMap(([text, times]) => (times >= most ? [text] : [])));
}

/** Of some numbers the one in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Puts the pages together: heads and page numbers taken out, titles told by their size, paragraphs by the space before. */
export function joinPages(pages: readonly (readonly PageLine[])[]): ReadSource {
  const heads = runningHeads(pages);
  const every = pages.flat();
  const size = median(
    every.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 20) }, () => line.size)),
  );
  const gaps = pages.flatMap((lines) =>
    lines.flatMap(({ y }, index) => {
      const before = lines[index - 1];
      return before === undefined || before.y <= y ? [] : [before.y - y];
    }),
  );
  const usualGap = median(gaps);
  const lines: SourceLine[] = [];
  const left: LeftOut[] = [];
  let number = 0;
  for (const page of pages) {
    // A page's first words may go on from the page before: no space tells.
    let before: PageLine | undefined;
    for (const [index, { text, y, size: height }] of page.entries()) {
      number += 1;
      const head = atMargin(page, index) && heads.has(withoutNumbers(text));
      const why = head ? 'intestazione o piè di pagina del PDF' : furnitureIn(text);
      if (why !== undefined) {
        left.push({ left: text, why });
        continue;
      }
      const heading = height >= size * TITLE_SIZE && text.length <= 140;
      lines.push({
        text,
        line: number,
        apart: before !== undefined && before.y - y > usualGap * PARAGRAPH_GAP,
        ...(heading ? { says: 'heading', depth: height >= size * 1.5 ? 1 : 2 } : {}),
      });
      before = { text, y, size: height };
    }
  }
  return { lines, left, whole: false, remarks: [] };
}

async function pagesOf(bytes: Uint8Array): Promise<PageLine[][]> {
  const { getDocumentProxy } = await import('unpdf');
  // The reader takes the bytes for itself.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: PageLine[][] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages && length <= MOST_TEXT; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as readonly number[];
      return [{ str: item.str, x, y, size: item.height || 10, width: item.width }];
    });
    const lines = linesOfPage(pieces);
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    pages.push(lines);
  }
  if (length > MOST_TEXT) throw importError('TOO_LARGE', `più di ${MOST_TEXT} caratteri`);
  return pages;
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
const isCoded = (error: unknown): boolean => error instanceof Error && error.name === 'CodedError';

/** Reads a PDF's text. Throws PDF_LOCKED, PDF_BROKEN, PDF_OF_IMAGES, TOO_LARGE. */
export async function readPdf(bytes: Uint8Array): Promise<ReadSource> {
  let pages: PageLine[][];
  try {
    pages = await pagesOf(bytes);
  } catch (error) {
    if (isCoded(error)) throw error;
    throw importError(isNamed(error, 'PasswordException') ? 'PDF_LOCKED' : 'PDF_BROKEN', undefined, { cause: error });
  }
  const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < 40) throw importError('PDF_OF_IMAGES');
  return joinPages(pages);
}
