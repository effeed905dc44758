// SPDX-License-Identifier: AGPL-3.0-or-later

// Days and hours as regulations write them: split shifts, «lun-ven», «dal lunedì al venerdì», «h. 9-13», «festivi esclusi».

/** Minutes from midnight. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Hours of some days. Days are 1 Monday … 7 Sunday; absent where the source does not say them. */
export interface FoundHours {
  readonly of: 'moderation' | 'services' | 'night';
  readonly days?: readonly number[];
  readonly ranges?: readonly TimeRange[];
  readonly holidays?: 'excluded' | 'included';
  /** When the source says that they do not hold. */
  readonly exceptions?: readonly [start: number, end: number];
  /** Where the words stand in the sentence. */
  readonly place: readonly [start: number, end: number];
}

const DAY = String.raw`(?:lun(?:edi|\.)?|mart(?:edi|\.)?|mar\.?|mer(?:coledi|c\.|\.)?|gio(?:vedi|v\.|\.)?|ven(?:erdi|\.)?|sab(?:ato|\.)?|dom(?:enica|\.)?)(?:')?(?![a-z])`;
const DAY_STARTS = ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'];
const SPAN = new RegExp(
  String.raw`(?:da[l]?l?a?\s+)?\b(${DAY})\s*(?:-|/(?=\s*${DAY})|\bal(?:la)?\b|\ba\b|>)\s*(${DAY})`,
  'g',
);
const SINGLE = new RegExp(String.raw`\b(${DAY})`, 'g');
const EVERY_DAY =
  /\b(?:tutti i giorni(?! (?:ferial|lavorativ))|ogni giorno(?! (?:ferial|lavorativ))|7 giorni su 7|sette giorni su sette|7\/7|7 su 7|h24 7|quotidianamente|24\/7|h24)\b/g;
/** «entro due giorni lavorativi» is a length of time, not days of the week. */
const WORKING =
  /(?<!\b(?:\d{1,2}|un|due|tre|quattro|cinque|sei|sette|otto|dieci|quindici|venti|trenta) (?:giorni )?)\b(?:(?:nei |i |dei |giorni )?(?:giorni )?(?:feriali|lavorativi)|giorni (?:feriali|lavorativi))\b/g;

const CLOCK = String.raw`(\d{1,2})(?:\s?[:.,h']\s?(\d{2}))?`;
const RANGE = new RegExp(
  String.raw`(?<lead>\b(?:dalle|dall'|da|tra le|fra le|ore|orario|h\.?|alle)\s*(?:ore\s*|h\.?\s*)?)?(?<![\d/.,])${CLOCK}\s*(?<link>-|/|\balle\b|\ball'|\ba\b|\be le\b|\bfino alle\b)\s*(?:ore\s*|h\.?\s*)?${CLOCK}(?![\d/]|[.,]\d)`,
  'g',
);
const ALL_DAY = /\b(?:h ?24|24 ore su 24|24 h su 24|24\/24|24\/7|24h)\b/g;
const OFFICE_HOURS =
  /\b(?:orari[oi]? (?:di |d')(?:ufficio|lavoro|servizio)|orari d'ufficio|orario lavorativo|orari[oi] (?:di )?apertura)\b/g;

const HOLIDAYS_OUT =
  /\b(?:festiv\w+ esclus\w+|esclus\w+ (?:\w+,? (?:e |ed )?){0,4}?festiv\w+|(?:eccett\w+|tranne|salvo|ad eccezione d\w+|ad esclusione d\w+) (?:\w+ ){0,4}?festiv\w+|non festivi|(?:nei|giorni) (?:giorni )?festivi (?:\w+ ){0,4}?non|non (?:\w+ ){0,6}?(?:nei|nelle) (?:giorni )?festiv\w+)/;
const HOLIDAYS_IN = /\b(?:(?:festiv\w+) (?:compres|inclus)\w+|(?:compres\w+|inclus\w+|anche) (?:\w+ ){0,3}?festiv\w+)/;
const DAYS_OUT = new RegExp(
  String.raw`\b(?:(?:escluso|esclusi|eccetto|tranne|salvo)\s+(?:il |la |i )?(?:${DAY})(?:\s*(?:,|e)\s*(?:la |il )?(?:${DAY}))*|(?:${DAY})(?:\s*(?:,|e)\s*(?:${DAY}))*\s+esclus[oaie])`,
  'g',
);
const EXCEPTION =
  /\b(?:salvo (?:che|il caso|casi|eventi|emergenze|eccezioni|diversa|ulteriori|i casi)[^.;]*|fatt[ei] salv[aei] [^.;]*|tranne (?:in caso|nei casi|per) [^.;]*|(?:ad eccezione|con l'eccezione) (?:di|dei|delle) [^.;]*|in caso di emergenz[^.;]*)/;

const dayOf = (word: string): number => {
  const three = word.slice(0, 3);
  return DAY_STARTS.indexOf(three) + 1;
};

interface Token {
  readonly at: number;
  readonly end: number;
  readonly days?: readonly number[];
  /** Days are spoken of without being named: «nei giorni feriali». */
  readonly unnamed?: true;
  readonly range?: TimeRange;
  /** Hours are spoken of without being given: «in orario d’ufficio». */
  readonly vague?: true;
}

function between(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => ((first + index - 1) % 7) + 1);
}

function dayTokens(words: string): Token[] {
  const tokens: Token[] = [];
  let rest = words;
  const take = (pattern: RegExp, make: (match: RegExpExecArray) => Omit<Token, 'at' | 'end'> | undefined): void => {
    for (const match of rest.matchAll(pattern)) {
      const made = make(match);
      if (made !== undefined) tokens.push({ at: match.index, end: match.index + match[0].length, ...made });
    }
    rest = rest.replace(pattern, (found) => ' '.repeat(found.length));
  };
  take(DAYS_OUT, () => undefined);
  take(SPAN, ([, first = '', last = '']) => ({ days: between(dayOf(first), dayOf(last)) }));
  take(EVERY_DAY, () => ({ days: [1, 2, 3, 4, 5, 6, 7] }));
  take(WORKING, () => ({ unnamed: true }));
  // «mar» and «sab» alone are words too: abbreviations count beside other days or hours only.
  take(SINGLE, ([, word = '']) =>
    word.length > 4 || tokens.length > 0 || /\d/.test(words) ? { days: [dayOf(word)] } : undefined,
  );
  return tokens;
}

const minutes = (hour: string | undefined, minute: string | undefined): number =>
  Number(hour) * 60 + Number(minute ?? 0);

function rangeTokens(words: string, days: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  for (const match of words.matchAll(RANGE)) {
    const [, , fromHour, fromMinute, , toHour, toMinute] = match;
    const { lead, link = '' } = match.groups ?? {};
    const [from, to] = [minutes(fromHour, fromMinute), minutes(toHour, toMinute)];
    const at = match.index;
    const beside =
      days.some((day) => Math.abs(at - day.end) <= 14) || tokens.some((other) => Math.abs(at - other.end) <= 8);
    const told =
      (lead !== undefined && !/^da\s*$/.test(lead)) ||
      (fromMinute !== undefined && toMinute !== undefined && link !== '/') ||
      beside;
    if (!told || from >= 1440 || to > 1440 || to <= from || Number(fromMinute ?? 0) > 59 || Number(toMinute ?? 0) > 59)
      continue;
    tokens.push({ at, end: at + match[0].length, range: { from, to } });
  }
  for (const match of words.matchAll(ALL_DAY))
    tokens.push({ at: match.index, end: match.index + match[0].length, range: { from: 0, to: 1440 } });
  for (const match of words.matchAll(OFFICE_HOURS))
    tokens.push({ at: match.index, end: match.index + match[0].length, vague: true });
  return tokens;
}

interface Group {
  readonly days: number[];
  readonly ranges: TimeRange[];
  at: number;
  end: number;
  unnamed: boolean;
}

/** Days go with the hours that follow them; where hours come first, with those before. */
function grouped(tokens: readonly Token[]): readonly Group[] {
  const hoursFirst = tokens[0]?.range !== undefined && tokens.some(({ days }) => days !== undefined);
  const groups: Group[] = [];
  let closed = true;
  for (const token of tokens) {
    const begins = hoursFirst ? token.range !== undefined && closed : token.range === undefined && closed;
    let group = groups.at(-1);
    if (group === undefined || begins) {
      group = { days: [], ranges: [], at: token.at, end: token.end, unnamed: false };
      groups.push(group);
      closed = false;
    }
    if (token.days !== undefined) group.days.push(...token.days);
    if (token.unnamed === true) group.unnamed = true;
    if (token.range !== undefined) group.ranges.push(token.range);
    group.end = Math.max(group.end, token.end);
    const completes = hoursFirst ? token.days !== undefined : token.range !== undefined || token.vague === true;
    closed = completes || (closed && group.days.length === 0);
    if (!hoursFirst && token.range !== undefined) closed = true;
  }
  return groups;
}

const SERVICES =
  /\b(?:sportell|uffici[oi]? (?:e|sono|relazioni|urp)|urp\b|segreteri|centralino|telefon|ricev(?:e|imento)|orario (?:istituzionale )?(?:di alcuni )?servizi|apert(?:o|i|ura) al pubblico|front.?office|appuntament)/;
const MODERATION =
  /\b(?:moder|presidi|monitor|social|canal[ei]|pagin[ae]|profil|account|redazion|rispond|rispost|riscontr|gestit|gestion|seguit[aei]|attiv[oie]|commenti|messagg|online)/;
/** An office named right before a bracket. */
const OFFICE =
  /\b(?<!\borari[oi]? (?:di |d'))(?:uffici[oi]?|urp|sportell[oi]|segreteri[ae]|centralino)\b(?! d')[^.;:,()]{0,45}$/;
const NIGHT = /\b(?:notte|nottur)/;

/** «… all’URP (lun-ven 10-13, tel. …)»: in brackets after an office stand the hours of that office. */
function isOfOffice(words: string, at: number): boolean {
  const opens = words.lastIndexOf('(', at);
  if (opens < 0 || words.slice(opens, at).includes(')')) return false;
  const office = OFFICE.exec(words.slice(Math.max(0, opens - 80), opens));
  return office !== null && !/\b(?:da|dal|dalla|dallo|dall'|dagli)\s?$/.test(office.input.slice(0, office.index));
}

function purposeOf(words: string, around: string): FoundHours['of'] {
  if (/\borari\w* (?:istituzional\w* )?(?:di |dei |degli )(?:alcuni )?(?:servizi|uffici|sportelli)\b/.test(words))
    return 'services';
  if (MODERATION.test(words)) return 'moderation';
  if (NIGHT.test(words)) return 'night';
  return SERVICES.test(words) || SERVICES.test(around) ? 'services' : 'moderation';
}

const unique = (days: readonly number[]): number[] => [...new Set(days)].toSorted((one, other) => one - other);

function isUsable(group: Group, words: string, around: string): boolean {
  if (group.ranges.length > 0) return true;
  // Days alone, or «orario d’ufficio»: hours only where moderation is spoken of.
  return MODERATION.test(words) || /\b(?:orari|moderazion|presidi)/.test(around);
}

/** A span of quotation marks holds an automatic reply: what is said there is not said of moderation. */
const isQuoted = (words: string, at: number): boolean => (words.slice(0, at).match(/"/g)?.length ?? 0) % 2 === 1;

/** Hours in a sentence. `words` and `around`, the titles above it, are folded; times of events and of laws are not hours. */
export function hoursIn(words: string, around: string): readonly FoundHours[] {
  const days = dayTokens(words);
  const tokens = [...days, ...rangeTokens(words, days)].toSorted((one, other) => one.at - other.at);
  if (!tokens.some(({ range, vague, days: named, unnamed }) => range ?? vague ?? named ?? unnamed)) return [];
  const removed = [...words.matchAll(DAYS_OUT)].flatMap(([found]) =>
    [...found.matchAll(SINGLE)].map(([, word = '']) => dayOf(word)),
  );
  const holidays = HOLIDAYS_OUT.test(words) ? 'excluded' : HOLIDAYS_IN.test(words) ? 'included' : undefined;
  const exception = EXCEPTION.exec(words);
  const groups = grouped(tokens);
  const given = groups.some(({ ranges }) => ranges.length > 0);
  return groups
    .filter((group) => isUsable(group, words, around) && (!given || group.ranges.length > 0))
    .map((group): FoundHours => {
      const named = unique(group.days).filter((day) => !removed.includes(day));
      const ranges = group.ranges.toSorted((one, other) => one.from - other.from);
      return {
        of: isQuoted(words, group.at) || isOfOffice(words, group.at) ? 'services' : purposeOf(words, around),
        place: [group.at, group.end],
        ...(named.length === 0 ? {} : { days: named }),
        ...(ranges.length === 0 ? {} : { ranges }),
        ...(holidays === undefined ? {} : { holidays }),
        ...(exception === null
          ? {}
          : { exceptions: [exception.index, exception.index + exception[0].length] as const }),
      };
    });
}
