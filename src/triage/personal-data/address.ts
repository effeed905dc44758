// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { around, before, type Datum, type DigitFinder, firstEndingFrom, isWordAt, matchAt } from './datum.ts';

const STREET = String.raw`(?:via(?:\s+privata)?|viale|v\.le|v\.|piazza|p\.?zza|piazzale|pi?\.le|piazz\.?le|piaz\.le|piazzetta|corso|c\.so|largo|vicolo|v\.lo|vico|strada|str\.|contrada|c\.da|salita|lungomare|borgo|b\.go|traversa|galleria|gall\.?|localit[àa]|loc\.|rione|frazione|fraz\.|calle|campo|fondamenta)`;
/** What a street's name does not have in it: verbs, hours, units. */
const NO_NAME = `(?:è|e'|sono|siamo|sta|ci|si|non|con|per|alle|dalle|dal|dopo|ore|il|un|una|che|chi|nasce|ha|hanno|quando|come|ma|poi|oggi|ieri|domani|sabato|domenica|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|chiusa|chius[oi]|libera|web|mail|email|internet|telefono|fax|pec|sms|whatsapp|app|crucis|rai|tutti|qui|circa)`;
const NAME = String.raw`(?!${NO_NAME}(?![\p{L}']))[\p{L}\d'’.]{1,24}`;
const MARK = String.raw`(?:[,\s]\s*(?:n(?:r|um|umero|°|\.°|r\.|ro|\.)?|civico)\s?)?`;
/** The street and its name, up to the digit. */
const LEAD = new RegExp(String.raw`${STREET}\s+${NAME}(?:\s+${NAME}){0,4}\s*(?:,?\s*|[-–]\s?)${MARK}$`, 'iuy');
const STREET_WORD = new RegExp(`^${STREET}$`, 'iu');
/** By which letters street words begin, so that most words are not looked at. */
const STREET_INITIALS = new Set('vpcslbtgrf');
const LONGEST_LEAD = 72;

const NUMBER =
  /(?:\d{1,4}(?:\s?[/-]\s?(?:[A-Za-z]{1,3}|\d{1,3})(?![\p{L}\p{N}])|[A-Za-z]{1,3}(?![\p{L}\p{N}])|\s(?:bis|ter|BIS|TER|[A-D](?=[\s,.)]|$)))?|[sS]\.?[nN]\.?[cC]\.?)(?![\p{L}\p{N}%€])/uy;
/** «numero 44 di via Settefinestre», «23 di via Olmo Grande». */
const NUMBER_FIRST = new RegExp(
  String.raw`\d{1,4}(?:\s?/?\s?[a-z])?\s+(?:di|in|su)\s+${STREET}(?:\s+(?:d[ie]|del|dei|della|delle|degli|san|santa))?\s+[\p{L}'’]+(?:\s+\p{Lu}[\p{L}'’]+){0,3}`,
  'iuy',
);
const NUMBER_WORD = /(?<!\p{L})(?:numero|civico)\s$/iu;
const CITY = String.raw`(?:\p{Lu}[\p{L}'’]{3,}(?:\s(?:(?:di|del|della|sul|in|al)\s)?\p{Lu}[\p{L}'’]{2,}){0,2})`;
const TAIL = new RegExp(
  String.raw`(?:[,\s–-]+(?:[Ii]nt(?:erno)?\.?|[Ss]c(?:ala)?\.?|civico|[Pp]iano)\s*[A-Z\d]{1,3}(?![\p{L}\p{N}]))*(?:[,\s–-]+\d{5}(?!\d))?(?:,?\s+${CITY}(?:\s\d{5}(?!\d))?)?(?:\s*\([A-Z]{2}\))?`,
  'uy',
);
const NEXT_IS_UNIT =
  /^\s*(?:euro|€|%|anni|mesi|giorni|ore|volte|persone|km|cm|mm|metri|mt|m|minuti|novembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre|dosi|posti|nazionalità|casi)(?!\p{L})/iu;
/** Words with another meaning: they name a street only before a capital. */
const DOUBTFUL = /^(?:corso|largo|strada|salita|borgo|galleria|calle|campo|piazza|traversa|frazione|loc\S*)\s/iu;
const DWELLING =
  /(?<!\p{L})(?:abit\p{L}*|resid\p{L}*|viv[eoi]\p{L}*|sta(?:nno)?|sto|stiamo|casa|domicili\p{L}*|condomini\p{L}*|portone|citofon\p{L}*|piano|interno|int\.|scala|sc\.|villa|suonare|consegn\p{L}*|trov\p{L}*|vicin[oi] di|scrivo da|sono (?:in|di)|qui in|mia|mio)(?!\p{L})/iu;
const SERVICE =
  /(?<!\p{L})(?:sportell\p{L}+|sed[ei]|uffici?o?|centr[oi]|ambulatori\p{L}*|ospedal\p{L}+|consultori\p{L}*|distrett\p{L}+|fermata|farmaci\p{L}+|scuol\p{L}+|poliambulatori\p{L}*|comune|municipio|cup|urp|asl|tampon\p{L}+|prelievi|vaccin\p{L}+|si va|negozi\p{L}*|bar|biblioteca|parco|teatro|bus|lampion\p{L}+|buc[ah]\p{L}*|cantiere|semaforo)(?!\p{L})/iu;
const WINDOW = 56;

const strengthOf = (text: string, span: Span): number => {
  const window = around(text, span, WINDOW);
  const service = SERVICE.test(window) && SERVICE.test(window.replace(/centro storico/iu, ''));
  if (DWELLING.test(window)) return service && /\?/.test(window) ? 0.4 : 0.7;
  return service || /^\s*\?/.test(text.slice(span[1], span[1] + 2)) ? 0.4 : 0.55;
};

const datum = (text: string, span: Span): Datum => {
  const strength = strengthOf(text, span);
  return {
    span,
    strength,
    source: 'indirizzo',
    reason:
      strength > 0.6
        ? 'Indica l’indirizzo di un’abitazione, con il numero civico.'
        : strength > 0.5
          ? 'Indica via e numero civico, senza dire che sia la sede di un servizio.'
          : 'Indica via e numero civico: può essere anche la sede di un servizio.',
  };
};

/** A word as streets are abbreviated: full stops inside it, or at its end. */
const isStreetSign = (unit: number): boolean => unit === 46 || unit > 191 || isLetter(unit);

const isLetter = (unit: number): boolean => (unit > 64 && unit < 91) || (unit > 96 && unit < 123);

/** The text read last, and where the words for streets begin in it: a text with one number often has more. */
let latest: { readonly text: string; readonly starts: readonly number[] } = { text: '', starts: [] };

const streetWordsIn = (text: string): readonly number[] => {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const start = at;
    while (at < text.length && isStreetSign(text.charCodeAt(at))) at++;
    if (at - start < 2 || !STREET_INITIALS.has(text.charAt(start).toLowerCase())) continue;
    if (STREET_WORD.test(text.slice(start, at)) && !isWordAt(text, start - 1)) starts.push(start);
  }
  return starts;
};

/** Where the street begins whose name reaches the digit, -1 where none does: the nearest that fits. */
const streetBefore = (text: string, digit: number): number => {
  if (latest.text !== text) latest = { text, starts: streetWordsIn(text) };
  const from = Math.max(0, digit - LONGEST_LEAD);
  const { starts } = latest;
  let lead: string | undefined;
  for (let nth = firstEndingFrom(starts, digit, (start) => start) - 1; nth >= 0; nth--) {
    const start = starts[nth] ?? -1;
    if (start < from) return -1;
    lead ??= text.slice(from, digit);
    if (matchAt(LEAD, lead, start - from) !== null) return start;
  }
  return -1;
};

/** «abita in Monte Inventato 45»: the street's kind left out, the verb says what it is. */
const HOME_LEAD =
  /(?<!\p{L})(?:abit\p{L}{1,5}|resident[ei]|domiciliat[oai]|sta|sto|viv[eo])\s+(?:in|a|al)\s+(?:\p{Lu}[\p{L}.'’]+\s+){1,4}(?:[Nn]r?\.?\s+)?$/u;
const CAPITAL_OR_MARK = /^(?:\p{Lu}|nr?\.? )/u;
const HOME_VERB = /^\p{L}+\s+(?:in|a|al)\s+/u;

const homeBefore = (text: string, digit: number): number => {
  if (text.charAt(digit - 1) !== ' ') return -1;
  // A street's name has a capital: most numbers follow another word.
  if (!CAPITAL_OR_MARK.test(text.slice(text.lastIndexOf(' ', digit - 2) + 1, digit))) return -1;
  const lead = HOME_LEAD.exec(before(text, digit, LONGEST_LEAD))?.[0];
  return lead === undefined ? -1 : digit - lead.length + (HOME_VERB.exec(lead)?.[0].length ?? 0);
};

const withTail = (text: string, end: number): number => end + (matchAt(TAIL, text, end)?.[0].length ?? 0);

const numberFirst = (text: string, digit: number): Datum | undefined => {
  if (isWordAt(text, digit - 1)) return undefined;
  const match = matchAt(NUMBER_FIRST, text, digit);
  if (match === null) return undefined;
  const start = digit - (NUMBER_WORD.exec(before(text, digit, 9))?.[0].length ?? 0);
  return datum(text, [start, withTail(text, digit + match[0].length)]);
};

/** A street with its number, and what follows it: stair, postal code, town. */
export const address: DigitFinder = (text, digit) => {
  const number = matchAt(NUMBER, text, digit)?.[0];
  if (number === undefined) return numberFirst(text, digit);
  const street = streetBefore(text, digit);
  const start = street < 0 ? homeBefore(text, digit) : street;
  if (start < 0) return numberFirst(text, digit);
  const lead = text.slice(start, digit);
  const end = digit + number.length;
  if (NEXT_IS_UNIT.test(text.slice(end, end + 16)) || /^[:.]\d/.test(text.slice(end, end + 2))) return undefined;
  if (DOUBTFUL.test(lead) && !/\s\p{Lu}/u.test(lead) && !DWELLING.test(around(text, [digit, end], WINDOW)))
    return undefined;
  return datum(text, [start, withTail(text, end)]);
};

const UNNUMBERED = /(?<!\p{L})s\.?n\.?c\.?(?!\p{L})/giu;

/** Houses without a number, «snc». */
export const unnumberedHouses = (text: string): readonly Datum[] => {
  const found: Datum[] = [];
  for (const { index } of text.matchAll(UNNUMBERED)) {
    const house = address(text, index);
    if (house !== undefined) found.push(house);
  }
  return found;
};
