// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';

/** What is covered, and what stands in its place. */
export interface Covering {
  /** Categories of triage whose words go. */
  readonly categories: readonly string[];
  readonly cover: string;
}

const MENTION = /@[\p{L}\p{N}_.-]{2,}/gu;

/** The text without the words in which any of those categories was noticed, nor who is named with @. Pure. */
export function covered(
  text: string,
  signals: readonly Pick<Signal, 'category' | 'spans'>[],
  { categories, cover }: Covering,
): string {
  const noticed = signals.filter(({ category }) => categories.includes(category)).flatMap(({ spans }) => spans);
  const mentions = [...text.matchAll(MENTION)].map(({ index, 0: found }) => [index, index + found.length] as const);
  const spans = [...noticed, ...mentions].toSorted(([one], [other]) => one - other);
  let [out, from] = ['', 0];
  for (const [start, end] of spans) {
    if (end <= from) continue;
    out += start > from ? text.slice(from, start) + cover : out.endsWith(cover) ? '' : cover;
    from = end;
  }
  return out + text.slice(from);
}
