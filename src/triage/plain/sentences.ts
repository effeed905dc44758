// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';

const ABBREVIATED =
  /(?:^|[\s(«])(?:\p{Lu}|[Dd]ott|[Dd]r|[Pp]rof|[Ss]ig|[Aa]vv|[Ii]ng|[Aa]rch|[Gg]eom|art|n|nn|pag|tel|ecc|S|SS)$/u;

/** Sentences of a text written with care: cut at its lines and where one ends, not after a title or a number. */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    if (text.slice(start, end).trim() !== '') sentences.push([start, end]);
    start = end;
  };
  for (const { 0: sign, index } of text.matchAll(/\n|[.!?…]+[»”")]*(?=\s|$)/g)) {
    if (sign === '.' && ABBREVIATED.test(text.slice(Math.max(0, index - 8), index))) continue;
    push(index + sign.length);
  }
  push(text.length);
  return sentences;
}
