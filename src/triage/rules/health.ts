// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import { isCapital, writtenAt } from '../personal-data/letter-case.ts';
import type { Hit, Reading } from '../reading.ts';
import { after, before, look, type Stretch, sequence, sequences } from '../sentence.ts';
import { nameNear, type PersonName, personNames } from './person-name.ts';
import { type Notice, type Rule, signalOn } from './rule.ts';

const NEARBY_WORDS = 9;
/** «ha», «è», «soffre di» between somebody and a condition; the plural speaks of many. */
const HAS = /^(?:ha|hanno|è|e|aveva|era|rimasto|rimasta|soffre|prende|risulta|con|sta|in)$/u;
const BETWEEN_HAS =
  /^(?:l|il|lo|la|i|gli|le|un|una|di|d|del|dei|da|dal|al|all|a|per|avuto|stato|stata|seguito|seguita|cura|carico|malattia|positivo|positiva|affetto|affetta|crisi|forse|anche|pure|male|ormai|gli|trovato|nuovo|gravemente|molto|tutto|mezzo|già|sempre|proprio|persino)$/u;
/** What begins so says it by itself: «si droga», «beve», «in carrozzina». */
const PREDICATE = /^(?:si|sente|beve|ha|era|sta|convive|prende|non|vomita|parla|pesa|vive|in|al|sulla|senza|fuori)$/u;
/** «che cos’è il diabete» tells of nobody. */
const ASKING = /^(?:cos|cosa|come|chi|dove|quanto)$/u;
const SOMEONE = look(['trade', 'staff', 'title', 'well-known', 'office-holder'], 12);
/** One of many, or many, is nobody that can be told. */
const INDEFINITE =
  /^(?:un[ao]?|uno|i|gli|le|dei|degli|delle|ai|agli|alle|molti|molte|tanti|tante|certi|alcuni|due|tre|quattro)$/u;
/** The writer's own family, whom nobody can tell. */
const OF_WRITER = /^(?:mio|mia|miei|mie|nostr[oaie])$/u;
const FAMILY =
  /^(?:marito|moglie|figli[oae]?|padre|madre|pap[aà]|mamma|nonn[oai]|genitori|suocer[oa]|fratell[oi]|sorell[ae]|zi[oa]|cugin[oa]|nipot[ei]|cognat[oa]|compagn[oa]|bambin[oa]|ragazz[oa])$/u;
const RELATION_BEFORE = look(['relation'], NEARBY_WORDS);
const RELATION_AFTER = look(['relation'], 4);
const ANOTHER = look(['relation', 'title', 'trade'], 3);
const PAPER_SHOWN = sequence({ tags: ['showing'] }, { tags: ['health-document'], within: 3 });
const POINTING = /^(?:quello|quella|chì|chillo|chilla)$/u;
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

const smallAt = (reading: Reading, index: number): string => writtenAt(reading, index).toLowerCase();

/** «sono in terapia», and not «i letti sono…»: the verb opens, or follows the writer. */
const IS_WRITER = /^(?:io|e|ma)$/u;
const SURELY_OWN = /^(?:ho|soffro|mi|avevo|prendo)$/u;

const isWriter = (reading: Reading, index: number): boolean => {
  if (SURELY_OWN.test(smallAt(reading, index))) return true;
  const opens = index === reading.sentence(index).first || IS_WRITER.test(smallAt(reading, index - 1));
  return smallAt(reading, index) === 'sono' && opens;
};

const ownWord = (reading: Reading, hit: Hit): number | undefined => {
  const { first } = reading.sentence(hit.first);
  for (let index = hit.first - 1; index >= Math.max(first, hit.first - 4); index--)
    if (OWN.test(smallAt(reading, index))) return index;
  return undefined;
};

/** «io», «mi hanno» before the trade: the one who is ill is the writer. */
const isWritersOwn = (reading: Reading, index: number): boolean => {
  const { first } = reading.sentence(index);
  for (let at = first; at < index; at++) if (OF_WRITER.test(smallAt(reading, at))) return true;
  return false;
};

/** «la bidella con la scabbia», «il barista di fronte è positivo all’epatite»: one whom readers know by the trade. */
const someone = (reading: Reading, hit: Hit): number | undefined => {
  const start = reading.sentence(hit.first).first;
  let verb = hit.first - 1;
  while (hit.first - verb < 5 && BETWEEN_HAS.test(smallAt(reading, verb))) verb--;
  const told = HAS.test(smallAt(reading, verb));
  const from = told ? verb : hit.first;
  if (ASKING.test(smallAt(reading, from - 1))) return undefined;
  const known = before(reading, hit.first, SOMEONE);
  if (known !== undefined) {
    const says = told || PREDICATE.test(smallAt(reading, hit.first)) || hit.first - known.last <= 2;
    const one =
      !INDEFINITE.test(smallAt(reading, known.first)) &&
      !INDEFINITE.test(smallAt(reading, known.first - 1)) &&
      !isWritersOwn(reading, known.first);
    return says && one ? known.first : undefined;
  }
  for (let index = from - 1; index >= Math.max(start, from - 7); index--)
    if (POINTING.test(smallAt(reading, index))) return index;
  return undefined;
};

const SAYS_SO = /^(?:ha|hanno|è|e|aveva|era|soffre|prende|sta)$/u;
/** «mio marito ha la sclerosi» says it; «per mio fratello down il pulmino non passa» only mentions it. */
const isSaid = (reading: Reading, hit: Hit): boolean => {
  let verb = hit.first - 1;
  while (hit.first - verb < 5 && BETWEEN_HAS.test(smallAt(reading, verb))) verb--;
  return SAYS_SO.test(smallAt(reading, verb));
};

const ofRelation = (reading: Reading, relation: Hit, hit: Hit): Pick<Notice, 'strength' | 'reason'> => {
  const family = OF_WRITER.test(smallAt(reading, relation.first)) && FAMILY.test(smallAt(reading, relation.first + 1));
  return {
    strength: family && !isSaid(reading, hit) ? 0.4 : 0.7,
    reason: 'Parla della salute di un familiare o di un conoscente di chi scrive.',
  };
};

const whose = (reading: Reading, hit: Hit, names: Names): Whose | undefined => {
  const name = nameNear(names.titled, hit.first, NEARBY_WORDS);
  if (name !== undefined)
    return {
      first: Math.min(name.first, hit.first),
      notice: { strength: 0.85, reason: 'Parla della salute di una persona indicata per nome.' },
    };
  const untitled = nameNear(names.untitled, hit.first, NEARBY_WORDS);
  if (untitled !== undefined)
    return {
      first: untitled.first,
      notice: { strength: 0.6, reason: 'Parla della salute di una persona che sembra indicata per nome e cognome.' },
    };
  const known = someone(reading, hit);
  if (known !== undefined)
    return {
      first: known,
      notice: { strength: 0.6, reason: 'Parla della salute di una persona che si può riconoscere da ciò che fa.' },
    };
  const relation = before(reading, hit.first, RELATION_BEFORE) ?? after(reading, hit.last, RELATION_AFTER);
  if (relation !== undefined)
    return { first: Math.min(relation.first, hit.first), notice: ofRelation(reading, relation, hit) };
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

const namesIn = (reading: Reading): Names => {
  const names = personNames(reading).filter(({ naming }) => naming !== 'office');
  return {
    titled: names.filter(({ naming }) => naming === 'titled'),
    untitled: names.filter(({ naming }) => naming !== 'titled'),
  };
};

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
  if (reading.hits('health-document').length === 0) return [];
  const another = (hit: Hit): Hit | undefined => after(reading, hit.last, ANOTHER) ?? namedNext(reading, hit);
  const shown = new Set(sequences(reading, PAPER_SHOWN).flatMap(({ hits }) => hits));
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
    const told = [...reading.hits('health'), ...reading.hits('condition')];
    if (told.length === 0) return papers;
    const names = namesIn(reading);
    const signals = told.flatMap((hit): Signal[] => {
      const person = whose(reading, hit, names);
      if (person === undefined || (person.own && hit.tag === 'condition')) return [];
      return [
        signalOn(reading, stretchOf(hit, person), { category: 'sensitive-data', source: 'salute', ...person.notice }),
      ];
    });
    return [...signals, ...papers];
  },
};
