// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import type { Reading } from './reading.ts';

/** Finds the places of a shape in a text, in order; time grows with the text's length only. */
export type Shape = (reading: Reading, ownContacts: readonly string[]) => readonly Span[];

/** A text shouts from this many letters on, when nearly all of them are capitals. */
const FEWEST_LETTERS = 12;
const CAPITAL_SHARE = 0.8;

function capitals({ text }: Reading): readonly Span[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const high = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS || high < letters * CAPITAL_SHARE) return [];
  const start = text.search(/\p{L}/u);
  return [[start, text.trimEnd().length]];
}

const hostOf = (address: string): string => /^(?:https?:\/\/)?(?:www\.)?([^/\s?#]+)/i.exec(address)?.[1] ?? address;

/** Links that lead elsewhere than to the body's own pages. */
function links({ text, links: found }: Reading, ownContacts: readonly string[]): readonly Span[] {
  const own = new Set(ownContacts.map((address) => hostOf(address).toLowerCase()));
  return found.filter(([start, end]) => !own.has(hostOf(text.slice(start, end)).toLowerCase()));
}

/** By the names that the policy language gives them. */
const LOOKS: Readonly<Record<string, Shape>> = {
  '{maiuscole}': capitals,
  '{link}': links,
  '{menzione}': ({ mentions }) => mentions,
};

const PIECES: Readonly<Record<string, string>> = { '#': '\\p{Nd}' };
const literal = (character: string): string => PIECES[character] ?? character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/**
 * The expression is ours, never the policy's: each piece is a literal, one digit, or the rest of a word, and what follows
 * the rest of a word can be no part of it. Nothing is tried twice on the same characters.
 */
function marked(phrase: string): Shape {
  const words = phrase.split(/\s+/).map((word) => {
    const open = word.endsWith('*');
    const known = [...(open ? word.slice(0, -1) : word)].map(literal).join('');
    return open ? `${known}[\\p{L}\\p{Nd}]*` : known;
  });
  const source = `(?<![\\p{L}\\p{Nd}])${words.join('\\s+')}(?![\\p{L}\\p{Nd}])`;
  const expression = new RegExp(source, 'giu');
  return ({ text }) =>
    [...text.matchAll(expression)].map((match): Span => [match.index, match.index + match[0].length]);
}

export const isShape = (phrase: string): boolean => /[*#{]/.test(phrase);

/** The shape that a phrase with marks describes; a look that nobody knows is found nowhere. */
export const shapeOf = (phrase: string): Shape =>
  phrase.startsWith('{') ? (LOOKS[phrase] ?? (() => [])) : marked(phrase);
