// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReadSource, SourceLine, SourceLink } from '../source.ts';
import { markerOf } from './markers.ts';
import { citesLaw, isInCapitals, isStructural } from './titles.ts';

/** A whole paragraph, item or title, its lines joined. */
export interface Paragraph {
  readonly text: string;
  readonly line: number;
  readonly apart: boolean;
  readonly says?: 'heading' | 'item' | 'paragraph';
  readonly depth?: number;
  readonly links: readonly SourceLink[];
}

/** Longest line that can come from breaking paragraphs into lines. */
const WIDEST = 135;
const LONG_LINE = 80;
/** Above this share of longer lines a text was not broken at all. */
const MOST_WHOLE = 0.2;

const ENDS = /[.;:!?…]["»”’')]*$/;
const CALLS_FOR_MORE =
  /(?:,|\s(?:e|ed|o|od|di|del|dello|della|dei|degli|delle|da|dal|dalla|in|nel|nella|con|su|sul|sulla|per|tra|fra|a|al|alla|ai|agli|alle|il|lo|la|i|gli|le|un|uno|una|che|non|si|anche|come|quali|nonché|ovvero|oppure))$/iu;
const BEGINS_LOW = /^["«“(]?\p{Ll}/u;
const BROKEN_WORD = /\p{L}-$/u;
/** Words that keep their hyphen at the end of a line. */
const HYPHENATED = /(?:^|\s)(?:e|off|on|ex|post|pre|anti|non|socio|follow|copy|self|video|audio)-$/i;

/** The width at which a text was broken into lines; undefined where each line is a paragraph. */
function brokenAt(lines: readonly SourceLine[]): number | undefined {
  const lengths = lines.map(({ text }) => text.length).toSorted((one, other) => one - other);
  // A few paragraphs may stand whole in a text that was otherwise broken.
  const broken = lengths.filter((length) => length <= WIDEST);
  if (lengths.length - broken.length > lengths.length * MOST_WHOLE) return undefined;
  const width = broken[Math.floor(broken.length * 0.92)] ?? 0;
  if (width < 40) return undefined;
  const long = lines.filter(({ text }) => text.length >= width * 0.75 && text.length <= WIDEST);
  const open = long.filter(({ text }) => !ENDS.test(text));
  return long.length >= 3 && open.length >= long.length * 0.35 ? width : undefined;
}

/** A title over two lines: cut at a small word, or long. */
const titleGoesOn = (before: string, next: string): boolean =>
  CALLS_FOR_MORE.test(before) ||
  /^(?:DI|DEL|DELL[’'AOE]|DEI|DEGLI|E|ED|PER|SU|SUI|SUL|SULL[’'AE]|IN|NEI|NELL[’'AE]|CON|DA|DALL?|A|AI|AL)(?:\s|[’'])/.test(
    next,
  ) ||
  before.length >= 60;

const IS_TABLE_ROW = /\S {3,}\S/;

function goesOn(before: Paragraph & { readonly last: string }, next: SourceLine, width: number | undefined): boolean {
  if (before.says === 'heading' || next.says === 'heading')
    return before.says === next.says && before.depth === next.depth && !next.apart;
  if (isInCapitals(before.text) || isInCapitals(next.text))
    return (
      isInCapitals(before.text) &&
      isInCapitals(next.text) &&
      !next.apart &&
      !ENDS.test(before.text) &&
      markerOf(next.text) === undefined &&
      titleGoesOn(before.last, next.text)
    );
  if (IS_TABLE_ROW.test(before.last) || IS_TABLE_ROW.test(next.text) || citesLaw(next.text)) return false;
  if (markerOf(next.text) !== undefined || isStructural(next.text) || isStructural(before.text)) return false;
  if (ENDS.test(before.last)) return false;
  if (CALLS_FOR_MORE.test(before.last)) return !next.apart || BEGINS_LOW.test(next.text);
  if (next.apart) return false;
  // A long line cut before a small letter goes on, unless small letters begin the items of a list.
  if (width === undefined)
    return BEGINS_LOW.test(next.text) && !BEGINS_LOW.test(before.text) && before.last.length >= LONG_LINE;
  const full = before.last.length >= width * 0.6;
  return BROKEN_WORD.test(before.last) || (BEGINS_LOW.test(next.text) ? full : before.last.length >= width * 0.75);
}

function glued(before: string, next: string): string {
  const broken = BROKEN_WORD.test(before) && BEGINS_LOW.test(next) && !HYPHENATED.test(before);
  return broken ? before.slice(0, -1) + next : `${before} ${next}`;
}

/** Joins the lines of each paragraph, mending the words broken at their ends. */
export function paragraphsOf({ lines, whole }: ReadSource): readonly Paragraph[] {
  const asRead = ({ text, line, apart, says, depth, links = [] }: SourceLine): Paragraph => ({
    text,
    line,
    apart,
    links,
    ...(says === undefined ? {} : { says }),
    ...(depth === undefined ? {} : { depth }),
  });
  if (whole) return lines.map(asRead);
  const width = brokenAt(lines);
  const paragraphs: (Paragraph & { readonly last: string })[] = [];
  for (const next of lines) {
    const before = paragraphs.at(-1);
    if (before === undefined || !goesOn(before, next, width)) {
      paragraphs.push({ ...asRead(next), last: next.text });
      continue;
    }
    const joined = { text: glued(before.text, next.text), links: [...before.links, ...(next.links ?? [])] };
    paragraphs[paragraphs.length - 1] = { ...before, ...joined, last: next.text };
  }
  return paragraphs;
}
