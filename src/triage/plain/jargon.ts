// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { JARGON } from './jargon-words.ts';

/** Words of offices in a text, and what people say instead. */
export interface Jargon {
  readonly span: Span;
  /** One way or several, `;` between. */
  readonly plain: string;
}

interface Entry {
  readonly pattern: RegExp;
  readonly plain: string;
}

/** «Ai» and «ai», «dell’» and «dell'»; between words any white space; after an apostrophe the next word. */
const patternOf = (written: string): RegExp => {
  const source = written
    .replace(/[.*+?^$|[\]\\{}]/g, '\\$&')
    .replaceAll('(', '(?:')
    .replaceAll('/', '|')
    .replaceAll('~', '\\p{L}*')
    .replaceAll('’', "[’']")
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?:(?<=[’'])|(?![\\p{L}\\p{N}]))`, 'giu');
};

/** Longer ones first: they hide those inside them. */
const entriesOf = (list: string): readonly Entry[] =>
  list
    .split('\n')
    .filter((line) => line.includes(' = '))
    .map((line) => {
      const [written = '', plain = ''] = line.split(' = ');
      return { written: written.trim(), plain: plain.trim() };
    })
    .toSorted((one, other) => other.written.length - one.written.length)
    .map(({ written, plain }) => ({ pattern: patternOf(written), plain }));

let known: readonly Entry[] | undefined;

/** In the order of the text; none inside another. */
export function jargonIn(text: string): readonly Jargon[] {
  known ??= entriesOf(JARGON);
  const found: Jargon[] = [];
  for (const { pattern, plain } of known)
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const span = [index, index + words.length] as const;
      if (!found.some(({ span: [from, to] }) => span[0] < to && from < span[1])) found.push({ span, plain });
    }
  return found.toSorted((one, other) => one.span[0] - other.span[0]);
}

/** How many ways of offices the list knows. */
export const jargonCount = (): number => entriesOf(JARGON).length;
