// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Hit, Reading } from '../reading.ts';
import { after, before } from '../sentence.ts';
import { type PersonName, personNames, untitledNames } from './person-name.ts';
import { type Notice, type Rule, signalOn } from './rule.ts';

const NEARBY_WORDS = 9;
const OWN = /^(?:ho|sono|soffro|mi|avevo|abbiamo|mio|mia)$/u;

interface Names {
  readonly titled: readonly PersonName[];
  readonly untitled: readonly PersonName[];
}

interface Whose {
  readonly first: number;
  readonly notice: Pick<Notice, 'strength' | 'reason'>;
}

const ownWord = (reading: Reading, hit: Hit): number | undefined => {
  const { first } = reading.sentence(hit.first);
  for (let index = hit.first - 1; index >= Math.max(first, hit.first - 4); index--) {
    const word = reading.words[index];
    if (word !== undefined && OWN.test(reading.text.slice(word.start, word.end).toLowerCase())) return index;
  }
  return undefined;
};

const whose = (reading: Reading, hit: Hit, names: Names): Whose | undefined => {
  const name = names.titled.find((one) => Math.abs(hit.first - one.last) <= NEARBY_WORDS);
  if (name !== undefined)
    return {
      first: Math.min(name.first, hit.first),
      notice: { strength: 0.85, reason: 'Parla della salute di una persona indicata per nome.' },
    };
  const relation =
    before(reading, hit.first, { tags: ['relation'], distance: NEARBY_WORDS }) ??
    after(reading, hit.last, { tags: ['relation'], distance: 4 });
  if (relation !== undefined)
    return {
      first: Math.min(relation.first, hit.first),
      notice: { strength: 0.7, reason: 'Parla della salute di un familiare o di un conoscente di chi scrive.' },
    };
  const untitled = names.untitled.find((one) => hit.first > one.last && hit.first - one.last <= NEARBY_WORDS);
  if (untitled !== undefined)
    return {
      first: untitled.first,
      notice: { strength: 0.6, reason: 'Parla della salute di una persona che sembra indicata per nome e cognome.' },
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
  notice: (reading) => {
    if (reading.hits('health').length === 0) return [];
    const names = { titled: personNames(reading), untitled: untitledNames(reading) };
    return reading.hits('health').flatMap((hit): Signal[] => {
      const person = whose(reading, hit, names);
      if (person === undefined) return [];
      const stretch = { first: person.first, last: Math.max(hit.last, person.first), hits: [hit] };
      return [signalOn(reading, stretch, { category: 'sensitive-data', source: 'salute', ...person.notice })];
    });
  },
};
