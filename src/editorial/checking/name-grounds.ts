// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { isConsented } from './consented.ts';
import type { DraftToCheck } from './draft.ts';
import {
  APPOINTED,
  DOCTOR_BEFORE,
  ELECTED_AFTER,
  ELECTED_BEFORE,
  FAMOUS,
  KIN_OF,
  OFFICE_AFTER,
  OFFICE_BEFORE,
  ON_STAGE,
  PROFESSIONAL,
  ROLE_AFTER,
  ROLE_BEFORE,
} from './name-words.ts';
import { has, sentenceAt, wholeWords } from './passages.ts';
import { allPictured } from './pictured.ts';

/** Why a name may stand: for an office, a work, history, or a ground that the draft tells; undefined: nothing says why. */
export type NameBasis = 'office' | 'public-role' | 'history' | 'credited' | 'consented' | 'public-event' | undefined;

/** How far beside a name its ground is looked for, in signs. */
export const BEFORE = 80;

export const wordsOf = (written: string): readonly string[] =>
  (written.toLowerCase().match(/[\p{L}’'-]{3,}/gu) ?? []).map((word) => word.replaceAll('’', "'"));

const LONG_AGO =
  /(?<!\p{L})(?:(?:nel|del|anno|fino\sal|tra\sil|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\s1(?:[0-8]\d|9[0-4])\d|dal\s1(?:[0-8]\d|9[0-3])\d)(?!\d)/u;
const BORN = /(?<!\p{L})(?:nat[oaie]|classe|anni|residente)(?!\p{L})/iu;
const HISTORY = /(?<!\d)1[0-9]{3}(?!\d)|(?<!\p{L})(?:anniversario|centenario|nacque|secolo)(?!\p{L})/iu;
/** «Ladri di biciclette» di …, con … */
const WORK_BEFORE =
  /[»”"](?:,|\s\(\d{4}\),?)?\s(?:di|del|della|con|regia\sdi|interpretat[oa]\sda|scritt[oa]\sda)\s(?:[\p{Lu}][\p{L}’' ]{2,60}(?:,\s|\se\s|\scon\s))?$/u;
const WORK_OF_ART = wholeWords(
  'cinema|cineforum|film|proiezion[ei]|teatro|spettacol[oi]|commedia|concert[oi]|mostra|libr[oi]|romanz[oi]|rassegna|stagione|biblioteca|lettur[ae]|opera|sala|festival|biglietti|prosa|musical|documentari[oi]|incontro|present\\p{L}+|martedì|mercoledì|giovedì|venerdì|sabato|domenica|lunedì',
);
/** «contro Aurora Montelupo»: a team. */
const SPORT_BEFORE = /(?:contro|(?<=\p{L})\s[–-]|batte|affronta|ospita|riceve|sfida)\s$/iu;
const SPORT = wholeWords(
  'derby|partita|palazzetto|campionato|torneo|stadio|squadr[ae]|serie\\s[a-d]|gara|sfida|calcio|basket|volley|pallavolo|rugby|playoff|finale',
);
/** «gli scrittori Carlo …, Ines … e …» */
const MANY_WITH_ROLE =
  /(?<!\p{L})(?:scrittori|scrittrici|autori|autrici|attori|attrici|registi|poeti|musicisti|artisti|relatori|relatrici|pittori|fotografi|giornalisti|storici|docenti|solisti|cantanti|ospiti)(?:\s\p{Ll}+)?:?\s(?:\p{Lu}[\p{L}’'. -]{1,40}(?:,\s|\se\s)){0,6}$/u;
const SUCCEEDED =
  /(?<!\p{L})(?:succed(?:e|erà|uto|uta)|subentra(?:to|ta)?|avvicenda|sostituisc[ea]|prende(?:rà)?\sil\sposto)\s(?:a|ad|di|all[’'])?\s?(?:\p{Ll}+\s){0,2}$/iu;
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

/** «il sindaco dei ragazzi»: a game, and children play it. */
const OF_CHILDREN =
  /(?:sindac[oa]|assessor[ei]|consiglier[ei]|consiglio|giunta|president\p{L}+)\s(?:comunale\s)?(?:dei|delle)\s(?:ragazz|bambin|giovan)/iu;
/** Whoever is named in one row with somebody named for a work, or with others of one office. */
const IN_ROW = /^(?:(?:,|\se|,\se|\s[–-])\s(?:con\s)?|,?\sed?\s(?:al|alla|ai|agli|allo|all’)\s?[\p{Ll}’ ]{3,60},?\s)$/u;
const MANY_IN_OFFICE =
  /(?<!\p{L})(?:gli|i|le|agli|ai|dagli|dai|con\s(?:gli|i|le))\s(?:assessor[ie]|consiglier[ie]|ministr[ie]|sindac[ie]|president[ie]|direttor[ie]|dirigenti|sottosegretari)[^.!?\n]{0,60}$/iu;

/** Of somebody who is remembered or thanked at it, a concert is no ground. */
const AT_IT = wholeWords(
  'dedicat[oaie]|in\\s(?:ricordo|memoria)|ringrazia\\p{L}*|grazie|auguri|scompars[oa]|applaud\\p{L}+|nel\\spubblico|figli[oa]|mamma|papà|mogli[e]|marito',
);
const isOnStage = (left: string): boolean => {
  const stage = left.search(ON_STAGE);
  return stage >= 0 && !has(left.slice(stage), AT_IT);
};

export interface Around {
  readonly text: string;
  readonly draft: DraftToCheck;
  readonly sentences: readonly Span[];
}

/** Whether the draft itself says on which ground the name stands. */
export function basisOf({ text, draft, sentences }: Around, [start, end]: Span): NameBasis {
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
  const isOffice =
    !OF_CHILDREN.test(left) && (OFFICE_BEFORE.test(left) || OFFICE_AFTER.test(right)) && !KIN_OF.test(left);
  // An office covers the name, and for staff not what is private of them.
  if (isOffice) return STAFF_OFFICE.test(left) && isPrivate ? undefined : 'office';
  if (/^\s?,\s?/u.test(right) && has(right.slice(0, 30), CANDIDATE)) return undefined;
  if (APPOINTED.test(left) && (/(?<!\p{L})(?:a|ad)\s$/u.test(left) || ANY_OFFICE.test(left))) return 'office';
  if (ELECTED_BEFORE.test(left) || ELECTED_AFTER.test(right)) return 'office';
  if (MANY_WITH_ROLE.test(text.slice(from, start))) return 'public-role';
  if (ROLE_BEFORE.test(left) || ROLE_AFTER.test(right) || isOnStage(text.slice(from, start)))
    return isPrivate ? undefined : 'public-role';
  if (WORK_BEFORE.test(left) && has(text.slice(from, to), WORK_OF_ART)) return 'public-role';
  if (SPORT_BEFORE.test(left) && has(text.slice(from, to), SPORT)) return 'public-event';
  if (SUCCEEDED.test(left)) return 'office';
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

/** The ground of whoever stands before in the same row, where it is one for all of them. */
export function ofRow(text: string, [before, span]: readonly [Span, Span], basis: NameBasis): NameBasis {
  if (!IN_ROW.test(text.slice(before[1], span[0]))) return undefined;
  if (basis === 'public-role') return basis;
  return basis === 'office' && MANY_IN_OFFICE.test(text.slice(Math.max(0, before[0] - BEFORE), span[0]))
    ? basis
    : undefined;
}
