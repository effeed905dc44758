// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';

/** A rule of law that the source cites. */
export interface FoundReference {
  /** The same for every way of citing it: `D.Lgs. 196/2003`; absent where the source gives no number. */
  readonly id?: string;
  /** As the source writes it. */
  readonly text: string;
  readonly articles?: string;
}

const DATE = String.raw`(?:\d{1,2}[°º]?[\s./-]+(?:\d{1,2}|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)\.?[\s./-]+)`;
const NUMBER = String.raw`(?:n(?:\.|r\.?|um\.?|°|umero)?\s*)?`;

/** Kinds of acts, folded, with the short name of the identifier; the longer names first. */
const ACTS: readonly (readonly [short: string, name: string])[] = [
  ['D.Lgs.', String.raw`(?:decreto legislativo|d\.?\s?lgs\.?|d\.?\s?l\.vo|dlgs|d\. ?leg\.vo)`],
  ['DPR', String.raw`(?:decreto del presidente della repubblica|d\.?\s?p\.?\s?r\.?)`],
  ['DPCM', String.raw`(?:decreto del presidente del consiglio(?: dei ministri)?|d\.?\s?p\.?\s?c\.?\s?m\.?)`],
  ['D.L.', String.raw`(?:decreto[- ]legge|d\.\s?l\.|dl)`],
  ['D.M.', String.raw`(?:decreto ministeriale|d\.\s?m\.)`],
  ['DGR', String.raw`(?:d\.?g\.?r\.?(?: \w+)?|deliberazione della giunta regionale)`],
  ['L.R.', String.raw`(?:legge regionale|l\.\s?r\.)`],
  ['L.', String.raw`(?:legge|l\.)`],
  ['Dir. UE', String.raw`(?:direttiva (?:europea )?\(?(?:ue|ce|cee)\)?)`],
  ['Dir.', String.raw`(?:direttiva(?: del| della)?(?: \w+){0,6}?)`],
  [
    'UE',
    String.raw`(?:regolamento (?:europeo |generale )?\(?(?:ue|ce|eu)\)?|reg\.\s*\(?(?:ue|ce|eu)\)?|\(?ue\)?|gdpr|regolamento(?: europeo)?)`,
  ],
];

const NAMED: readonly (readonly [id: string | undefined, is: RegExp])[] = [
  [
    'UE 2016/679',
    /\b(?:gdpr|general data protection regulation|regolamento generale sulla protezione dei dati(?: personali)?|regolamento (?:europeo )?(?:in materia di|sulla) (?:protezione|privacy)[^,.;)]{0,40})\b/g,
  ],
  [
    'D.Lgs. 196/2003',
    /\b(?:codice (?:della |in materia di protezione dei dati personali|sulla )?privacy|codice in materia di protezione dei dati personali)\b/g,
  ],
  ['D.Lgs. 82/2005', /\b(?:codice dell'amministrazione digitale|\bcad\b)/g],
  ['DPR 62/2013', /\b(?:codice di comportamento dei dipendenti pubblici)\b/g],
  [
    undefined,
    /\b(?:codice di comportamento(?: (?:dei dipendenti )?(?:dell'|della |del |di )(?:ente|azienda|amministrazione|comune|regione|ateneo|agenzia|camera|universita|ministero|asl|asst|ats)[^,.;()"]{0,60})?|codic[ei] etic[oi])\b/g,
  ],
  [
    undefined,
    /\b(?:(?<!(?:stabilisc\w+|definisc\w+|contien\w+|dett\w+|illustra|illustrano|present[ei]|sono|quest[ei]) (?:le |delle |alcune )?)linee guida (?:(?:per|dell'|del|della|agid|sul|sui|sulla|di|anac)[^.;()"]{3,110})|vademecum[^.;()"]{3,90})/g,
  ],
  [
    undefined,
    /\b(?:codice (?:penale|civile)|c\.\s?p\.(?!c)|c\.\s?c\.|costituzione)\b(?: (?:italiana|della repubblica))?/g,
  ],
];

const ARTICLES =
  /\bart(?:icol[oi]|t)?\.?\s*((?:\d+(?:-?\s?(?:bis|ter|quater))?(?:\s*,?\s*(?:comma|co\.?|c\.)\s*\d+(?:-?\s?bis)?(?:,?\s*lett(?:era|\.)\s*[a-z]\)?)?)?(?:\s*(?:,|e|ss\.?|e ss\.?)\s*)?)+)\s*(?:e\s+ss\.?\s*)?(?:del(?:la|lo|l')?|dei|,|-)?\s*$/;

const year = (digits: string): string =>
  digits.length === 2 ? (Number(digits) > 40 ? `19${digits}` : `20${digits}`) : digits;

interface Cited extends FoundReference {
  readonly at: number;
  readonly end: number;
}

/** `196/2003`, `n. 196 del 2003`, `30 giugno 2003, n. 196`, `2016/679`: number and year, whichever comes first. */
const FORMS = [
  { is: String.raw`(?:del\s+)?${DATE}(?<y>\d{4}),?\s*n(?:\.|r\.?|°|umero)?\s*(?<n>\d{1,4})\b` },
  { is: String.raw`(?:n\.?\s*)?(?<n>(?:19|20)\d{2})/(?<y>\d{1,4})\b` },
  { is: String.raw`${NUMBER}(?<n>\d{1,5})\s*(?:/|\s+del\s+(?:${DATE})?|,?\s+${DATE})(?<y>\d{4}|\d{2})\b` },
] as const;

function numbered(words: string, source: string): Cited[] {
  const found: Cited[] = [];
  for (const [short, name] of ACTS)
    for (const { is } of FORMS)
      for (const match of words.matchAll(new RegExp(String.raw`(?<![a-z.])${name}\s*,?\s*${is}`, 'g'))) {
        const { n = '', y = '' } = match.groups ?? {};
        const end = match.index + match[0].length;
        if (found.some((other) => match.index < other.end && other.at < end)) continue;
        // European acts are cited year first since 2015, and by many the other way round.
        const european = short.endsWith('UE');
        if (!european && y.length !== 4 && y.length !== 2) continue;
        const [number, of] = european && Number(n) > 1990 && Number(n) < 2100 ? [y, n] : [n, y];
        const pair = european ? `${year(of)}/${number}` : `${Number(number)}/${year(of)}`;
        found.push({ at: match.index, end, id: `${short} ${pair}`, text: source.slice(match.index, end) });
      }
  return found;
}

/** `words` must be the folded form of `source`. */
export function referencesIn(source: string): readonly FoundReference[] {
  const words = folded(source);
  const found = numbered(words, source);
  for (const [id, is] of NAMED)
    for (const match of words.matchAll(is)) {
      const end = match.index + match[0].length;
      if (!found.some((other) => match.index < other.end && other.at < end))
        found.push({
          at: match.index,
          end,
          text: source.slice(match.index, end).trim(),
          ...(id === undefined ? {} : { id }),
        });
    }
  return found
    .filter(({ id, at }) => id === undefined || !found.some((other) => other.id === id && other.at < at))
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, end: _end, ...reference }) => {
      const articles = ARTICLES.exec(words.slice(Math.max(0, at - 60), at))?.[1]
        ?.trim()
        .replace(/[\s,e]+$/, '');
      return articles === undefined || articles === '' ? reference : { ...reference, articles };
    });
}
