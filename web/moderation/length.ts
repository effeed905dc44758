// SPDX-License-Identifier: AGPL-3.0-or-later

export interface ReplyLimit {
  readonly length: number;
  readonly unit: 'characters' | 'graphemes';
}

const segmenter = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** The length of a text as a network counts it: what people see as one sign (graphemes), or UTF-16 units. */
export function lengthIn(text: string, unit: ReplyLimit['unit']): number {
  if (unit === 'characters') return text.length;
  let graphemes = 0;
  for (const _ of segmenter.segment(text)) graphemes += 1;
  return graphemes;
}
