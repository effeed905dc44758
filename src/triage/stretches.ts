// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import type { Word } from './folding.ts';
import { isLetterAt } from './letters.ts';

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"»]+|\b[a-z0-9-]+\.(?:it|com|org|net|eu|info|me|ly|io)(?:\/[^\s<>"»]*)?(?![\p{L}\p{N}@])/giu;
/** What every link has in it. */
const LIKELY = /:\/\/|www\.|\.(?:it|com|org|net|eu|info|me|ly|io)(?![\p{L}\p{N}@])/iu;
const MENTION = /(?<![\p{L}\p{N}._])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu;
const QUOTE = /«[^«»]{1,400}»|“[^“”]{1,400}”|"[^"]{1,400}"/gu;
const EMAIL_AHEAD = /[a-z0-9_%+-]@[a-z0-9]/i;

const spansOf = (pattern: RegExp, text: string): Span[] =>
  Array.from(text.matchAll(pattern), (match) => [match.index, match.index + match[0].length] as const);

const NONE: readonly Span[] = [];

/** Whether a full stop stands inside something, as in `www.esempio.it`: most stand at the end of a sentence. */
const hasInnerStop = (text: string): boolean => {
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) if (isLetterAt(text, at + 1)) return true;
  return false;
};

/** Links, in order. */
export const linksOf = (text: string): readonly Span[] => {
  if (!hasInnerStop(text) && !text.includes('://')) return NONE;
  if (!LIKELY.test(text)) return NONE;
  const links = spansOf(LINK, text);
  if (links.length === 0 || !EMAIL_AHEAD.test(text)) return links;
  return links.filter(([start]) => text.charAt(start - 1) !== '@' && text.charAt(start - 1) !== '.');
};

/** @mentions, in order. */
export const mentionsOf = (text: string): readonly Span[] => (text.includes('@') ? spansOf(MENTION, text) : NONE);

/** Which quotation each word stands in, -1 where none. */
export const quotesOf = (text: string, words: readonly Word[]): readonly number[] => {
  if (!text.includes('«') && !text.includes('"') && !text.includes('“')) return [];
  const quotes = spansOf(QUOTE, text);
  let quote = 0;
  return words.map(({ start, end }) => {
    while ((quotes[quote]?.[1] ?? start) < start) quote++;
    const [from, to] = quotes[quote] ?? [end, start];
    return from <= start && end <= to ? quote : -1;
  });
};
