// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DatumFinder, findAll } from './datum.ts';

const ITALIAN_LENGTH = 27;
const IBAN = /(?<![\p{L}\p{N}])(?:[a-z]{2}\d{2})(?:[ .-]?[a-z0-9]){11,30}(?![\p{L}\p{N}])/giu;
const CARD = /(?<![\p{L}\p{N}+,./-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[,./-]\d)/gu;
/** Lengths of the neighbours whose accounts Italians use most; others are left to mod 97 alone. */
const LENGTHS: Readonly<Record<string, number>> = {
  IT: ITALIAN_LENGTH,
  SM: 27,
  DE: 22,
  FR: 27,
  ES: 24,
  LT: 20,
  BE: 16,
  NL: 18,
  AT: 20,
};

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
  const length = LENGTHS[code.slice(0, 2)];
  if (length === undefined ? code.length < 15 || code.length > 34 : code.length !== length) return false;
  if (code.startsWith('IT') && !/^IT\d{2}[A-Z]\d{10}[A-Z0-9]{12}$/.test(code)) return false;
  return remainder97(code) === 1;
};

/** The longest beginning that is an IBAN: the words after it may look like part of it. */
const ibanIn = (written: string): string | undefined => {
  for (let end = written.length; end >= 15; end--) {
    const part = written.slice(0, end);
    if (/[a-z0-9]$/i.test(part) && isIban(part.replace(/[ .-]/g, ''))) return part;
  }
  return undefined;
};

export const iban: DatumFinder = {
  source: 'iban',
  find: (text) => {
    if (!/\d{2}[ .-]?[a-z0-9]/i.test(text)) return [];
    return Array.from(text.matchAll(IBAN)).flatMap((match) => {
      const found = ibanIn(match[0]);
      if (found === undefined) return [];
      return [
        {
          span: [match.index, match.index + found.length] as const,
          strength: 1,
          source: 'iban',
          reason: 'Contiene le coordinate di un conto (IBAN): le cifre di controllo sono esatte.',
        },
      ];
    });
  },
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

const CARD_START =
  /^(?:4\d{12}(?:\d{3})?$|5[1-5]\d{14}$|2[2-7]\d{14}$|3[47]\d{13}$|5018\d{8,15}$|50[2-9]\d{9,16}$|6\d{15}$)/;

export const paymentCard: DatumFinder = {
  source: 'carta-di-pagamento',
  find: (text) =>
    !/\d(?:[ -]?\d){12}/.test(text)
      ? []
      : findAll(text, CARD, (written) => {
          const digits = written.replace(/[ -]/g, '');
          if (!CARD_START.test(digits) || /^(\d)\1+$/.test(digits) || !isCardNumber(digits)) return undefined;
          return {
            strength: 1,
            reason: 'Contiene il numero di una carta di pagamento: la cifra di controllo è esatta.',
          };
        }).map((datum) => ({ ...datum, source: 'carta-di-pagamento' })),
};
