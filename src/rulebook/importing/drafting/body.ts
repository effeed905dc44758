// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';

export interface Body {
  readonly name: string;
  readonly slug: string;
  /** Prefix of the clause ids. */
  readonly prefix: string;
  /** False where the document names nobody. */
  readonly found: boolean;
}

/** How names of public bodies begin; the first word or words, any case. */
const KINDS = [
  'ministero',
  'comune',
  'città metropolitana',
  'citta metropolitana',
  'provincia(?: autonoma)?',
  'regione(?: autonoma)?',
  'roma capitale',
  'università(?: degli studi| politecnica| iuav| commerciale)?',
  'universita(?: degli studi)?',
  'politecnico',
  'scuola (?:normale|superiore|imt|nazionale)',
  'accademia',
  'conservatorio',
  'istituto',
  'liceo',
  'camera di commercio(?:,? industria,? artigianato(?: e|,) agricoltura)?',
  'cciaa',
  'unioncamere',
  'unione(?: dei comuni| montana| di comuni)?',
  'comunità montana',
  'comunita montana',
  'asl',
  'ausl',
  'usl',
  'asst',
  'ats',
  'asp',
  'aou',
  'asrem',
  'ulss',
  'azienda (?:sanitaria|ospedaliera|ospedaliero|socio|usl|ulss|speciale|per|di|regionale|territoriale|pubblica|zero)',
  'agenzia',
  'autorità',
  'autorita',
  'garante',
  'consiglio (?:regionale|nazionale|superiore|di)',
  'presidenza del consiglio',
  'dipartimento',
  'prefettura',
  'questura',
  'polizia locale',
  'protezione civile',
  'vigili del fuoco',
  'parco',
  'museo',
  'musei',
  'biblioteca',
  'archivio di stato',
  'soprintendenza',
  'fondazione',
  'consorzio',
  'ente',
  'ordine (?:dei|degli|delle)',
  'collegio (?:dei|degli|delle)',
  'corte',
  'tribunale',
  'procura',
  'società cooperativa(?: sociale)?',
  'cooperativa(?: sociale)?',
  'arpa',
  'inps',
  'inail',
  'istat',
  'agid',
  'anac',
  'aci',
  'aler',
  'ater',
  'anci',
  'gruppo',
  'ufficio scolastico',
  'istituzione',
  'irccs',
  'policlinico',
  'ospedale',
  'opera',
] as const;
const PARTICLES = `(?:di|del|dello|della|dei|degli|delle|d|dell|e|ed|per|la|lo|il|le|i|gli|l|in|al|alla|alle|con|a|sul)`;
const KIND = new RegExp(String.raw`(?<![\p{L}\d@./-])(${KINDS.join('|')})(?![\p{L}-])`, 'giu');
/** What may follow the kind: capitalised words, and the small ones that join them. */
const REST = new RegExp(
  String.raw`(?:,? +(?:${bothCases(PARTICLES)}(?:[’']\s?| +))*(?:[\p{Lu}\d][\p{L}\d.\-]*(?:[’'][\p{Lu}][\p{L}.\-]*)*)(?: ?\([A-Z]{2}\))?)*`,
  'uy',
);

const LONGEST_NAME = 160;
/** A body is named early; further on others are. */
const NAMED_WITHIN = 60_000;

/** Small words that belong to a name: «Soprintendenza archivistica della …», «Ministero dello sviluppo economico». */
const QUALIFIED =
  /^(?: \p{Ll}+(?:ale|ica|ico|are|aria|iva)(?: e \p{Ll}+(?:ale|ica|ico|are|aria|iva))?(?= (?:di|del|della|dello|dei|degli|delle|per)\b| dell[’']))/u;
const MAY_BE_QUALIFIED =
  /^(?:agenzia|soprintendenza|direzione|istituto|autorit[aà]|parco|museo|archivio|biblioteca|consiglio|fondazione|consorzio|ente)/i;
const OF_MINISTRY = /^ (?:dell[’']|della |dello |del |delle |degli |dei )\p{Ll}{4,}/u;
const ENDS_MINISTRY =
  /^(?: (?:e |ed )?(?:economic[oa]|sociali|esteri|energetica|alimentare|forestali|internazionale|civile|pubblica))+\b/;

function restAfter(text: string, at: number): string {
  REST.lastIndex = 0;
  return REST.exec(text.slice(at, at + LONGEST_NAME))?.[0] ?? '';
}

/** The name that begins with a kind of body, as far as it goes. */
function wholeName(kind: string, text: string, at: number): string {
  const after = text.slice(at, at + LONGEST_NAME);
  if (/^ministero/i.test(kind)) {
    const rest = restAfter(text, at) || (OF_MINISTRY.exec(after)?.[0] ?? '');
    return kind + rest + (ENDS_MINISTRY.exec(after.slice(rest.length))?.[0] ?? '');
  }
  const adjective = MAY_BE_QUALIFIED.test(kind) ? (QUALIFIED.exec(after)?.[0] ?? '') : '';
  const rest = restAfter(text, at + adjective.length);
  return rest === '' ? kind : kind + adjective + rest;
}

const NOT_NAMES =
  /^(?:ente|agenzia|autorità|istituto|fondazione|dipartimento|regione|comune|ministero|università|universita|provincia|azienda \p{L}+|istituzione|ordine \p{L}+|consiglio \p{L}+|corte|parco|opera|ospedale|scuola \p{L}+|unione|camera di commercio|liceo|accademia|biblioteca|museo|musei|soprintendenza|prefettura|questura|gruppo|consorzio|politecnico|policlinico)$/iu;
function bothCases(words: string): string {
  return `(?:${words}|${words.replace('?:', '').toUpperCase().replace(/^\(/, '(?:')})`;
}

/** Bodies that documents cite without being theirs. */
const CITED =
  /\b(?:garante (?:per la|della|privacy)|presidenza del consiglio|dipartimento (?:della |per la )?funzione pubblica|ministero (?:della pa|della funzione|per la pubblica)|agenzia per l'italia|agid|anac|unione europea|corte|autorita (?:di gestione|giudiziaria|nazionale|competent)|procura|polizia|consiglio (?:dei ministri|di stato)|tribunale)/;

/** Words that no name holds: where a title in capitals goes on, the name has ended. */
const ENDS_NAME =
  /\s(?:SOCIAL|POLICY|NETIQUETTE|REGOLAMENTO|SUI|SULLE|NEI|NELLE|IN MATERIA|E SULL|FINALITÀ|PREMESSA|Facebook|Instagram|Twitter|X|YouTube|LinkedIn|TikTok)\b.*$/u;

function titleCase(name: string): string {
  const small = new RegExp(`^${PARTICLES}$`, 'i');
  return name
    .toLowerCase()
    .replace(/\p{L}+/gu, (word, at: number) =>
      at > 0 && small.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

const ACRONYMS = /\b(?:Asl|Ausl|Usl|Asst|Ats|Asp|Aou|Ulss|Cciaa|Irccs|Arpa|Inps|Inail|Istat|Aler|Ater|Asrem)\b/g;

function tidy(name: string): string {
  const short = name
    .replace(ENDS_NAME, '')
    // «Roma Capitale, l’Amministrazione…», «il Comune NON…»: the sentence has gone on.
    .replace(/(?:(?:,| e) (?:(?:il|lo|la|i|gli|le) |l[’'])\p{Lu}| NON(?= |$)).*$/u, '')
    .replace(new RegExp(`(?:[ ’',]+${PARTICLES})+$`, 'iu'), '')
    .replace(/[.,\s]+$/, '')
    .trim();
  const letters = short.replace(/[^\p{L}]/gu, '');
  return letters.length > 5 && letters === letters.toUpperCase()
    ? titleCase(short).replace(ACRONYMS, (found) => found.toUpperCase())
    : short;
}

interface Candidate {
  readonly name: string;
  score: number;
  readonly first: number;
}

/** Names in a text; with `low` also those whose kind is written low, «il ministero dell’Interno». */
function candidatesIn(text: string, low: boolean): Candidate[] {
  const found = new Map<string, Candidate>();
  const early = Math.min(text.length, 1200);
  for (const match of text.matchAll(KIND)) {
    const [kind] = match;
    const whole = wholeName(kind, text, match.index + kind.length);
    // A kind written low is a common name: «il comune», «un ente».
    const capital = /^\p{Lu}/u.test(kind);
    const name = tidy(capital ? whole : whole.charAt(0).toUpperCase() + whole.slice(1));
    if (
      (!capital && (!low || whole === kind) && match.index > 0) ||
      name.length > 110 ||
      NOT_NAMES.test(name) ||
      CITED.test(folded(name))
    )
      continue;
    if (name.length <= 3 && !/^[A-Z]{3}$/.test(name)) continue;
    const key = folded(name)
      .replace(new RegExp(String.raw`\b${PARTICLES}\b`, 'g'), '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    const former = found.get(key);
    const weight = (match.index < early ? 3 : 1) + (match.index < 250 ? 2 : 0);
    if (former === undefined) found.set(key, { name, score: weight, first: match.index });
    else former.score += weight;
  }
  return [...found.values()];
}

/** Where no known kind of body is named: «la pagina di …», «i canali social della …». */
const OF_WHOM =
  /\b(?:pagin[ae]|profil[oi]|canal[ei]|account|policy|social)(?: (?:social|ufficial[ei]|istituzional[ei]|facebook|media))* (?:di|del|della|dell[’'])\s?(?=\p{Lu})/giu;

function ownerIn(text: string): string | undefined {
  for (const match of text.matchAll(OF_WHOM)) {
    // The first word stands where the kind would.
    const name = tidy(
      restAfter(
        ` ${text.slice(match.index + match[0].length, match.index + match[0].length + LONGEST_NAME)}`,
        0,
      ).trim(),
    );
    if (
      name.length > 2 &&
      /^\p{Lu}/u.test(name) &&
      !NOT_NAMES.test(name) &&
      !/^(?:Facebook|Instagram|Twitter|YouTube|LinkedIn|TikTok|X)$/i.test(name)
    )
      return name;
  }
  return undefined;
}

const significant = (name: string): string[] =>
  folded(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 0 && !new RegExp(`^${PARTICLES}$`).test(word));

const GENERIC =
  /^(?:ministero|comune|citta|metropolitana|provincia|autonoma|regione|universita|studi|politecnica|camera|commercio|industria|artigianato|agricoltura|azienda|regionale|nazionale|sanitaria|locale|ospedaliera|socio|territoriale|agenzia|unione|comuni|asl|ausl|asst|ats|usl|ulss|aou|istituto|societa|cooperativa|sociale|ente|fondazione|consorzio|parco|museo|biblioteca|tutela|salute|cciaa|montana|comunita)$/;

function prefixOf(name: string): string {
  const words = significant(name);
  const own = words.filter((word) => !GENERIC.test(word) && /[a-z]/.test(word));
  const [first = words[0] ?? 'ente', second, third] = own;
  const letters =
    third !== undefined && second !== undefined ? `${first[0]}${second[0]}${third[0]}` : first.slice(0, 3);
  const plain = letters.replace(/[^a-z]/g, '');
  return `${plain}${words.join('').replace(/[^a-z]/g, '')}ENT`.slice(0, 3).toUpperCase();
}

const LONGEST_SLUG = 60;

function slugOf(name: string): string {
  const words = folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words.length <= LONGEST_SLUG ? words : words.slice(0, LONGEST_SLUG).replace(/-[^-]*$/, '');
}

const NO_NAME = 'Ente da indicare';

const SAYS_NOTHING = /^(?:ente|istitut|autorit|dipartiment|gruppo|opera|agenzia)/i;

/** «Il Comune», and never of where: what the document calls itself is kept, for a person to complete. */
function kindOnly(text: string): string | undefined {
  for (const { 0: kind } of text.matchAll(KIND))
    if (/^\p{Lu}/u.test(kind) && NOT_NAMES.test(kind) && !SAYS_NOTHING.test(kind)) return kind;
  return undefined;
}

/** Whose document it is: the name that comes early and often. `document` is the title and the sentences, as written. */
export function bodyOf(document: string): Body {
  const text = document.slice(0, NAMED_WITHIN);
  const named = candidatesIn(text, false);
  const candidates = named.length > 0 ? named : candidatesIn(text, true);
  const [best] = candidates.toSorted((one, other) => other.score - one.score || one.first - other.first);
  // The full name is preferred to its short form when it opens the document.
  const fuller = candidates
    .filter(
      ({ name, first }) =>
        best !== undefined &&
        first < 1200 &&
        name.length > best.name.length &&
        folded(name).startsWith(folded(best.name)) &&
        // «… e Palazzo Tale»: another name that follows, not more of the same.
        !/^ ed? \p{Lu}/u.test(name.slice(best.name.length)),
    )
    .toSorted((one, other) => one.name.length - other.name.length)[0];
  const found = fuller?.name ?? best?.name ?? ownerIn(text);
  const partial = found === undefined ? kindOnly(text) : undefined;
  if (partial !== undefined) return { name: partial, slug: slugOf(partial), prefix: prefixOf(partial), found: false };
  if (found === undefined) return { name: NO_NAME, slug: slugOf(NO_NAME), prefix: 'ENT', found: false };
  return { name: found, slug: slugOf(found), prefix: prefixOf(found), found: true };
}
