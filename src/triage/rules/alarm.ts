// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Reading } from '../reading.ts';
import { alone, isDenied, isReported, type Stretch } from '../sentence.ts';
import { heaviest, marksOf, quoted, stretchesOf } from './marks.ts';
import { type Rule, signalOnAll } from './rule.ts';
import { weigh } from './weighing.ts';

/** «5000 casi», «200 morti»: figures that alarm only where a truth is said to be hidden or to be passed on. */
const TOLL =
  /\b\d[\d.]*\s+(?:casi|morti|contagi|contagiati|vittime|intubati|intossicati|avvelenati|(?:bambini|persone|anziani) (?:in coma|mort[ei]|intubat[ei]|avvelenat[ei]))\b/giu;

const tolls = (reading: Reading): readonly Stretch[] =>
  Array.from(reading.text.matchAll(TOLL)).flatMap(({ index, 0: { length } }) => {
    const first = reading.words.findIndex(({ start }) => start >= index);
    const last = reading.words.findLastIndex(({ end }) => end <= index + length);
    return first < 0 || last < first ? [] : [{ first, last, hits: [] }];
  });

const SAYS = {
  misleading: {
    source: 'disinformazione',
    says: 'dà per certa una regola, una cura o una trama che nessuna fonte dice; da verificare',
  },
  alarmist: { source: 'allarme', says: 'annuncia a tutti un pericolo senza indicare una fonte, da verificare' },
} as const;
const SURE = 0.5;
const MOST = 0.8;

/** A rule with whence it comes, a remedy with what it heals, a danger with when: many small clues. */
const bySmallClues = (reading: Reading, category: keyof typeof SAYS): Signal[] => {
  const weight = weigh(reading, category);
  if (weight === undefined || weight.strength < SURE || weight.hits.length === 0) return [];
  // «non è vero che…» takes it back.
  if (weight.hits.some((hit) => isReported(reading, alone(hit)))) return [];
  const { source, says } = SAYS[category];
  return [
    signalOnAll(reading, stretchesOf(weight.hits), {
      category,
      strength: Math.min(MOST, weight.strength),
      source,
      reason: `${quoted(reading, weight.hits)}: ${says}.`,
    }),
  ];
};

/** Said in so many words, or borne out by what stands around. */
const isPlain = (reading: Reading, alarms: readonly Stretch[]): boolean =>
  alarms.some(({ first, last }) => last - first > 1) || weigh(reading, 'alarmist') !== undefined;

/** Alarm and hidden truths. Text cannot say what is false: one clue alone stays weak, several together do not. */
export const alarm: Rule = {
  categories: ['alarmist', 'misleading'],
  notice: (reading) => {
    const hidden = reading.hits('concealment').map(alone);
    const spread = reading.hits('sharing-call').map(alone);
    const alarms = [
      ...reading
        .hits('alarm')
        .filter((hit) => !isDenied(reading, hit.first) && reading.quote(hit.first) < 0)
        .map(alone),
      ...(hidden.length + spread.length > 0 ? tolls(reading) : []),
    ];
    const signals: Signal[] = [];
    const told = marksOf(reading, 'falsehood', ({ first }) => reading.quote(first) < 0);
    const countered = reading.hits('counter').length > 0;
    const plain = !countered && told.hits.some(({ degree }) => degree === 3);
    if (plain)
      signals.push(
        signalOnAll(reading, stretchesOf(heaviest(told.hits)), {
          category: 'misleading',
          strength: told.weight > 3 || weigh(reading, 'misleading') !== undefined ? 0.65 : 0.45,
          source: 'disinformazione',
          reason: `${quoted(reading, heaviest(told.hits))}: ripete affermazioni tipiche della disinformazione, da verificare.`,
        }),
      );
    if (alarms.length > 0 && !countered)
      signals.push(
        signalOnAll(reading, alarms, {
          category: 'alarmist',
          strength: hidden.length + spread.length > 0 ? 0.7 : isPlain(reading, alarms) ? 0.6 : 0.45,
          source: 'allarme',
          reason: `${quoted(reading, alarms)}: annuncia un pericolo grave senza indicare una fonte, da verificare.`,
        }),
      );
    if (!countered) {
      if (!plain) signals.push(...bySmallClues(reading, 'misleading'));
      if (alarms.length === 0) signals.push(...bySmallClues(reading, 'alarmist'));
    }
    if (hidden.length > 0 && !plain)
      signals.push(
        signalOnAll(reading, [...hidden, ...spread], {
          category: 'misleading',
          strength: spread.length > 0 ? 0.55 : 0.3,
          source: 'allarme',
          reason: `${quoted(reading, hidden)}: parla di verità nascoste; può essere disinformazione, ma anche una critica.`,
        }),
      );
    return signals;
  },
};
