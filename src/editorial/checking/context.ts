// SPDX-License-Identifier: AGPL-3.0-or-later

import { beside, type DraftReading, individuals, type Look, one } from './draft-reading.ts';
import { allegedOffender } from './justice.ts';
import { healthIn, justiceIn, privateIn } from './matters.ts';
import { joinedSpans } from './passages.ts';

/** What nobody should learn of somebody whom they can tell. */
const privateMatters = (reading: DraftReading) => [
  ...healthIn(reading.text),
  ...justiceIn(reading.text),
  ...privateIn(reading.text),
  ...allegedOffender(reading).flatMap(({ spans }) => spans),
];

/** A person told without a name, in a place where that is enough, beside something private. */
export const smallTown: Look = (reading) => {
  const { described } = reading;
  const matters = privateMatters(reading);
  const told = described.filter((person) => beside(reading, matters, [person]).length > 0);
  return one(joinedSpans(told), 'Anche senza il nome, in un piccolo centro si capisce di chi si parla.');
};

const SURE = 0.5;

/** The matter of one single person, and of interest to nobody else. */
export const personalCase: Look = (reading) => {
  const cases = [...healthIn(reading.text), ...privateIn(reading.text)];
  const noticed = reading.signals.flatMap(({ category, strength, spans }) =>
    category === 'personal-case' && strength >= SURE ? spans : [],
  );
  const told = beside(reading, [...cases, ...noticed], individuals(reading));
  return one(joinedSpans(told), 'Parla del caso di una sola persona.');
};
