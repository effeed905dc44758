// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { isDenied, spanOf } from '../sentence.ts';

/** What words of one kind add, by their degree; negative where they speak against it. */
export interface Weight {
  readonly tag: Tag;
  readonly weights: readonly [mild: number, plain: number, grave: number];
  /** How many different words of the kind count; one by default. */
  readonly most?: number;
}

/** The same whatever the degree. */
export const weight = (tag: Tag, each: number, most = 1): Weight => ({ tag, weights: [each, each, each], most });

export interface Weighed {
  readonly total: number;
  /** What counted, the heaviest first. */
  readonly hits: readonly Hit[];
}

/** Where words are gathered: from and to, both counted. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const bears = (reading: Reading, hit: Hit): boolean => reading.quote(hit.first) < 0 && !isDenied(reading, hit.first, 1);

/** Small clues added up: no one of them says enough alone. What is denied or between quotation marks adds nothing. */
export const weigh = (reading: Reading, all: readonly Weight[], { from, to }: Window): Weighed => {
  const counted: { hit: Hit; added: number }[] = [];
  let total = 0;
  for (const { tag, weights, most = 1 } of all) {
    const seen = new Set<string>();
    const near = reading.hits(tag).filter(({ first, last }) => last >= from && first <= to);
    for (const hit of near.toSorted((one, other) => other.degree - one.degree)) {
      if (seen.size >= most) break;
      const added = weights[hit.degree - 1] ?? weights[1];
      const written = reading.text.slice(...spanOf(reading, hit)).toLowerCase();
      if (seen.has(written) || (added > 0 && !bears(reading, hit))) continue;
      seen.add(written);
      total += added;
      if (added > 0) counted.push({ hit, added });
    }
  }
  return { total, hits: counted.toSorted((one, other) => other.added - one.added).map(({ hit }) => hit) };
};
