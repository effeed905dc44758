// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy/contract';
import type { Datum } from '../personal-data/datum.ts';
import { figuresIn } from '../personal-data/figures.ts';
import { judicialIn } from '../personal-data/judicial.ts';
import { minorsIn } from '../personal-data/minor.ts';
import { namesIn } from '../personal-data/named.ts';
import { recognisableIn } from '../personal-data/recognisable.ts';
import { spokenNumbers } from '../personal-data/spoken-number.ts';
import type { Reading } from '../reading.ts';
import { personNames } from './person-name.ts';
import type { Rule } from './rule.ts';

/** Digits only for numbers, without the country; lower case for addresses. */
const contactKey = (written: string): string =>
  written.includes('@')
    ? written.toLowerCase().trim()
    : written.replace(/\D/g, '').replace(/^(?:00)?39(?=[03]\d{6})/, '');

/** What the body itself publishes reveals nobody. */
const withoutOwn = (text: string, found: readonly Datum[], ownContacts: readonly string[]): readonly Datum[] => {
  if (found.length === 0 || ownContacts.length === 0) return found;
  const own = new Set(ownContacts.map(contactKey));
  return found.filter(({ span }) => !own.has(contactKey(text.slice(...span))));
};

const NOTHING: readonly Datum[] = [];

/** Most texts have none, or those of one kind only. */
const all = (kinds: readonly (readonly Datum[])[]): readonly Datum[] => {
  const some = kinds.filter((data) => data.length > 0);
  return some.length < 2 ? (some[0] ?? NOTHING) : some.flat();
};

const peopleIn = (reading: Reading, figures: readonly Datum[]): readonly Datum[] => {
  const names = personNames(reading);
  return all([
    minorsIn(reading),
    judicialIn(reading, names),
    recognisableIn(reading),
    namesIn(reading, names, figures),
  ]);
};

/** Numbers and codes that reach a person, and the words that tell one: each datum is a signal of its own. */
export const personalData: Rule = {
  categories: ['personal-data'],
  notice: (reading, { ownContacts = [] }) => {
    const figures = withoutOwn(reading.text, all([figuresIn(reading), spokenNumbers(reading)]), ownContacts);
    return all([figures, peopleIn(reading, figures)]).map(
      ({ span, ...datum }): Signal => ({ category: 'personal-data', spans: [span], ...datum }),
    );
  },
};
