// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DatumFinder, findAll } from './datum.ts';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-]{1,64}(?:\.[\p{L}\p{N}_%+-]{1,64}){0,6}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}[a-z]{2,12}(?![\p{L}\p{N}])/giu;
/** Domains of public bodies: an office is reached there, not a person. */
const PUBLIC_BODY =
  /@(?:[\p{L}\p{N}.-]+\.)?(?:gov\.it|(?:comune|regione|provincia|asl|ats|asst|ausl|cittametropolitana)[.-][\p{L}\p{N}.-]+|inps\.it|inail\.it|interno\.it|salute\.it)$/iu;
/** A mailbox named after an office reaches nobody in particular. */
const OFFICE_MAILBOX =
  /^(?:(?:info|urp|cup|pec|dpo|privacy|protocollo|segreteria|direzione|redazione|amministrazione|comune|regione|asl|ats|asst|no-?reply)(?:[._-][\p{L}\p{N}._-]*)?|(?:ufficio|sportello|inps|inail)[\p{L}\p{N}._-]*)@/iu;
const PHONE =
  /(?<![\p{L}\p{N}#€$,./-])(?:(?:\+|00)\s?39[\s./-]?)?\(?(?:0\d{1,3}|3\d{2})\)?(?:[\s./-]{0,3}\d{1,8}){1,5}(?![\p{L}\p{N}€%])/gu;
/** Words before a number that make it something else. */
const OTHER_NUMBER =
  /(?:prot(?:ocollo)?\.?|pratica|n\.?|nr\.?|num(?:ero)?|codice|legge|art(?:icolo)?\.?|delibera|determina|circolare|decreto|ricevuta|ticket|fattura|matricola|rif\.?|€|euro|cap|p\.?\s?iva|partita iva|id)\s*[:.°n]*\s*(?:n\.?|nr\.?)?\s*$/iu;
const PHONE_WORD =
  /(?:tel(?:efono)?|cell(?:ulare)?|numero|whatsapp|chiam\p{L}*|mobile|fisso|contatt\p{L}*|recapito|fax|scriv\p{L}*)\W*(?:al|è|il|mio|di|\W)*$/iu;
/** Two- and three-figure prefixes that exist; a four-figure one may be any. */
const SHORT_PREFIXES = new Set(
  '02 06 010 011 015 019 030 031 035 039 040 041 045 049 050 051 055 059 070 071 075 079 080 081 085 089 090 091 095 099'.split(
    ' ',
  ),
);

const isMobile = (digits: string): boolean => /^3[1-9]\d{7,8}$/.test(digits) && !/^(\d)\1+$/.test(digits);

const isLandline = (digits: string): boolean => {
  if (!/^0[1-9]\d{6,9}$/.test(digits)) return false;
  const known = SHORT_PREFIXES.has(digits.slice(0, 2)) || SHORT_PREFIXES.has(digits.slice(0, 3));
  return known || /^0[1-9]\d{2}/.test(digits);
};

const DATE = /^\s*\(?\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)/;

/** A fixed line spoken of like this belongs to a counter, not to a home. */
const OFFICE =
  /\b(?:occupat[oi]|non risponde|nessuno risponde|centralino|sportello|ufficio|uffici|cup|urp|segreteria|numero verde|operatore)\b/iu;

/** The longest beginning that is a number: a year or a price may follow it. */
const phoneIn = (written: string): { text: string; mobile: boolean; national: string } | undefined => {
  for (let end = written.length; end >= 8; end--) {
    const text = written.slice(0, end);
    if (!/\d$/.test(text) || /\d/.test(written.charAt(end))) continue;
    const national = text
      .replace(/\D/g, '')
      .replace(/^(?:00)?39(?=(?:0|3)\d{6,})/, (prefix) => (/^\s*(?:\+|00)/.test(text) ? '' : prefix));
    if (DATE.test(text)) return undefined;
    if (isMobile(national)) return { text, mobile: true, national };
    if (isLandline(national)) return { text, mobile: false, national };
  }
  return undefined;
};

export const email: DatumFinder = {
  source: 'e-mail',
  find: (text) => {
    if (!/[\p{L}\p{N}_%+-]@[\p{L}\p{N}]/u.test(text)) return [];
    return findAll(text, EMAIL, (written) =>
      PUBLIC_BODY.test(written) || OFFICE_MAILBOX.test(written)
        ? { strength: 0.35, reason: 'Contiene un indirizzo di posta che sembra di un ente o di un ufficio.' }
        : { strength: 0.9, reason: 'Contiene un indirizzo di posta elettronica.' },
    ).map((datum) => ({ ...datum, source: 'e-mail' }));
  },
};

/** Mobile and fixed Italian numbers; free numbers (800…) and short services (112, 118, 1500) have other shapes. */
export const phone: DatumFinder = {
  source: 'telefono',
  find: (text) => {
    if (!/\d{2}/.test(text)) return [];
    const speaksOfOffice = OFFICE.test(text);
    return Array.from(text.matchAll(PHONE)).flatMap((match) => {
      const found = phoneIn(match[0]);
      if (found === undefined) return [];
      const lead = text.slice(Math.max(0, match.index - 24), match.index);
      const announced = PHONE_WORD.test(lead);
      if (!announced && OTHER_NUMBER.test(lead)) return [];
      const office = !found.mobile && speaksOfOffice;
      // A bare landline without separators may as well be a file number.
      const certain = announced || found.mobile || /[\s./-]/.test(found.text) || found.text.startsWith('+');
      return [
        {
          span: [match.index, match.index + found.text.length] as const,
          strength: office ? 0.4 : certain ? 0.9 : 0.6,
          source: 'telefono',
          reason: found.mobile
            ? 'Contiene un numero di cellulare.'
            : office
              ? 'Contiene un numero fisso, che sembra di un ufficio.'
              : 'Contiene un numero di telefono fisso.',
        },
      ];
    });
  },
};
