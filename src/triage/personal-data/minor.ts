// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { isEponym } from '../rules/person-name.ts';
import { after, before, look, spanOf } from '../sentence.ts';
import type { Datum } from './datum.ts';
import { caseAt, writtenAt } from './letter-case.ts';

const NEAR = 6;
const OF_AGE = 18;
const MINOR_BEFORE = look(['minor'], 4);
const MINOR_AFTER = look(['minor'], 2);
const SCHOOL = look(['school'], NEAR);
const KIN =
  /^(?:figli[oa]|nipot[ei]|bimb[oaie]|bambin[oaie]|ragazzin[oaie]|fratellin[oi]|sorellin[ae]|alunn[oaie]|\p{L}+enne)$/iu;
const OF = /^(?:del|della|dello|dell|di)$/iu;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** «7 anni», «di 9 anni», a little after a word. */
const ageAfter = (reading: Reading, index: number): number | undefined => {
  const { last } = reading.sentence(index);
  for (let at = index + 1; at <= Math.min(last - 1, index + NEAR); at++) {
    const age = writtenAt(reading, at);
    if (/^\d{1,2}$/.test(age) && Number(age) < OF_AGE && /^anni$/i.test(writtenAt(reading, at + 1))) return at + 1;
  }
  return undefined;
};

/** A child named, and what tells that it is one: the word, the age, the class. */
const named = (reading: Reading, name: Hit): Stretch | undefined => {
  if (caseAt(reading, name.first) === 'small' || isEponym(reading, name.first)) return undefined;
  const child = before(reading, name.first, MINOR_BEFORE);
  const next = /^\p{Lu}/u.test(writtenAt(reading, name.last + 1)) ? name.last + 1 : name.last;
  const age = ageAfter(reading, name.last);
  const school = after(reading, name.last, SCHOOL) ?? after(reading, name.last, MINOR_AFTER);
  if (child === undefined && age === undefined && school === undefined) return undefined;
  return {
    first: Math.min(child?.first ?? name.first, name.first),
    last: Math.max(age ?? 0, school?.last ?? 0, next),
  };
};

/** «i due bimbi della parrucchiera»: whose child, where all know the trade. */
const byParent = (reading: Reading, trade: Hit): Stretch | undefined => {
  const child = trade.first - 2;
  if (child < reading.sentence(trade.first).first || !OF.test(writtenAt(reading, trade.first - 1))) return undefined;
  const young = KIN.test(writtenAt(reading, child)) && reading.ending(child).some(({ tag }) => tag === 'minor');
  const age = KIN.test(writtenAt(reading, child))
    ? (ageAfter(reading, trade.last) ?? agedBefore(reading, child))
    : undefined;
  return young || age !== undefined ? { first: child, last: Math.max(trade.last, age ?? 0) } : undefined;
};

const agedBefore = (reading: Reading, index: number): number | undefined =>
  /^\p{L}+enne$/u.test(writtenAt(reading, index - 1)) ? index : undefined;

const datum = (reading: Reading, stretch: Stretch, reason: string, strength: number): Datum => ({
  span: spanOf(reading, stretch),
  strength,
  source: 'minore',
  reason,
});

/** Children named, or told so that a small town knows them. Children in general reveal nobody. */
export const minorsIn = (reading: Reading): readonly Datum[] => {
  const found: Datum[] = [];
  let reach = -1;
  for (const name of reading.hits('given-name')) {
    const stretch = name.first > reach ? named(reading, name) : undefined;
    if (stretch === undefined) continue;
    reach = stretch.last;
    found.push(datum(reading, stretch, 'Nomina una persona che sembra minorenne.', 0.75));
  }
  if (reading.hits('trade').length === 0) return found;
  for (const trade of reading.hits('trade')) {
    const stretch = byParent(reading, trade);
    if (stretch !== undefined)
      found.push(datum(reading, stretch, 'Fa riconoscere un minorenne da chi è suo genitore.', 0.6));
  }
  return found;
};
