// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import { iban, paymentCard } from '../personal-data/bank.ts';
import { codiceFiscale } from '../personal-data/codice-fiscale.ts';
import { email, phone } from '../personal-data/contact.ts';
import type { Datum, DatumFinder } from '../personal-data/datum.ts';
import { address, plate } from '../personal-data/place.ts';
import type { Rule } from './rule.ts';

/** A datum with a checksum comes first: what it covers is not read again as something weaker. */
const FINDERS: readonly DatumFinder[] = [codiceFiscale, iban, paymentCard, email, phone, address, plate];

/** Digits only for numbers, without the country; lower case for addresses. */
const contactKey = (written: string): string =>
  written.includes('@')
    ? written.toLowerCase().trim()
    : written.replace(/\D/g, '').replace(/^(?:00)?39(?=[03]\d{6})/, '');

export const personalData: Rule = {
  categories: ['personal-data'],
  notice: ({ text }, context) => {
    if (!/[\d@]|[a-z]{16}/i.test(text)) return [];
    const own = new Set((context.ownContacts ?? []).map(contactKey));
    const read = new Uint8Array(text.length);
    const found: Datum[] = [];
    for (const finder of FINDERS)
      for (const datum of finder.find(text)) {
        const [start, end] = datum.span;
        if (read.subarray(start, end).includes(1)) continue;
        read.fill(1, start, end);
        found.push(datum);
      }
    return found
      .filter(({ span }) => !own.has(contactKey(text.slice(...span))))
      .map(({ span, ...datum }): Signal => ({ category: 'personal-data', spans: [span], ...datum }));
  },
};
