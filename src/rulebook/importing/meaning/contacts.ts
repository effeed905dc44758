// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';
import type { SourceLink } from '../source.ts';
import { networkAt } from './addresses.ts';

export interface FoundContact {
  readonly kind: 'email' | 'pec' | 'web' | 'phone' | 'office';
  readonly value: string;
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Written so that robots do not find it. */
const HIDDEN_EMAIL =
  /([\w.+-]+)\s*(?:\[|\(|\{|\s)\s*(?:at|chiocciola|presso|@)\s*(?:\]|\)|\}|\s)\s*([\w-]+(?:\s?(?:\.|\[dot\]|\(dot\)|\[punto\])\s?[\w-]+)+)/gi;
const WEB =
  /\b(?:https?:\/\/[^\s<>"'«»“”)\]]+|www\.[\w-]+(?:\.[\w-]+)+(?:\/[^\s<>"'«»“”)\]]*)?|(?:[a-z0-9-]+\.)+(?:gov\.it|it|eu|com|org|net|info|edu|gov|cloud|ai|app)\b(?:\/[^\s<>"'«»“”)\]]*)?)/gi;
const PHONE =
  /\b(?:tel(?:efon\w*)?|numer[oi](?: (?:verde|unico|di telefono|telefonic[oi]))?|cell(?:ulare)?|centralino|chiam\w+|fax|call center|contact center|whatsapp|n\.)\b[\s.:]*(?:(?:al|allo|il|i|gli|verde|unico|numero|numeri|gratuito|n\.?)\s*[.:]?\s*){0,4}((?:\(\+\d{2,3}\)\s?)?\+?\(?\d[\d\s./()-]{4,18}\d|1\d{2,3})\b/g;
const PLAIN_PHONE =
  /(?<![\d/.,-])(?:\+39[\s.]?)?(?:0\d{1,3}[\s./-]\d{5,8}|800[\s.-]?\d{3}[\s.-]?\d{3}|0\d{8,10}|3\d{2}[\s.]?\d{6,7})(?![\d/])/g;
const EMERGENCY =
  /\b(?:numero (?:unico )?(?:di |delle |per le )?emergenz[ae]|emergenz[ae]|soccors\w+)\b[^.;]{0,50}?\b(11[2358]|1522|114)\b/g;
const OFFICE =
  /\b(?:urp|uffici?o? (?:per le |di )?relazioni (?:con|col) il pubblico|ufficio (?:stampa|comunicazione|protocollo|reclami|segreteria|privacy)|protocollo(?: (?:generale|aziendale|dell'ente|comunale))?|segreteri[ae](?: (?:studenti|generale|didattic\w+))?|sportell\w+ (?:telematic\w+|polifunzional\w+|al cittadino|unic\w+|del cittadino|del consumatore)|front.?office|contact cent(?:er|re)|call cent(?:er|re)|responsabile (?:della )?protezione (?:dei )?dati|difensore civico|centralino)\b/g;

const trimmed = (address: string): string => address.replace(/[.,;:!?)\]»”"']+$/, '');

interface Range {
  readonly start: number;
  readonly end: number;
}

const within = (ranges: readonly Range[], place: number): boolean =>
  ranges.some(({ start, end }) => place >= start && place < end);

function emails(source: string): { readonly found: FoundContact[]; readonly taken: Range[] } {
  const found: FoundContact[] = [];
  const taken: Range[] = [];
  const add = (value: string, start: number, length: number): void => {
    const before = folded(source.slice(Math.max(0, start - 45), start));
    const isPec =
      /(?:^|[.@-])pec\b|@[\w.-]*(?:pec|cert|legalmail)\b/i.test(value) ||
      /\b(?:pec|p\.e\.c\.?|posta (?:elettronica )?certificata)\b(?:(?!mail\b|@|\[at\]|\(at\)).)*$/.test(before);
    found.push({ kind: isPec ? 'pec' : 'email', value });
    taken.push({ start, end: start + length });
  };
  for (const match of source.matchAll(EMAIL)) add(trimmed(match[0]), match.index, match[0].length);
  for (const match of source.matchAll(HIDDEN_EMAIL)) {
    const [whole, name = '', domain = ''] = match;
    if (within(taken, match.index) || !/\.\w{2,}$/.test(domain.replace(/\s/g, ''))) continue;
    add(`${name}@${domain.replace(/\s|\[|\]|\(|\)/g, '').replace(/dot|punto/g, '.')}`, match.index, whole.length);
  }
  return { found, taken };
}

function phones(source: string): FoundContact[] {
  const words = folded(source);
  const numbers = [...words.matchAll(PHONE), ...words.matchAll(EMERGENCY)].flatMap((match) => match[1] ?? []);
  for (const match of words.matchAll(PLAIN_PHONE)) numbers.push(match[0]);
  const written = numbers.map((number) => number.trim().replace(/[\s./-]+$/, ''));
  return written
    .filter((number) => !/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/.test(number) && !/^\d{4}$/.test(number))
    .map((value) => ({ kind: 'phone', value }));
}

/** Where people can write, call or look, in one sentence; pages of the networks are channels, not contacts. */
export function contactsIn(source: string, links: readonly SourceLink[]): readonly FoundContact[] {
  const { found, taken } = emails(source);
  const contacts = [...found];
  for (const match of source.matchAll(WEB)) {
    const value = trimmed(match[0]);
    if (within(taken, match.index) || source.charAt(match.index - 1) === '@' || networkAt(value) !== undefined)
      continue;
    if (value.includes('.')) contacts.push({ kind: 'web', value });
  }
  for (const { address } of links) {
    const mail = /^mailto:([^?]+)/i.exec(address)?.[1];
    if (mail !== undefined)
      contacts.push({ kind: /pec|legalmail/i.test(mail) ? 'pec' : 'email', value: decodeURIComponent(mail) });
    else if (/^tel:/i.test(address)) contacts.push({ kind: 'phone', value: address.slice(4) });
    else if (networkAt(address) === undefined)
      contacts.push({ kind: 'web', value: address.replace(/^\/\//, 'https://') });
  }
  contacts.push(...phones(source));
  for (const match of folded(source).matchAll(OFFICE))
    if (!within(taken, match.index))
      contacts.push({ kind: 'office', value: source.slice(match.index, match.index + match[0].length) });
  const seen = new Set<string>();
  return contacts.filter(({ kind, value }) => {
    const key = `${kind === 'pec' ? 'email' : kind} ${value.toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
