// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { alone, before, look } from '../sentence.ts';
import { tagSet } from '../tag-set.ts';
import { quoted } from './marks.ts';
import { type Rule, signalOn } from './rule.ts';
import { toneOf } from './tone.ts';

const PERSON = look(['staff', 'moderator'], 1);
const THING = look(['public-thing'], 2);
const COMPLAINT = tagSet(['criticism', 'complaint', 'reports']);
const OFFENCE = tagSet(['insult', 'swear-at']);

/** «direttore del cazzo»: what follows a person strikes that person. */
const isAtPerson = (reading: Reading, hit: Hit): boolean => before(reading, hit.first, PERSON) !== undefined;

/** «portale di merda»: said of a thing, it judges the service. */
const isOfThing = (reading: Reading, hit: Hit): boolean => before(reading, hit.first, THING) !== undefined;

const LOUD = 4;
/** Of so many words, a coarse one is an exclamation inside something that is being said. */
const TELLS = 10;

const isComplaining = (reading: Reading): boolean => {
  const { weight } = toneOf(reading);
  if (weight >= LOUD || reading.hasAny(COMPLAINT)) return true;
  return weight > 0 && reading.words.length >= TELLS && !reading.hasAny(OFFENCE);
};

/** Coarse words that only make a complaint louder are harsh criticism: they are shown, and ground nothing. */
export const vulgar: Rule = {
  categories: ['vulgar'],
  notice: (reading) => {
    const complains = isComplaining(reading);
    return reading.hits('swear').map((hit) => {
      const louder = (complains || isOfThing(reading, hit)) && !isAtPerson(reading, hit);
      return signalOn(reading, alone(hit), {
        category: 'vulgar',
        strength: louder ? 0.4 : 0.6,
        source: 'lessico',
        reason: louder
          ? `${quoted(reading, [hit])} rafforza una critica o una lamentela, senza colpire nessuno: la critica aspra è lecita.`
          : `${quoted(reading, [hit])} è linguaggio volgare, senza che sia rivolto a qualcuno.`,
      });
    });
  },
};

export const blasphemy: Rule = {
  categories: ['vulgar'],
  notice: (reading) =>
    reading.hits('blasphemy').map((hit) =>
      signalOn(reading, alone(hit), {
        category: 'vulgar',
        strength: 0.85,
        source: 'lessico',
        reason: `${quoted(reading, [hit])} è una bestemmia.`,
      }),
    ),
};
