// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Datum, isWordAt, matchAt } from './datum.ts';

const LONGEST_NAME = 64;
const NAME_END = /[\p{L}\p{N}_%+-]+(?:\.[\p{L}\p{N}_%+-]+){0,6}$/u;
const DOMAIN = /@(?:[\p{L}\p{N}-]{1,63}\.){1,6}[a-z]{2,12}(?![\p{L}\p{N}])/iuy;
const TOP = '(?:it|com|net|org|eu|info|biz|me|io|example|gov|edu)';
const DOT = String.raw`\s*(?:\.|[([{<]?\s*(?:punto|dot)\s*[)\]}>]?)\s*`;
const JOINT = String.raw`(?:${DOT}|\s+(?:trattino|underscore)(?:\s+basso)?\s+)`;
/** «nome punto cognome chiocciola dominio punto it», «nome (at) dominio (dot) it». */
const MASKED_AT = /[([{<]\s?at\s?[)\]}>]|(?<!\p{L})(?:chiocciol(?:a|ina)|at)(?!\p{L})/giu;
const MASKED_NAME = new RegExp(
  String.raw`[\p{L}\p{N}_+-]+(?:${JOINT}[\p{L}\p{N}_+-]+){0,4}(?:\s*,\s*poi\s+\d+)?\s*,?\s*$`,
  'iu',
);
const MASKED_DOMAIN = new RegExp(
  String.raw`\s*,?\s*[\p{L}\p{N}-]+(?:${DOT}[\p{L}\p{N}-]+){0,3}?${DOT}${TOP}(?!\p{L}|\.\p{L})`,
  'iuy',
);

/** Domains of public bodies and of who works for them: an office is reached there, not a person. */
const PUBLIC_BODY =
  /@(?:[\p{L}\p{N}.-]+\.)?(?:gov|edu|pec|(?:comune|regione|provincia|asl|ats|asst|ausl|coop|cittametropolitana)(?:[.-][\p{L}\p{N}.-]+)?|\p{L}*(?:ospedal|policlinic|cooperativ|ministero|prefettura|universit|scuol)[\p{L}-]*|inps|inail|interno|salute)\.[\p{L}.]+$/iu;
/** A mailbox named after an office reaches nobody in particular. */
const OFFICE_MAILBOX =
  /^(?:(?:urp|cup|pec|dpo|protocollo|prenotazioni|bandi|comune|regione|asl|ats|asst)(?:[._-][\p{L}\p{N}._-]*)?|(?:ufficio|sportello|inps|inail)[\p{L}\p{N}._-]*)@/iu;
const FIRM_MAILBOX =
  /^(?:info|privacy|segreteria|direzione|redazione|amministrazione|servizi|commerciale|vendite|no-?reply)(?:[._-][\p{L}\p{N}._-]*)?@/iu;

const judged = (span: readonly [number, number], address: string, reason: string): Datum => {
  const source = 'e-mail';
  if (PUBLIC_BODY.test(address) || OFFICE_MAILBOX.test(address))
    return {
      span,
      strength: 0.35,
      source,
      reason: 'Contiene un indirizzo di posta elettronica di un ente o di un ufficio.',
    };
  // A firm may be one person: what is published of it is theirs too.
  return FIRM_MAILBOX.test(address)
    ? {
        span,
        strength: 0.55,
        source,
        reason: 'Contiene l’indirizzo di posta elettronica di una ditta o di uno studio.',
      }
    : { span, strength: 0.9, source, reason };
};

/** As far back as a name may go. */
const nameBefore = (text: string, at: number): string => {
  const from = Math.max(0, at - LONGEST_NAME);
  let start = at;
  while (start > from && (isWordAt(text, start - 1) || '._%+-'.includes(text.charAt(start - 1)))) start--;
  return text.slice(start, at);
};

const plain = (text: string): Datum[] => {
  const found: Datum[] = [];
  for (let at = text.indexOf('@', 1); at > 0; at = text.indexOf('@', at + 1)) {
    const domain = matchAt(DOMAIN, text, at)?.[0];
    if (domain === undefined) continue;
    const name = NAME_END.exec(nameBefore(text, at))?.[0];
    if (name === undefined) continue;
    const span = [at - name.length, at + domain.length] as const;
    found.push(judged(span, text.slice(...span), 'Contiene un indirizzo di posta elettronica.'));
  }
  return found;
};

const masked = (text: string): Datum[] => {
  const found: Datum[] = [];
  for (const { 0: sign, index } of text.matchAll(MASKED_AT)) {
    const domain = matchAt(MASKED_DOMAIN, text, index + sign.length)?.[0];
    if (domain === undefined) continue;
    const name = MASKED_NAME.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[0];
    if (name === undefined) continue;
    // «at» is also a word: only between marks, or before a dot spelt out, is it this sign.
    if (/^at$/i.test(sign) && !/dot|punto/i.test(domain)) continue;
    const span = [index - name.length, index + sign.length + domain.length] as const;
    const unmasked = `${name.trim()}@${domain.trim()}`.replace(new RegExp(DOT, 'giu'), '.');
    found.push(judged(span, unmasked, 'Contiene un indirizzo di posta elettronica scritto in modo da nasconderlo.'));
  }
  return found;
};

const SIGN_IN_WORDS = /chiocciol|(?<!\p{L})at(?!\p{L})/iu;

/** Addresses of mail, also those spelt out to slip past a filter. */
export const emails = (text: string): readonly Datum[] => {
  const found = text.includes('@') ? plain(text) : [];
  return SIGN_IN_WORDS.test(text) ? [...found, ...masked(text)] : found;
};
