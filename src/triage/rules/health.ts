// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import type { Hit, Reading } from '../reading.ts';
import { after, before, hasAny, type Stretch, sequences } from '../sentence.ts';
import { introducedNames, isCapital, type PersonName, personNames, untitledNames } from './person-name.ts';
import { type Notice, type Rule, signalOn } from './rule.ts';

const NEARBY_WORDS = 9;
const OWN = /^(?:ho|sono|soffro|mi|avevo|abbiamo|mio|mia|prendo)$/u;

interface Names {
  readonly titled: readonly PersonName[];
  readonly untitled: readonly PersonName[];
}

interface Whose {
  readonly first: number;
  /** True where writers speak of themselves. */
  readonly own?: true;
  readonly notice: Pick<Notice, 'strength' | 'reason'>;
}

/** «sono in terapia», and not «i letti sono…»: the verb opens, or follows the writer. */
const IS_WRITER = /^(?:io|e|ma)$/u;
const SURELY_OWN = /^(?:ho|soffro|mi|avevo|prendo)$/u;

const isWriter = (reading: Reading, index: number): boolean => {
  const written = (at: number): string => {
    const word = reading.words[at];
    return word === undefined ? '' : reading.text.slice(word.start, word.end).toLowerCase();
  };
  if (SURELY_OWN.test(written(index))) return true;
  const opens = index === reading.sentence(index).first || IS_WRITER.test(written(index - 1));
  return written(index) === 'sono' && opens;
};

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
    own: true,
    first: own,
    notice: {
      strength: 0.4,
      reason: 'Chi scrive sembra parlare della propria salute: conviene invitarlo a un canale riservato.',
    },
  };
};

const namesIn = (reading: Reading): Names => ({
  titled: personNames(reading),
  untitled: [...untitledNames(reading), ...introducedNames(reading)],
});

const stretchOf = (hit: Hit, { first }: Whose): Stretch => ({ first, last: Math.max(hit.last, first), hits: [hit] });

/** Where writers tell of their own health. */
export const ownHealth = (reading: Reading): readonly Stretch[] => {
  if (reading.hits('health').length === 0) return [];
  const names = namesIn(reading);
  return reading.hits('health').flatMap((hit) => {
    const person = whose(reading, hit, names);
    return person?.own === true && isWriter(reading, person.first) ? [stretchOf(hit, person)] : [];
  });
};

/** A paper of another's health: «questo è il referto di mio cognato» shows it, «il referto di mia madre» only names it. */
const documents = (reading: Reading): Signal[] => {
  if (!hasAny(reading, ['health-document'])) return [];
  const another = (hit: Hit): Hit | undefined =>
    after(reading, hit.last, { tags: ['relation', 'title'], distance: 3 }) ?? namedNext(reading, hit);
  const shown = new Set(
    sequences(reading, [{ tags: ['showing'] }, { tags: ['health-document'], within: 3 }]).flatMap(({ hits }) => hits),
  );
  return reading.hits('health-document').flatMap((hit): Signal[] => {
    const person = another(hit);
    if (person === undefined) return [];
    const open = shown.has(hit);
    return [
      signalOn(
        reading,
        { first: hit.first, last: person.last, hits: [hit, person] },
        {
          category: 'sensitive-data',
          strength: open ? 0.75 : 0.4,
          source: 'salute',
          reason: open
            ? 'Mostra un documento sanitario di un’altra persona.'
            : 'Nomina un documento sanitario di un’altra persona, senza dire che cosa contiene.',
        },
      ),
    ];
  });
};

/** «referto di Evaristo Pallavolo»: a name after the paper. */
const namedNext = (reading: Reading, { tag, degree, last }: Hit): Hit | undefined => {
  const end = reading.sentence(last).last;
  const first = [last + 1, last + 2].find((index) => index < end && isCapital(reading, index));
  return first !== undefined && isCapital(reading, first + 1) ? { tag, degree, first, last: first + 1 } : undefined;
};

/** Health said of somebody. Illnesses in general, and services for them, reveal nobody. */
export const sensitiveData: Rule = {
  categories: ['sensitive-data'],
  notice: (reading) => {
    const papers = documents(reading);
    if (reading.hits('health').length === 0) return papers;
    const names = namesIn(reading);
    const told = reading.hits('health').flatMap((hit): Signal[] => {
      const person = whose(reading, hit, names);
      if (person === undefined) return [];
      return [
        signalOn(reading, stretchOf(hit, person), { category: 'sensitive-data', source: 'salute', ...person.notice }),
      ];
    });
    return [...told, ...papers];
  },
};
