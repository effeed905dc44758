// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Hit, Reading } from '../reading.ts';
import { before, sentenceOf } from '../sentence.ts';
import { personNames } from './person-name.ts';
import { type Notice, type Rule, signalOn } from './rule.ts';

const NEARBY_WORDS = 9;
const OWN = /^(?:ho|sono|soffro|mi|avevo|abbiamo|mio|mia)$/u;

interface Whose {
  readonly first: number;
  readonly notice: Pick<Notice, 'strength' | 'reason'>;
}

const ownWord = (reading: Reading, hit: Hit): number | undefined => {
  const { first } = sentenceOf(reading, hit.first);
  for (let index = hit.first - 1; index >= Math.max(first, hit.first - 4); index--) {
    const word = reading.words[index];
    if (word !== undefined && OWN.test(reading.text.slice(word.start, word.end).toLowerCase())) return index;
  }
  return undefined;
};

const whose = (reading: Reading, hit: Hit): Whose | undefined => {
  const name = personNames(reading).find((one) => Math.abs(hit.first - one.last) <= NEARBY_WORDS);
  if (name !== undefined)
    return {
      first: Math.min(name.first, hit.first),
      notice: { strength: 0.85, reason: 'Parla della salute di una persona indicata per nome.' },
    };
  const relation =
    before(reading, hit.first, { tags: ['relation'], distance: NEARBY_WORDS }) ??
    reading.hits('relation').find((one) => one.first > hit.last && one.first - hit.last <= 4);
  if (relation !== undefined)
    return {
      first: Math.min(relation.first, hit.first),
      notice: { strength: 0.7, reason: 'Parla della salute di un familiare o di un conoscente di chi scrive.' },
    };
  const own = ownWord(reading, hit);
  if (own === undefined) return undefined;
  return {
    first: own,
    notice: {
      strength: 0.4,
      reason: 'Chi scrive sembra parlare della propria salute: conviene invitarlo a un canale riservato.',
    },
  };
};

/** Health said of somebody. Illnesses in general, and services for them, reveal nobody. */
export const sensitiveData: Rule = {
  categories: ['sensitive-data'],
  notice: (reading) =>
    reading.hits('health').flatMap((hit): Signal[] => {
      const person = whose(reading, hit);
      if (person === undefined) return [];
      const stretch = { first: person.first, last: Math.max(hit.last, person.first), hits: [hit] };
      return [signalOn(reading, stretch, { category: 'sensitive-data', source: 'salute', ...person.notice })];
    }),
};
