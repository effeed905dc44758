// SPDX-License-Identifier: AGPL-3.0-or-later
import { around, before, type Datum, type DigitFinder, isDigitAt, isWordAt, matchAt } from './datum.ts';

const WRITTEN = /[+(]{0,2}\d(?:[ \u00a0./()–-]{0,3}\d){5,16}/y;
/** Words before a number that make it something else. */
const OTHER_NUMBER =
  /(?:prot(?:ocollo)?\.?|pratica|n\.?|nr\.?|num(?:ero)?|codice|legge|art(?:icolo)?\.?|delibera|determina|circolare|decreto|ricevuta|ticket|fattura|matricola|rif\.?|(?<!\d\s?)(?:€|euro)|cap|p\.?\s?iva|partita iva|id)\s*[:.°n]*\s*(?:n\.?|nr\.?)?\s*$/iu;
const PHONE_WORD =
  /(?:tel(?:efono)?|cell(?:ulare)?|numero|whatsapp|chiam\p{L}*|mobile|fisso|contatt\p{L}*|recapito|fax|scriv\p{L}*)\W*(?:al|è|il|mio|di|\W)*$/iu;
/** Two- and three-figure prefixes that exist; a four-figure one may be any. */
const SHORT_PREFIXES = new Set(
  '02 06 010 011 015 019 030 031 035 039 040 041 045 049 050 051 055 059 070 071 075 079 080 081 085 089 090 091 095 099'.split(
    ' ',
  ),
);
const DATE = /^\s*\(?\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)/;
const HOURS = /^[012]?\d[.:]?[0-5]\d ?[-–/] ?[012]?\d[.:]?[0-5]\d$/;
/** Millions are written so. */
const SUM = /^\d{1,3}(?:\.\d{3})+$/;
/** A fixed line spoken of like this belongs to a counter, not to a home. */
const OFFICE =
  /(?<!\p{L})(?:occupat[oi]|non risponde|nessuno risponde|non suona|centralin[oi]|sportell[oi]|uffici?o?|cup|urp|asl|ats|asst|segreteria|numero verde|operator[ei]|(?:il )?vostro|si prenota|per prenotare|prenotazioni al|ambulatori\p{L}*|ospedale|interno \d|lavora qualcuno|provato)(?!\p{L})/iu;
/** «allo 06…», «lo 0984…»: so one speaks of a number that everybody calls. */
const ARTICLE = /(?<!\p{L})(?:a|da|su|de|ne)?l?lo $/iu;
const HOME =
  /(?<!\p{L})(?:casa|abit\p{L}+|marito|moglie|mamma|madre|padre|nonn[ao]|figli[ao]|vicin[ao]|privat[oa]|personale|chiamatel[aoi]|lascio|mio|richiam\p{L}+)(?!\p{L})/iu;
const WINDOW = 64;
/** Without a country before it, a number begins so. */
const BEGINS = /[03]/;

const isMobile = (digits: string): boolean => /^3[1-9]\d{7,8}$/.test(digits) && !/^(\d)\1+$/.test(digits);

const isLandline = (digits: string): boolean => {
  if (!/^0[1-9]\d{6,9}$/.test(digits)) return false;
  if (SHORT_PREFIXES.has(digits.slice(0, 2))) return digits.length <= 10;
  return SHORT_PREFIXES.has(digits.slice(0, 3)) || /^0[1-9]\d{2}/.test(digits);
};

type Line = 'mobile' | 'fixed' | 'foreign';

/** What line the digits are, whatever stands between them. */
const lineOf = (written: string): Line | undefined => {
  const digits = written.replace(/\D/g, '');
  const abroad = /^\(?(?:\+|00)/.test(written);
  const national = abroad ? digits.replace(/^(?:00)?39(?=[03])/, '') : digits.replace(/^39(?=3\d{9}$)/, '');
  if (isMobile(national)) return 'mobile';
  if (isLandline(national)) return 'fixed';
  return /^\(?\+/.test(written) && /^(?!39)[1-9]\d{8,14}$/.test(digits) ? 'foreign' : undefined;
};

/** The longest beginning that is a number: a year or a price may follow it. */
const longestLine = (written: string): { readonly text: string; readonly line: Line } | undefined => {
  if (DATE.test(written)) return undefined;
  for (let end = written.length; end >= 8; end--) {
    if (!isDigitAt(written, end - 1) || isDigitAt(written, end)) continue;
    const text = written.slice(0, end);
    if (HOURS.test(text)) return undefined;
    const line = lineOf(text);
    if (line !== undefined) return { text, line };
  }
  return undefined;
};

const startOf = (text: string, digit: number): number => {
  let start = digit;
  while (digit - start < 2 && (text.charAt(start - 1) === '+' || text.charAt(start - 1) === '(')) start--;
  // A piece of a sum, a date, a code.
  if (/[#€$\p{L}\p{N}]$|\d[,./-]$/u.test(before(text, start, 2))) return -1;
  return start;
};

const REASONS: Readonly<Record<Line, string>> = {
  mobile: 'Contiene un numero di telefono cellulare.',
  fixed: 'Contiene un numero di telefono fisso.',
  foreign: 'Contiene un numero di telefono estero.',
};

const judged = (text: string, span: readonly [number, number], line: Line): Datum | undefined => {
  const written = text.slice(...span);
  const lead = before(text, span[0], WINDOW);
  const announced = PHONE_WORD.test(lead);
  if (!announced && (OTHER_NUMBER.test(lead) || SUM.test(written))) return undefined;
  const window = around(text, span, WINDOW);
  if (line === 'fixed' && (OFFICE.test(window) || ARTICLE.test(lead)) && !HOME.test(window))
    return {
      span,
      strength: 0.4,
      source: 'telefono',
      reason: 'Contiene un numero di telefono fisso, che sembra di un ufficio.',
    };
  // A bare landline without separators may as well be a file number.
  const certain = announced || line !== 'fixed' || /[\s./-]/.test(written) || written.startsWith('+');
  return { span, strength: certain ? 0.9 : 0.6, source: 'telefono', reason: REASONS[line] };
};

/** Mobile and fixed numbers; free numbers (800…) and short services (112, 118, 1500) have other shapes. */
export const phone: DigitFinder = (text, digit) => {
  const start = startOf(text, digit);
  if (start < 0 || (start === digit && !BEGINS.test(text.charAt(digit)))) return undefined;
  const written = matchAt(WRITTEN, text, start)?.[0];
  const found = written === undefined ? undefined : longestLine(written);
  if (found === undefined) return undefined;
  const end = start + found.text.length;
  if (isWordAt(text, end) || /^ ?[€%]/.test(text.slice(end, end + 2))) return undefined;
  return judged(text, [start, end], found.line);
};

/** Whether digits without separators are a number that reaches somebody. */
export const isLine = (digits: string): boolean => lineOf(digits) !== undefined;
