// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { around, before, type Datum, type DigitFinder, isDigitAt, matchAt, standsAlone } from './datum.ts';

/** Since 1994; the letters I, O, Q and U are never used. */
const CAR = /[A-HJ-NPR-TV-Z]{2}[ -]?\d{3}[ -]?[A-HJ-NPR-TV-Z]{2}/iy;
const MOTORCYCLE = /[A-HJ-NPR-TV-Z]{2}(?:[ -]?\d){5}/iy;
/** Before 1994: the province and six signs, or five and a letter. */
const PROVINCE = /(?:[A-Z]{2}|ROMA)[ -]?(?:\d{6}|\d{5}[A-Z]|[A-Z]\d{5}|\d[A-Z]\d{4})/iy;
const WORD_OF_CAR =
  /(?<!\p{L})(?:targ\p{L}*|auto|macchin\p{L}+|veicolo|furgon\p{L}+|suv|taxi|panda|punto|golf|camion\p{L}*|pulmino|parchegg\p{L}*|tamponat\p{L}*|mult[ae]|multat[ao]|doppia fila|guid[ai])(?!\p{L})/iu;
const WORD_OF_MOTORCYCLE = /(?<!\p{L})(?:targ\p{L}*|moto|motorino|scooter|vespa|motociclet\p{L}+)(?!\p{L})/iu;
const ANNOUNCED = /targ(?:a|at[ao])\W{0,3}(?:è\s|:\s?)?$/iu;
/** What has the same shape and is on no car. */
const OTHER_CODE = /(?:lott[oi]|modell[oi]|codice|volo|serie|tipo|articolo|farmaco|vaccino|biglietto)\W{0,3}$/iu;
const WINDOW = 60;

const found = (text: string, start: number, pattern: RegExp): Span | undefined => {
  const length = matchAt(pattern, text, start)?.[0].length ?? 0;
  return start >= 0 && length > 0 && standsAlone(text, start, start + length) ? [start, start + length] : undefined;
};

const datum = (span: Span, strength: number): Datum => ({
  span,
  strength,
  source: 'targa',
  reason: 'Contiene la targa di un veicolo.',
});

const carPlate = (text: string, span: Span): Datum | undefined => {
  const written = text.slice(...span);
  const upper = written === written.toUpperCase();
  const spoken = !upper && WORD_OF_CAR.test(around(text, span, WINDOW));
  // «in 300 su», in small letters and in pieces, is no plate.
  if (written.length > 7 && !upper && !spoken) return undefined;
  if (/(?:AA)[ -]?000[ -]?AA/i.test(written)) return undefined;
  return datum(span, upper || spoken ? 0.85 : 0.6);
};

/** Letters before a digit: two, with a sign between or not; `ROMA` has four. */
const LETTERS = /(?<![\p{L}\p{N}])([a-z]{1,2}|roma)[ -]?[a-z]?$/iu;

export const plate: DigitFinder = (text, digit) => {
  // Only the oldest ones have a letter between the first digit and the others.
  if (!isDigitAt(text, digit + 1) && !isDigitAt(text, digit + 2)) return undefined;
  const lead = before(text, digit, 7);
  const letters = LETTERS.exec(lead);
  if (letters === null || OTHER_CODE.test(before(text, digit, 24).slice(0, -letters[0].length))) return undefined;
  const start = digit - letters[0].length;
  const car = found(text, start, CAR);
  if (car !== undefined) return carPlate(text, car);
  const written = text.slice(start, start + 2);
  if (written !== written.toUpperCase() && !ANNOUNCED.test(before(text, start, 12))) return undefined;
  const motorcycle = found(text, start, MOTORCYCLE);
  if (motorcycle !== undefined && WORD_OF_MOTORCYCLE.test(around(text, motorcycle, WINDOW)))
    return datum(motorcycle, 0.8);
  const old = found(text, start, PROVINCE);
  return old !== undefined && /(?<!\p{L})targ/iu.test(around(text, old, WINDOW)) ? datum(old, 0.7) : undefined;
};
