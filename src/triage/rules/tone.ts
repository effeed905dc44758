// SPDX-License-Identifier: AGPL-3.0-or-later

import { COURTESY, MEASURE } from '../hints.ts';
import type { Reading } from '../reading.ts';
import { DIGIT, DRAWING, EURO, QUOTE } from '../signs.ts';
import { tagSet } from '../tag-set.ts';
import { type Marks, marksOf } from './marks.ts';

/** How discontent a text sounds. */
export interface Tone {
  readonly marks: Marks;
  /** 4 and more: a complaint, harsh or ironic; 0: none. */
  readonly weight: number;
}

const HARSH = tagSet(['insult', 'criticism']);

const ANGRY = /[🤡🤬😡😠🙄🤦😤👎🤮🐌😒😩😭😔💸🤥🏆]/u;
const SHOUTED = /!{2,}|\?{2,}|\?!|!\?|\.{2,}|…/u;
/** «tre mesi per», «400mila euro», «3 milioni»: the figures of complaints. */
const FIGURES =
  /(?:(?<![\d.,])\d|\b(?:due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|vent['’]?|trent['’]?))[\d.,]{0,9}\s?(?:mila\s)?(?:mesi|ore|anni|settimane|giorni|minuti|volte|euro|€|milioni|mila\b|piani|gradini|chilometri|km)\b|€/iu;
const SCARE_QUOTES = /["“«][^"”»]{2,40}["”»]/u;
/** Words that a satisfied or merely curious citizen uses. */
const CONTENT =
  /\b(?:salve|buongiorno|buonasera|per favore|gentil\p{L}*|cortes\p{L}*|vorrei sapere|volevo sapere|potete dirmi)\b|[❤💙💚🙏😍🥰👏💪]/iu;

const measured = (reading: Reading): Tone => {
  const marks = marksOf(reading, 'grievance');
  const { text } = reading;
  const shows = (signs: number): boolean => (reading.signs & signs) !== 0;
  const looks =
    (shows(DRAWING) && ANGRY.test(text) ? 2 : 0) +
    (SHOUTED.test(text) ? 1 : 0) +
    (shows(DIGIT | EURO | MEASURE) && FIGURES.test(text) ? 2 : 0) +
    (shows(QUOTE) && SCARE_QUOTES.test(text) ? 1 : 0) +
    (reading.hasAny(HARSH) ? 2 : 0) -
    (shows(DRAWING | COURTESY) && CONTENT.test(text) ? 2 : 0);
  return { marks, weight: marks.weight + looks };
};

/** Measured once for each text: several rules ask. */
export const toneOf = (reading: Reading): Tone => reading.once(measured);
