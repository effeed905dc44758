// SPDX-License-Identifier: AGPL-3.0-or-later
import { before, type Datum, type DigitFinder, isDigitAt, isWordAt, matchAt } from './datum.ts';

/** How long the account codes are, in the countries whose accounts Italians meet. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  'IT27 SM27 VA22 CH21 DE22 FR27 ES24 AT20 BE16 NL18 LU20 LT20 IE22 PT25 GR27 MT31 CY28 SI19 HR21 RO24 BG22 PL28 CZ24 SK24 HU28 GB22 DK18 SE24 FI18 EE20 LV21 AL28 MC27 TN24 TR26 UA29 MD24 RS22 ME22 MK19 BA20 NO15 IS26 LI21'
    .split(' ')
    .map((row) => [row.slice(0, 2), Number(row.slice(2))]),
);
const WRITTEN = /[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){11,30}/iy;
const ITALIAN = /^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/;
/** A digit or two lost or added, or an `O` for a zero: still somebody's account. */
const NEARLY_ITALIAN = /^IT\d{2}[A-Z][A-Z0-9]{20,24}$/;
/** Values of the characters in odd positions for the Italian control letter (CIN). */
const CIN_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

const remainder97 = (code: string): number => {
  let rest = 0;
  for (const character of code.slice(4) + code.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
};

/** Whether the characters are an IBAN of a right length whose control holds. */
export const isIban = (written: string): boolean => {
  const code = written.toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(code)) return false;
  const length = LENGTHS.get(code.slice(0, 2));
  return code.length === length && (!code.startsWith('IT') || ITALIAN.test(code)) && remainder97(code) === 1;
};

/** Whether the control letter inside an Italian IBAN is that of its bank, branch and account. */
export const hasRightCin = (iban: string): boolean => {
  const code = iban.toUpperCase();
  let sum = 0;
  for (let at = 5; at < 27; at++) {
    const unit = code.charCodeAt(at);
    const value = unit < 65 ? unit - 48 : unit - 65;
    sum += at % 2 === 1 ? (CIN_ODD[value] ?? 0) : value;
  }
  return code.charCodeAt(4) === 65 + (sum % 26);
};

/** Most of it figures, as account numbers are. */
const isNearlyItalian = (code: string): boolean => NEARLY_ITALIAN.test(code) && /^(?:\D*\d){18}/.test(code);

const compact = (written: string): string => written.replace(/[ .-]/g, '').toUpperCase();

const SHORTEST = 15;

/** Where beginnings end that are cut between pieces: the words after a code may look like part of it. */
const endsIn = (text: string, start: number, length: number): readonly number[] => {
  const ends: number[] = [];
  for (let end = start + SHORTEST; end <= start + length; end++)
    if (isWordAt(text, end - 1) && !isWordAt(text, end)) ends.push(end);
  return ends;
};

const ibanOf = (span: readonly [number, number], code: string): Datum =>
  code.startsWith('IT') && !hasRightCin(code)
    ? {
        span,
        strength: 0.9,
        source: 'iban',
        reason: 'Contiene le coordinate di un conto (IBAN): le cifre di controllo sono esatte, la lettera CIN no.',
      }
    : {
        span,
        strength: 1,
        source: 'iban',
        reason: 'Contiene le coordinate di un conto (IBAN valido): i caratteri di controllo sono esatti.',
      };

export const iban: DigitFinder = (text, digit) => {
  const start = digit - 2;
  if (start < 0 || isWordAt(text, start - 1)) return undefined;
  const country = text.slice(start, digit).toUpperCase();
  if (!LENGTHS.has(country)) return undefined;
  const match = matchAt(WRITTEN, text, start);
  if (match === null) return undefined;
  const ends = endsIn(text, start, match[0].length);
  const right = ends.findLast((end) => isIban(compact(text.slice(start, end))));
  if (right !== undefined) return ibanOf([start, right], compact(text.slice(start, right)));
  const near = country !== 'IT' ? undefined : ends.find((end) => isNearlyItalian(compact(text.slice(start, end))));
  return near === undefined
    ? undefined
    : {
        span: [start, near],
        strength: 0.6,
        source: 'iban',
        reason:
          'Ha la forma delle coordinate di un conto (IBAN), ma le cifre di controllo non tornano: forse è scritto male.',
      };
};

/** Luhn's control of payment cards. */
export const isCardNumber = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

const CARD = /\d(?:[ -]?\d){12,18}/y;
const CARD_START =
  /^(?:4\d{12}(?:\d{3})?$|5[1-5]\d{14}$|2[2-7]\d{14}$|3[47]\d{13}$|5018\d{8,15}$|50[2-9]\d{9,16}$|6\d{15}$)/;

export const paymentCard: DigitFinder = (text, digit) => {
  const written = matchAt(CARD, text, digit)?.[0];
  if (written === undefined) return undefined;
  const end = digit + written.length;
  // A piece of a longer number, of a sum or of a code.
  if (isWordAt(text, end) || /[\p{L}\p{N}+,./-]$/u.test(before(text, digit, 1))) return undefined;
  if (/[,./-]/.test(text.charAt(end)) && isDigitAt(text, end + 1)) return undefined;
  const digits = written.replace(/[ -]/g, '');
  if (!CARD_START.test(digits) || /^(\d)\1+$/.test(digits) || !isCardNumber(digits)) return undefined;
  return {
    span: [digit, end],
    strength: 1,
    source: 'carta-di-pagamento',
    reason: 'Contiene il numero di una carta di pagamento: la cifra di controllo è esatta.',
  };
};
