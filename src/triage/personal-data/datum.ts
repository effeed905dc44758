// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';

/** A datum that identifies or reaches a person, found in a text. */
export interface Datum {
  readonly span: Span;
  /** 1 where a checksum holds. */
  readonly strength: number;
  readonly source: string;
  readonly reason: string;
}

/** One kind of datum: a cheap look first, so that most texts cost nothing. */
export interface DatumFinder {
  readonly source: string;
  readonly find: (text: string) => readonly Datum[];
}

export const spanOfMatch = (match: RegExpExecArray): Span => [match.index, match.index + match[0].length];

/** Every match of a global pattern, kept if `judge` makes a datum of it. */
export const findAll = (
  text: string,
  pattern: RegExp,
  judge: (written: string, match: RegExpExecArray) => Pick<Datum, 'strength' | 'reason'> | undefined,
): { span: Span; strength: number; reason: string }[] => {
  const found: { span: Span; strength: number; reason: string }[] = [];
  for (const match of text.matchAll(pattern)) {
    const verdict = judge(match[0], match);
    if (verdict !== undefined) found.push({ span: spanOfMatch(match), ...verdict });
  }
  return found;
};
