// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import { covered } from '../masking.ts';

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

/** The words without the data of people, nor who is named with @. */
export const maskedText = (text: string, signals: readonly Pick<Signal, 'category' | 'spans'>[]): string =>
  covered(text, signals, { categories: MASKED, cover: MASK });

export const isDelicate = (signals: readonly Pick<Signal, 'category'>[]): boolean =>
  signals.some(({ category }) => ONLY_BEHIND_THE_LINK.includes(category));

/** Of a text written at the desk: nothing in it that a letter may not carry. */
export const isFitForLetter = (signals: readonly Pick<Signal, 'category'>[]): boolean =>
  !isDelicate(signals) && !signals.some(({ category }) => MASKED.includes(category));
