// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import type { Hit, Reading } from '../reading.ts';
import { alone, before, hasAny } from '../sentence.ts';
import { type Notice, type Rule, signalOn } from './rule.ts';

const ruleOn = (tag: Tag, notice: Notice): Rule => ({
  categories: [notice.category],
  notice: (reading) => reading.hits(tag).map((hit) => signalOn(reading, alone(hit), notice)),
});

/** «direttore del cazzo»: what follows a person strikes that person. */
const isAtPerson = (reading: Reading, hit: Hit): boolean =>
  before(reading, hit.first, { tags: ['staff', 'moderator'], distance: 1 }) !== undefined;

/** Coarse words that only make a complaint louder are harsh criticism: they are shown, and ground nothing. */
export const vulgar: Rule = {
  categories: ['vulgar'],
  notice: (reading) => {
    const complains = hasAny(reading, ['criticism', 'complaint']);
    return reading.hits('swear').map((hit) => {
      const louder = complains && !isAtPerson(reading, hit);
      return signalOn(reading, alone(hit), {
        category: 'vulgar',
        strength: louder ? 0.4 : 0.6,
        source: 'lessico',
        reason: louder
          ? 'Linguaggio volgare che rafforza una critica o una lamentela, senza colpire nessuno: la critica aspra è lecita.'
          : 'Linguaggio volgare, senza che sia rivolto a qualcuno.',
      });
    });
  },
};

export const blasphemy: Rule = ruleOn('blasphemy', {
  category: 'vulgar',
  strength: 0.85,
  source: 'lessico',
  reason: 'Contiene una bestemmia.',
});

export const obscene: Rule = ruleOn('obscene', {
  category: 'obscene',
  strength: 0.7,
  source: 'lessico',
  reason: 'Contenuto sessuale esplicito.',
});
