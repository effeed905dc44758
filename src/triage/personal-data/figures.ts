// SPDX-License-Identifier: AGPL-3.0-or-later
import { MAIL } from '../hints.ts';
import type { Reading } from '../reading.ts';
import { AT, CODE_LONG, DIGIT } from '../signs.ts';
import { address, unnumberedHouses } from './address.ts';
import { iban, paymentCard } from './bank.ts';
import { birthDate } from './birth-date.ts';
import { codiceFiscale, letteredCodes } from './codice-fiscale.ts';
import { type Datum, type DigitFinder, isDigitAt, isPlainLetterAt } from './datum.ts';
import { emails } from './email.ts';
import { paper } from './papers.ts';
import { partitaIva } from './partita-iva.ts';
import { phone } from './phone.ts';
import { plate } from './plate.ts';

/** What must be there before a finder is worth asking. */
interface Need {
  readonly find: DigitFinder;
  /** Digits from here on, however grouped. */
  readonly digits?: number;
  /** Digits in this run at most. */
  readonly run?: number;
  /** A letter just before, or one sign before. */
  readonly letters?: true;
}

/** What a run of digits may belong to. What has a control comes first, what only looks like something last. */
const FINDERS: readonly Need[] = [
  { find: codiceFiscale, letters: true },
  { find: iban, letters: true },
  { find: paymentCard, digits: 13 },
  { find: partitaIva, digits: 11 },
  { find: paper, digits: 3 },
  { find: birthDate, run: 4 },
  { find: phone, digits: 6 },
  { find: plate, letters: true },
  { find: address, run: 4 },
];

/** No datum has so many digits in a row, however grouped: it is a table, or noise. */
const NOISE = 60;
const LONGEST_GAP = 3;
const BREAKS: ReadonlySet<string> = new Set(',;\n');

interface Cluster {
  readonly digits: number;
  readonly end: number;
}

/** Digits from a place on, with at most three other signs and no word between them. */
const clusterFrom = (text: string, digit: number): Cluster => {
  let digits = 0;
  let gap = 0;
  let at = digit;
  for (; at < text.length && gap <= LONGEST_GAP && digits < NOISE; at++) {
    if (isDigitAt(text, at)) {
      digits++;
      gap = 0;
      continue;
    }
    if (BREAKS.has(text.charAt(at))) break;
    // Codes mix letters in, one at a time: `118/B/2025`.
    if (isPlainLetterAt(text, at) && isPlainLetterAt(text, at + 1)) break;
    gap++;
  }
  return { digits, end: at };
};

const endOfRun = (text: string, digit: number): number => {
  let end = digit + 1;
  while (isDigitAt(text, end)) end++;
  return end;
};

const datumAt = (text: string, digit: number, { digits }: Cluster): Datum | undefined => {
  const run = endOfRun(text, digit) - digit;
  const afterLetters = isPlainLetterAt(text, digit - 1) || isPlainLetterAt(text, digit - 2);
  for (const need of FINDERS) {
    if (need.letters === true && !afterLetters) continue;
    if (digits < (need.digits ?? 0) || run > (need.run ?? run)) continue;
    const datum = need.find(text, digit);
    if (datum !== undefined) return datum;
  }
  return undefined;
};

/** One walk along the text; each run of digits is looked at once, and what a datum covers never again. */
const withDigits = (text: string, first: number): Datum[] => {
  const found: Datum[] = [];
  for (let at = first; at < text.length; at++) {
    if (!isDigitAt(text, at)) continue;
    const cluster = clusterFrom(text, at);
    const noise = cluster.digits >= NOISE;
    const datum = noise ? undefined : datumAt(text, at, cluster);
    if (datum !== undefined) found.push(datum);
    at = Math.max(noise ? cluster.end : endOfRun(text, at), datum?.span[1] ?? 0) - 1;
  }
  return found;
};

/** Signs of what has no digit in it: mail spelt out, houses without a number. */
const WITHOUT_DIGITS = /@|chiocciol|\bat\b|\bs\.?n\.?c\b/i;

/** Numbers, codes and addresses in a text, in no order; some may lie on the same characters. */
const NOTHING: readonly Datum[] = [];

export const figuresIn = (reading: Reading): readonly Datum[] => {
  const { text, signs } = reading;
  const found = (signs & DIGIT) === 0 ? NOTHING : withDigits(text, text.search(/\d|$/));
  const codes = (signs & CODE_LONG) === 0 ? NOTHING : letteredCodes(reading);
  const spelt = (signs & (AT | MAIL)) !== 0 && WITHOUT_DIGITS.test(text);
  const reached = spelt ? [...emails(text), ...unnumberedHouses(text)] : NOTHING;
  return codes.length + reached.length === 0 ? found : [...found, ...codes, ...reached];
};
