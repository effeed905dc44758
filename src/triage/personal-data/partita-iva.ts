// SPDX-License-Identifier: AGPL-3.0-or-later
import { before, type DigitFinder, isDigitAt, isWordAt, matchAt } from './datum.ts';

const WRITTEN = /(?:\d[ .]?){10}\d/y;
const ANNOUNCED = /(?:p\.?\s?iva|partita\s+iva|vat)\W{0,12}(?:è|n\.?|numero)?\W{0,4}(?:IT\s?)?$/iu;
const COUNTRY = /(?<![\p{L}\p{N}])IT ?$/iu;
const LEAD = 32;

/** Whether eleven digits are a partita IVA whose last digit is right. */
export const isPartitaIva = (digits: string): boolean => {
  if (!/^\d{11}$/.test(digits) || /^0{7}/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 10; at++) {
    const digit = Number(digits.charAt(at));
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10 === Number(digits.charAt(10));
};

/** That of a sole trader is a person's; alone it does not say whose it is. */
export const partitaIva: DigitFinder = (text, digit) => {
  const written = matchAt(WRITTEN, text, digit)?.[0];
  if (written === undefined) return undefined;
  const end = digit + written.length;
  const lead = before(text, digit, LEAD);
  const announced = ANNOUNCED.test(lead);
  const start = digit - (COUNTRY.exec(lead)?.[0].length ?? 0);
  if (isWordAt(text, end) || isWordAt(text, start - 1)) return undefined;
  if (/[,./-]/.test(text.charAt(end)) && isDigitAt(text, end + 1)) return undefined;
  const digits = written.replace(/\D/g, '');
  const right = isPartitaIva(digits);
  const source = 'partita-iva';
  if (!announced && (!right || /^(?:0[1-9]|3[1-9]|39)/.test(digits))) return undefined;
  if (!right)
    return {
      span: [start, end],
      strength: 0.5,
      source,
      reason: 'Indica una partita IVA, ma la cifra di controllo non torna.',
    };
  return announced || start < digit
    ? {
        span: [start, end],
        strength: 0.8,
        source,
        reason: 'Contiene una partita IVA valida: può essere di una persona.',
      }
    : {
        span: [start, end],
        strength: 0.55,
        source,
        reason: 'Contiene un numero che ha tutto della partita IVA, cifra di controllo compresa.',
      };
};
