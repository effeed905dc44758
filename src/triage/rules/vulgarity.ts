// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tag } from '../lexicon/entry.ts';
import { alone } from '../sentence.ts';
import { type Notice, type Rule, signalOn } from './rule.ts';

const ruleOn = (tag: Tag, notice: Notice): Rule => ({
  categories: [notice.category],
  notice: (reading) => reading.hits(tag).map((hit) => signalOn(reading, alone(hit), notice)),
});

export const vulgar: Rule = ruleOn('swear', {
  category: 'vulgar',
  strength: 0.6,
  source: 'lessico',
  reason: 'Linguaggio volgare, senza che sia rivolto a qualcuno.',
});

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
