// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';

// How the checks look for words in a text that was written with care.

/** A pattern of whole words, in any case: `wholeWords('bozz[ae] di delibera|in anteprima')`. */
export const wholeWords = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'giu');

/** The same, and capitals count. */
export const exactWords = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'gu');

/** Where a global pattern matches. */
export const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => [index, index + found.length] as const);

export const has = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0;

export const overlap = ([from, to]: Span, [start, end]: Span): boolean => from < end && start < to;

export const inside = (spans: readonly Span[], bounds: Span): readonly Span[] =>
  spans.filter((span) => overlap(span, bounds));

/** The sentence of a place with those beside it: people are named in one and spoken of in the next. */
export function neighbourhood(sentences: readonly Span[], at: Span): Span {
  const place = sentences.findIndex((sentence) => overlap(sentence, at));
  if (place < 0) return at;
  const [from] = sentences[Math.max(0, place - 1)] ?? at;
  const [, to] = sentences[Math.min(sentences.length - 1, place + 1)] ?? at;
  return [from, to];
}

export const sentenceAt = (sentences: readonly Span[], at: Span): Span =>
  sentences.find((sentence) => overlap(sentence, at)) ?? at;

/** In order, those that touch made one. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = joined.at(-1);
    if (last !== undefined && start < last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], end)];
    else joined.push([start, end]);
  }
  return joined;
}
