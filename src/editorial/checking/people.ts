// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { namedInDraft, namedPeople } from '#triage';
import { cuedNamesIn } from './cued-names.ts';
import type { DraftToCheck } from './draft.ts';
import { FAR_NAMES } from './far-names.ts';
import { BEFORE, basisOf, type NameBasis, ofRow, wordsOf } from './name-grounds.ts';
import { MORE_GIVEN_NAMES, NO_NAME_WORD, THING_BEFORE } from './name-words.ts';
import { has, joinedSpans, overlap, wholeWords } from './passages.ts';

/** Somebody whom a draft names. */
export interface Person {
  readonly span: Span;
  readonly basis?: Exclude<NameBasis, undefined>;
}

const CAPITAL = "\\p{Lu}[\\p{Ll}’'][\\p{L}’'-]{0,30}";
const PARTICLE = "(?:(?:[Dd]e|[Dd]i|[Dd]el|[Dd]ella|[Dd]ei|[Dd]al|[Ll]o|[Ll]a|[Ll]i|[Vv]an|[Vv]on|[Ee]l)\\s|[Dd][’'])?";
const CAPITALS = new RegExp(`(?<![\\p{L}\\p{N}@#’'-])${CAPITAL}(?:\\s${PARTICLE}${CAPITAL}){1,3}`, 'gu');
/** «M. Serpagnoli». */
const INITIAL = /(?<![\p{L}\p{N}.])\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}/gu;
const FEWEST_LETTERS = 3;

const isGivenName = (word: string): boolean =>
  MORE_GIVEN_NAMES.has(word.toLowerCase()) || FAR_NAMES.has(word.toLowerCase());

/** A given name that triage does not know, and the capital after it. */
function pairsIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(CAPITALS)).flatMap(({ 0: written, index }): Span[] => {
    const words = Array.from(written.matchAll(/[\p{L}’'-]{1,30}/gu), ({ 0: word, index: at }) => ({ word, at }));
    const first = words.findIndex(({ word }) => isGivenName(word));
    const head = words[first];
    const next = words[first + 1];
    if (head === undefined || next === undefined || NO_NAME_WORD.test(next.word)) return [];
    if (next.word.length < FEWEST_LETTERS) return [];
    return [[index + head.at, index + written.length]];
  });
}

/** Endings of given names and of surnames. */
const GIVEN_ENDING = /[ao]$/u;
const SURNAME_ENDING =
  /(?:ni|tti|lli|cci|zzi|cchi|ssi|ggi|ldi|rdi|nti|ndi|sti|rri|rti|nzi|oli|eri|ari|ori|ati|uti|hi|sco|llo|tto|zzo|cco|sso|ngo|nga|tta|lla|ssa|cca|zza|rra|ani|ini|oni|uni|era|ondi|aldi|ardi|ato|anti|enti|ano|ino|one|ulli|uzzi|asi|esi|isi|osi|usi)$/u;
/** No place ends so as a second word. */
const SURE_SURNAME =
  /(?:ini|elli|etti|ucci|acci|uzzi|azzi|ozzi|izzi|ardi|aldi|oni|otti|atti|ieri|eschi|aglia|ello|illo|iello|iani|ati|osi|isi|andri|esi)$/u;
const SHORTEST_SURNAME = 6;
const NO_PERSON_BEFORE =
  /(?:^|[\s«"(])(?:[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e|[Aa]l|[Aa]llo|[Aa]lla|[Aa]i|[Aa]gli|[Aa]lle|[Dd]el|[Dd]ello|[Dd]ella|[Dd]ei|[Dd]egli|[Dd]elle|[Nn]el|[Nn]ella|[Nn]ei|[Dd]al|[Dd]alla|[Ss]ul|[Ss]ulla|[Uu]n|[Uu]na|[Ii]n|[Aa]d?|[Nn]uov[oa]|[Pp]rogett[oi])\s$|[LlDdNn](?:ell|all|ull|)[’']$/u;

/** Two capitals whose endings are those of a name, where no article and no place stands before them. */
function unknownPairsIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(CAPITALS)).flatMap(({ 0: written, index }): Span[] => {
    const words = written.split(/\s/u);
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const isAged =
      words.length === 2 &&
      /^,?\s(?:\(?\d{1,3}\)?\sanni(?!\p{L})|(?:di|in|residente\sin)\svia\s)/u.test(
        text.slice(index + written.length, index + written.length + 20),
      );
    if (isAged && !NO_NAME_WORD.test(first)) return [[index, index + written.length]];
    const isOne =
      words.length === 2 &&
      GIVEN_ENDING.test(first) &&
      SURNAME_ENDING.test(last) &&
      last.length >= SHORTEST_SURNAME &&
      !NO_NAME_WORD.test(first) &&
      !NO_NAME_WORD.test(last) &&
      !opensSentence(text, index) &&
      (!NO_PERSON_BEFORE.test(text.slice(Math.max(0, index - 14), index)) ||
        (/(?:^|\s)ad?\s$/u.test(text.slice(Math.max(0, index - 3), index)) && SURE_SURNAME.test(last)));
    return isOne ? [[index, index + written.length]] : [];
  });
}

/** «la nostra Bianca», «la famiglia Malaspini», «chiedete di Stella»: whatever the word is besides. */
const ANNOUNCED =
  /(?<!\p{L})(?:(?:[Ii]l|[Ll]a|[Aa]l|[Aa]lla|[Dd]el|[Dd]ella|[Cc]ol|[Uu]n|[Uu]na)?\s?(?:[Nn]ostr[oa]|[Pp]iccol[oa]|[Ss]ignora?|[Nn]onn[oa]|[Zz]i[oa]|[Mm]amma|[Pp]apà|[Cc]ollega|[Mm]aestr[oa]|[Vv]olontari[oa]|[Aa]mic[oa]|[Cc]ar[oa]|[Cc]oncittadin[oa]|[Cc]ampioncin[oa]|[Mm]arito|[Mm]oglie|[Ff]igli[oa]|[Ff]ratello|[Ss]orella|[Nn]ipot(?:e|in[oa])|[Cc]ugin[oa]|[Vv]edov[oa]|[Cc]ompagn[oa])|[Ff]amigli[ae]|[Cc]oniugi|[Ff]ratelli|[Ss]orelle|[Ee]redi|[Cc]hiedete\sdi|[Cc]ontattate|[Cc]hiamate|[Ss]alutiamo|[Rr]ingraziamo|[Bb]enven(?:uto|uta)|[Bb]rav[oa]|[Cc]iao|[Ff]orza|[Vv]iva|[Ee]vviva|[Aa]uguri|[Ss]i\schiama|[Dd]i\snome)\s(?:nostr[oa]\s)?(\p{Lu}\p{Ll}{2,}(?:[’-]\p{Lu}\p{Ll}+)?)(?![\p{L}’'])/gu;
/** «un abbraccio a Shpresa Hoxha»: one writes so to people. */
const GREETED =
  /(?<!\p{L})(?:[Gg]razie(?:\s(?:di\scuore|infinite|mille|anche))?|[Aa]bbraccio|[Aa]uguri|[Cc]ompleanno|[Cc]omplimenti|[Cc]ongratulazioni|[Ss]aluto|[Bb]envenut[oa]|[Aa]ssegnat[oa]|[Aa]ndat[oa](?:\sanche)?|[Ee]ncomio|[Rr]ingraziamento|[Vv]icinanza|[Cc]ondoglianze|[Ii]ncontrato|[Cc]onosciuto|[Ss]alutato|[Pp]remiat[oa])\s(?:a\s|ad\s|di\s|per\s)?(\p{Lu}\p{L}+(?:[’'-]\p{Lu}?\p{L}+)?(?:\s(?:\p{Lu}\p{L}+(?:[’'-]\p{Lu}?\p{L}+)?)){0,3})/gu;
const greetedIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(GREETED)).flatMap(({ 0: whole, 1: name = '', index }): Span[] => {
    const end = index + whole.length;
    const words = name.split(/\s/u);
    return words.some((word) => NO_NAME_WORD.test(word) || NO_FAMILY.test(word)) ? [] : [[end - name.length, end]];
  });
const announcedIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(ANNOUNCED)).flatMap(({ 0: whole, 1: name = '', index }): Span[] => {
    const end = index + whole.length;
    return NO_NAME_WORD.test(name) || NO_FAMILY.test(name) ? [] : [[end - name.length, end]];
  });
const NO_FAMILY =
  /^(?:signor[ae]?|lei|voi|vostr[oaie]|su[oa]|suoi|loro|maggiore|minore|reale|sacra|santa|papa|madonna|maria|dio|patria|terra|natura|cielo|chiesa|cuore|numero|urbani|armate|territorial[ei]|capo|dottor\p{L}*|presidente|sindac[oa]|ministr[oa]|vescovo|don|suor|frate|mercato|lettore|lettrice|genitore|cittadin[oa]|utente|follower)$/iu;
/** «Anna R.» */
const GIVEN_INITIAL = /(?<![\p{L}\p{N}.])\p{Lu}\p{Ll}{2,}\s\p{Lu}\.(?=[\s,;:)]|$)/gu;
const NO_GIVEN =
  /^(?:vitamina|epatite|gruppo|allegato|fascia|zona|serie|priorità|classe|codice|categoria|scala|aula|lotto|blocco|linea|piano|padiglione|sezione|influenza|livello|tipo|punto|lettera|tabella|comma|parte|girone|quartiere|corridoio|ingresso|palazzina|edificio|modello|quadro|scheda|elenco)$/iu;

/** «#ForzaMatteo»: the parts of a tag, each read as if it stood alone. */
const TAG = /#(\p{L}+)/gu;
function namedInTags(text: string): readonly Span[] {
  return Array.from(text.matchAll(TAG)).flatMap(({ 0: tag, index }): Span[] => {
    const parts: readonly string[] = tag.match(/\p{Lu}\p{Ll}{3,}/gu) ?? [];
    return parts.some((part) => namedPeople(`Ecco qui ${part} con noi`).length > 0)
      ? [[index, index + tag.length]]
      : [];
  });
}

/** Given names alone that triage does not know. */
const ALONE = new RegExp(`(?<![\\p{L}\\p{N}@#’'-])${CAPITAL}(?![\\p{L}\\p{N}’'-])`, 'gu');
const aloneIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(ALONE)).flatMap(({ 0: word, index }): Span[] =>
    (MORE_GIVEN_NAMES.has(word.toLowerCase()) && !opensSentence(text, index)) ||
    (FAR_NAMES.has(word.toLowerCase()) && word.length > 3)
      ? [[index, index + word.length]]
      : [],
  );

const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…\n:»”]\s*)$/u.test(text.slice(Math.max(0, at - 6), at));

/** «Serpagnoli M.» */
const SURNAME_FIRST = /(?<![\p{L}\p{N}.])\p{Lu}\p{Ll}{4,}\s\p{Lu}\.(?=[\s,;)]|$)/gu;

/** «in zona B. Residenti», «lotto A.» */
const LETTERED =
  /(?<!\p{L})(?:zona|fascia|classe|gruppo|lotto|allegato|scala|aula|sezione|serie|piano|categoria|tipo|lettera|linea|blocco|padiglione|gate|girone|ingresso|uscita|corsia|binario|modello)\s$/iu;

const initialsIn = (text: string): readonly Span[] =>
  [
    ...Array.from(text.matchAll(SURNAME_FIRST)).filter(({ 0: found }) => SURNAME_ENDING.test(found.slice(0, -3))),
    ...text.matchAll(INITIAL),
  ]
    .map(({ 0: found, index }) => [index, index + found.length] as const)
    .filter(
      ([start, end]) =>
        !NO_NAME_WORD.test(text.slice(start, end).replace(/^(?:\p{Lu}\.\s?)+|\s\p{Lu}\.$/gu, '')) &&
        !LETTERED.test(text.slice(Math.max(0, start - 16), start)),
    );
const givenInitialsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(GIVEN_INITIAL), ({ 0: found, index }) => [index, index + found.length] as const).filter(
    ([start, end]) => {
      const word = text.slice(start, end - 3);
      return !NO_NAME_WORD.test(word) && !NO_GIVEN.test(word);
    },
  );

/** «ieri in biblioteca Carolina Sestini ha letto»: whoever is there; what is named after people has its article, streets apart. */
const WHOEVER_IS_IN =
  /(?<!\p{L})in\s(?:biblioteca|ospedale|palestra|piscina|teatro|chiesa|duomo|ludoteca|municipio|clinica|hospice|stadio|palazzetto|cattedrale|municipio|azienda|studio|negozio|farmacia|sala|aula|libreria|convento|parrocchia|scuola|classe|gara|squadra|coro|orchestra)\s$/iu;

function isThing(text: string, [start, end]: Span): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (THING_BEFORE.test(before) && !WHOEVER_IS_IN.test(before)) return true;
  const words = text.slice(start, end).split(/\s+/u);
  return words.every((word) => NO_NAME_WORD.test(word));
}

/** Not people's, though written as names are. */
const NOT_OF_PEOPLE =
  /^(?:Comuni|Città|Province|Regioni|Paesi|Borghi|Premi|Progetti|Strade|Ville|Bandiere|Eroi|Musei|Teatri|Scuole|Giardini)\s|\s(?:Alta|Bassa|Alto|Basso|Vecchi[ao]|Nuov[ao]|Grande|Piccol[ao]|Superiore|Inferiore|Marittim[ao]|Terme|Scalo|Mare|Lido|Centro|Stazione|Est|Ovest|Nord|Sud)$/u;
const ANIMAL = wholeWords(
  'cagnolin[oa]|can[ei]|gatt[oaie]|gattin[oa]|cucciol[oaie]|canile|gattile|cavall[oaie]|asin[oaie]',
);

/** «MARIO INVENTINI HA VINTO»: shouted, and read as if it were not. */
function shoutedIn(text: string): readonly Span[] {
  const lowered = text.replace(
    /(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu,
    (word) => word.charAt(0) + word.slice(1).toLowerCase(),
  );
  if (lowered === text || lowered.length !== text.length) return [];
  return namedPeople(lowered)
    .map(({ span }) => span)
    .filter((span) => /^\p{Lu}{3,}\s\p{Lu}{3,}/u.test(text.slice(...span)) && !isThing(lowered, span));
}

const isAnimal = (text: string, [start]: Span): boolean => has(text.slice(Math.max(0, start - 45), start), ANIMAL);

/** Everybody named in a draft, in order. Who has a ground for it once has it wherever the name comes again. */
export function peopleIn(draft: DraftToCheck, sentences: readonly Span[]): readonly Person[] {
  const { text } = draft;
  const seen = [
    ...namedPeople(text).map(({ span }) => span),
    ...namedInDraft(text),
    ...pairsIn(text),
    ...unknownPairsIn(text),
    ...aloneIn(text),
    ...initialsIn(text),
    ...announcedIn(text),
    ...greetedIn(text),
    ...namedInTags(text),
    ...givenInitialsIn(text),
    ...cuedNamesIn(text),
    ...shoutedIn(text),
  ];
  // Who writes for a body begins names with a capital.
  const spans = joinedSpans(seen).filter(
    (span) =>
      /\p{Lu}/u.test(text.slice(...span)) &&
      !NOT_OF_PEOPLE.test(text.slice(...span)) &&
      !isThing(text, span) &&
      !isAnimal(text, span),
  );
  const around = { text, draft, sentences };
  const bases = new Map<Span, NameBasis>();
  for (const [nth, span] of spans.entries()) {
    const before = spans[nth - 1];
    const basis = basisOf(around, span);
    bases.set(span, basis ?? (before === undefined ? undefined : ofRow(text, [before, span], bases.get(before))));
  }
  const grounded = new Map<string, NameBasis>();
  for (const [[start, end], basis] of bases) {
    const surname = wordsOf(text.slice(start, end)).at(-1);
    if (basis !== undefined && surname !== undefined) grounded.set(surname, basis);
  }
  return spans.map((span) => {
    const surname = wordsOf(text.slice(...span)).at(-1) ?? '';
    const basis = bases.get(span) ?? grounded.get(surname);
    return { span, ...(basis !== undefined && { basis }) };
  });
}

export const withoutBasis = (people: readonly Person[]): readonly Person[] =>
  people.filter(({ basis }) => basis === undefined);

export const namedAt = (people: readonly Person[], bounds: Span): readonly Person[] =>
  people.filter(({ span }) => overlap(span, bounds));
