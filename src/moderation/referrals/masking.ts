// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';

/** What somebody else’s office has no need to read. */
const MASKED: readonly string[] = ['personal-data', 'private-facts'];

/** Speaks of a person’s health or life: never in a letter. */
const ONLY_BEHIND_THE_LINK: readonly string[] = [
  'sensitive-data',
  'personal-case',
  'private-facts',
  'emergency',
  'csam',
];

export const MASK = '[dato omesso]';

/** The words without the spans in which data of people were noticed. */
export function maskedText(text: string, signals: readonly Pick<Signal, 'category' | 'spans'>[]): string {
  const spans = signals
    .filter(({ category }) => MASKED.includes(category))
    .flatMap((signal) => signal.spans)
    .toSorted(([left], [right]) => left - right);
  let [masked, from] = ['', 0];
  for (const [start, end] of spans) {
    if (end <= from) continue;
    masked += start > from ? text.slice(from, start) + MASK : masked.endsWith(MASK) ? '' : MASK;
    from = end;
  }
  return masked + text.slice(from);
}

export const isDelicate = (signals: readonly Pick<Signal, 'category'>[]): boolean =>
  signals.some(({ category }) => ONLY_BEHIND_THE_LINK.includes(category));

/** Of a text written at the desk: nothing in it that a letter may not carry. */
export const isFitForLetter = (signals: readonly Pick<Signal, 'category'>[]): boolean =>
  !isDelicate(signals) && !signals.some(({ category }) => MASKED.includes(category));
