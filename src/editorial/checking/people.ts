// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { namedInDraft, namedPeople } from '#triage';
import { isConsented } from './consented.ts';
import type { DraftToCheck } from './draft.ts';
import {
  APPOINTED,
  DOCTOR_BEFORE,
  ELECTED_AFTER,
  ELECTED_BEFORE,
  FAMOUS,
  KIN_OF,
  MORE_GIVEN_NAMES,
  NO_NAME_WORD,
  OFFICE_AFTER,
  OFFICE_BEFORE,
  ON_STAGE,
  PROFESSIONAL,
  ROLE_AFTER,
  ROLE_BEFORE,
  THING_BEFORE,
} from './name-words.ts';
import { has, joinedSpans, overlap, sentenceAt, wholeWords } from './passages.ts';
import { allPictured } from './pictured.ts';

/** Somebody whom a draft names. */
export interface Person {
  readonly span: Span;
  /** Why the name may stand: for an office, a work, history, or a ground that the draft tells. Absent: nothing says why. */
  readonly basis?: 'office' | 'public-role' | 'history' | 'credited' | 'consented' | 'public-event';
}

const CAPITAL = "\\p{Lu}[\\p{Ll}’'][\\p{L}’'-]{0,30}";
const PARTICLE = "(?:(?:[Dd]e|[Dd]i|[Dd]el|[Dd]ella|[Dd]ei|[Dd]al|[Ll]o|[Ll]a|[Ll]i|[Vv]an|[Vv]on|[Ee]l)\\s|[Dd][’'])?";
const CAPITALS = new RegExp(`(?<![\\p{L}\\p{N}@#’'-])${CAPITAL}(?:\\s${PARTICLE}${CAPITAL}){1,3}`, 'gu');
/** «M. Serpagnoli». */
const INITIAL = /(?<![\p{L}\p{N}.])\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}/gu;
const FEWEST_LETTERS = 4;

/** A given name that triage does not know, and the capital after it. */
function pairsIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(CAPITALS)).flatMap(({ 0: written, index }): Span[] => {
    const words = Array.from(written.matchAll(/[\p{L}’'-]{1,30}/gu), ({ 0: word, index: at }) => ({ word, at }));
    const first = words.findIndex(({ word }) => MORE_GIVEN_NAMES.has(word.toLowerCase()));
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
      !NO_PERSON_BEFORE.test(text.slice(Math.max(0, index - 14), index));
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
    MORE_GIVEN_NAMES.has(word.toLowerCase()) && !opensSentence(text, index) ? [[index, index + word.length]] : [],
  );

const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…\n:»”]\s*)$/u.test(text.slice(Math.max(0, at - 6), at));

/** «Serpagnoli M.» */
const SURNAME_FIRST = /(?<![\p{L}\p{N}.])\p{Lu}\p{Ll}{4,}\s\p{Lu}\.(?=[\s,;)]|$)/gu;

const initialsIn = (text: string): readonly Span[] =>
  [
    ...Array.from(text.matchAll(SURNAME_FIRST)).filter(({ 0: found }) => SURNAME_ENDING.test(found.slice(0, -3))),
    ...text.matchAll(INITIAL),
  ]
    .map(({ 0: found, index }) => [index, index + found.length] as const)
    .filter(
      ([start, end]) => !NO_NAME_WORD.test(text.slice(start, end).replace(/^(?:\p{Lu}\.\s?)+|\s\p{Lu}\.$/gu, '')),
    );
const givenInitialsIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(GIVEN_INITIAL), ({ 0: found, index }) => [index, index + found.length] as const).filter(
    ([start, end]) => {
      const word = text.slice(start, end - 3);
      return !NO_NAME_WORD.test(word) && !NO_GIVEN.test(word);
    },
  );

const BEFORE = 80;

function isThing(text: string, [start, end]: Span): boolean {
  if (THING_BEFORE.test(text.slice(Math.max(0, start - BEFORE), start))) return true;
  const words = text.slice(start, end).split(/\s+/u);
  return words.every((word) => NO_NAME_WORD.test(word));
}

const wordsOf = (written: string): readonly string[] =>
  (written.toLowerCase().match(/[\p{L}’'-]{3,}/gu) ?? []).map((word) => word.replaceAll('’', "'"));

const LONG_AGO = /(?<!\p{L})(?:nel|del|dal|anno|fino\sal|tra\sil)\s1(?:[0-8]\d|9[0-4])\d(?!\d)/u;
const BORN = /(?<!\p{L})(?:nat[oaie]|classe|anni|residente)(?!\p{L})/iu;
const HISTORY = /(?<!\d)1[0-9]{3}(?!\d)|(?<!\p{L})(?:anniversario|centenario|nacque|secolo)(?!\p{L})/iu;
const CANDIDATE = wholeWords('candidat[oaie]');
/** What a citizen wrote or showed is no work that one is credited for. */
const OF_A_CITIZEN = wholeWords(
  'letter[ae]|messaggi[oo]?|e-?mail|profilo|comment[oi]|chat|telefonat[ae]|schermata|screenshot|vocale|whatsapp|conversazione',
);
const ANY_OFFICE =
  /(?<!\p{L})(?:sindac|assess|president|ministr|consiglier|dirett|dirigent|segretari|commissari|garant|comandant|componenti|membri)\p{L}*(?!\p{L})/iu;
const STAFF_OFFICE =
  /(?<!\p{L})(?:dirett|vicedirett|dirigent|segretari|comandante|vicecomandante|primari)\p{L}*(?!\p{L})/iu;
const PRIVATE_OF_STAFF = wholeWords(
  'disciplinar[ei]|sospes[oa]|licenziat[oa]|indagat[oa]|arrestat[oa]|denunciat[oa]|condannat[oa]|domiciliari|assent[ei]|assenteis\\p{L}+|malattia|ricoverat[oa]|operat[oa]|depression[ei]|separat[oa]|divorziat[oa]|incinta|positiv[oa]',
);

interface Around {
  readonly text: string;
  readonly draft: DraftToCheck;
  readonly sentences: readonly Span[];
}

/** Whether the draft itself says on which ground the name stands. */
function basisOf({ text, draft, sentences }: Around, [start, end]: Span): Person['basis'] {
  if (isConsented(draft, text.slice(start, end))) return 'consented';
  const name = wordsOf(text.slice(start, end));
  const surname = name.at(-1) ?? '';
  const [from, to] = sentenceAt(sentences, [start, end]);
  const [left, right] = [
    text.slice(Math.max(from, start - BEFORE), start),
    text.slice(end, Math.min(to, end + BEFORE)),
  ];
  const told = allPictured(draft);
  const own = told.find(({ who }) => surname !== '' && wordsOf(who).includes(surname));
  if (own !== undefined) return own.hasBasis ? 'consented' : undefined;
  const isPrivate = has(text.slice(from, to), PRIVATE_OF_STAFF);
  const isOffice = (OFFICE_BEFORE.test(left) || OFFICE_AFTER.test(right)) && !KIN_OF.test(left);
  // An office covers the name, and for staff not what is private of them.
  if (isOffice) return STAFF_OFFICE.test(left) && isPrivate ? undefined : 'office';
  if (/^\s?,\s?/u.test(right) && has(right.slice(0, 30), CANDIDATE)) return undefined;
  if (APPOINTED.test(left) && (/(?<!\p{L})(?:a|ad)\s$/u.test(left) || ANY_OFFICE.test(left))) return 'office';
  if (ELECTED_BEFORE.test(left) || ELECTED_AFTER.test(right)) return 'office';
  if (ROLE_BEFORE.test(left) || ROLE_AFTER.test(right) || ON_STAGE.test(text.slice(from, start)))
    return isPrivate ? undefined : 'public-role';
  if (DOCTOR_BEFORE.test(left) && PROFESSIONAL.test(text.slice(from, to))) return isPrivate ? undefined : 'office';
  const source = wordsOf(draft.source ?? '');
  if (surname !== '' && source.includes(surname) && !has(draft.source ?? '', OF_A_CITIZEN)) return 'credited';
  if (FAMOUS.has(name.join(' ')) || FAMOUS.has(surname)) return 'history';
  const said = text.slice(from, to);
  if (LONG_AGO.test(said) && !BORN.test(said)) return 'history';
  if (HISTORY.test(said) && source.length > 0 && !BORN.test(said)) return 'history';
  if (told.length > 0 && told.every(({ hasBasis }) => hasBasis) && told.some(({ isGuest }) => isGuest))
    return 'public-event';
  return undefined;
}

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
  ];
  const spans = joinedSpans(seen).filter((span) => !isThing(text, span));
  const around = { text, draft, sentences };
  const bases = new Map(spans.map((span) => [span, basisOf(around, span)]));
  const grounded = new Map<string, Person['basis']>();
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
