// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { type Reading, read } from '../reading.ts';
import { givenAt, mayBeSurname, SURNAME } from '../rules/person-name.ts';
import { firstEndingFrom } from './datum.ts';

// Of a text that a body sends, and writes with care: who is named there after a title or a role. A comment is read by
// `rules/person-name.ts`, and by the whole of what it says; criticism of who holds an office is no datum there.

/** How a person is addressed. Those shortened end with their dot. */
const TITLE =
  'signor[ae]?|sig(?:\\.\\s?r?(?:a|na)|\\.na|\\.)?|dott(?:\\.\\s?ssa|or(?:e|essa)?|\\.)?|dr(?:\\.\\s?ssa|\\.)?|prof(?:\\.\\s?ssa|essor(?:e|essa)?|\\.)?|avv(?:ocat[oa]|ocatessa|\\.)|ing(?:egner[ea]?|\\.)|arch(?:itett[oa]|\\.)|geom(?:etra|\\.)|rag(?:ionier[ea]|\\.)|mons(?:ignor|\\.)|suor|coniugi';
/** Roles in a body and around it: what follows one with a capital is a name, unless it belongs to the role. */
const ROLE =
  'diret(?:tore|trice)|vicediret(?:tore|trice)|dirigente|primari[oa]|coordina(?:tore|trice)|caposala|capoufficio|caporeparto|infermier[ea]|medic[oa]|pediatra|ginecolog[oa]|ostetric[oa]|chirurg[oa]|psicolog[oa]|psichiatra|fisioterapista|farmacista|veterinari[oa]|assistente\\s+sociale|educa(?:tore|trice)|insegnante|maestr[oa]|docente|preside|funzionari[oa]|impiegat[oa]|segretari[oa]|collega|comandante|marescial[lo]{2}|ispet(?:tore|trice)|giudice|procura(?:tore|trice)|bidell[oa]|autista';
/** After these there is as often a trade mark or a unit: only what looks like a surname is one. */
const ROLE_OF_THINGS =
  'responsabile|operat(?:ore|rice)|tecnic[oa]|addett[oa]|referente|titolare|agente|custode|consulente';
/** After these too, or what then does something. */
const ANYBODY = 'dipendente|utente|pazient[ei]|cittadin[oa]|vicin[oa]|volontari[oa]|ospite|soci[oa]';
const QUALITY =
  "(?:(?:general[ei]|sanitari[oa]|amministrativ[oa]|scientific[oa]|scolastic[oa]|didattic[oa]|medic[oa]|tecnic[oa]|social[ei]|legale|professionale|socio-?sanitari[oa]|facente funzioni|vicari[oa]|reggente|responsabile|incaricat[oa]|di turno|di reparto|di zona|di base|del reparto|del servizio|dell[’']ufficio|dello sportello)\\s+){0,2}";
const PARTICLE = "(?:(?:D[ei]|Del|Della|Dello|Dal|Dalla|La|Lo|Li)\\s|D[’']|Dell[’'])";
const WORD = `${PARTICLE}?\\p{Lu}\\p{Ll}{2,}(?:[-’']\\p{Lu}\\p{Ll}+)*`;
/** Shouted, only what an abbreviation does not look like. */
const SHOUTED = '\\p{Lu}{4,}[AEIOÀÈÌÒ](?!\\p{L})';
const NAME = `(?:\\p{Lu}\\.\\s?)?(?:${WORD}|${SHOUTED})(?:\\s(?:${WORD}|${SHOUTED})){0,2}`;
const BLANK = '[ \\u00a0]';

/** A role may be written in any way; its name always has a capital. */
const anyCase = (words: string): string =>
  words.replace(/\\.|\[[^\]]*\]|\p{Ll}/gu, (part) => {
    if (part.startsWith('\\')) return part;
    const letters = part.replace(/[[\]]/g, '');
    return `[${letters}${letters.toUpperCase()}]`;
  });
const said = (words: string, between: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${anyCase(`(?:${words})`)}(?:${between})(${NAME})`, 'gu');
const WITH_QUALITY = `${BLANK}+${anyCase(QUALITY)}`;

/** How surely a name is one, beyond its capital. */
type Look = 'any' | 'surname' | 'surname or doing';
const PATTERNS: readonly { readonly pattern: RegExp; readonly look: Look }[] = [
  { pattern: said(TITLE, `${BLANK}+|(?<=\\.)`), look: 'any' },
  { pattern: said(ROLE, WITH_QUALITY), look: 'any' },
  { pattern: said(ROLE_OF_THINGS, WITH_QUALITY), look: 'surname' },
  { pattern: said(ANYBODY, WITH_QUALITY), look: 'surname or doing' },
  // «la responsabile dell’URP, Conti, le risponderà»
  {
    pattern: new RegExp(
      `${said(`${ROLE}|${ROLE_OF_THINGS}`, `(?:${BLANK}+[\\p{L}’']+){0,5}${BLANK}?[,(]${BLANK}?`).source}(?=[,.;:)])`,
      'gu',
    ),
    look: 'surname',
  },
];

/** Written with a capital beside a role, and part of it or of what it works for. */
const OF_THE_ROLE =
  /^(?:lei|sue?|suoi|vo[is]|vostr[oaie]|loro|ella|general[ei]|sanitari[oa]|amministrativ[oa]|scientific[oa]|scolastic[oa]|didattic[oa]|artistic[oa]|editoriale|creativ[oa]|operativ[oa]|esecutiv[oa]|tecnic[oa]|medic[oa]|infermieristic[oa]|social[ei]|legale|competente|curante|specialista|giudiziari[oa]|autorizzat[oa]|sostitut[oa]|delegat[oa]|incaricat[oa]|titolare|reggente|vicari[oa]|responsabile|comunale|provinciale|regionale|nazionale|dirigente|coordinatore|privacy|protezione|prevenzione|trasparenza|anticorruzione|dati|lavori|acquisti|comunicazione|marketing|stampa|ufficio|uffici|area|settore|sezione|servizi[oo]?|unità|dipartimento|distretto|direzione|centro|presidio|ospedale|pronto|soccorso|polizia|locale|municipale|vigili|guardia|comune|provincia|regione|stato|repubblica|azienda|agenzia|ente|tribunale|procura|questura|prefettura|ministero|garante|commissione|consiglio|giunta|scuola|istituto|università|sportello|reparto|cardiologia|pediatria|radiologia|chirurgia|oncologia|medicina|psichiatria|neurologia|ortopedia|ginecologia|ostetricia|anestesia|rianimazione|farmacia|laboratorio)$/iu;
/** Streets, and what is named after people. */
const NAMED_AFTER =
  /(?<!per\s)(?<!\p{L})(?:vi[ae]|viale|piazz(?:a|ale|etta)|corso|largo|vicolo|strada|lungo\p{Ll}+|ospedale|policlinico|poliambulatorio|presidio|padiglione|clinica|scuola|liceo|istituto|asilo|plesso|fondazione|premio|borsa|villa|palazzo|parco|ponte|teatro|biblioteca|residenza|centro|casa)(?:\s+(?:d[aei]l(?:l[aoe])?|d[aei]ll[’']|di|a[l]?|intitolat[oa]))*(?:\s+\p{Lu}[\p{L}.]*)*\s+$/iu;
const CALLED_BY = /(?<!\p{L})(?:farmacia|studio|ambulatorio|sala|aula|reparto|ditta|impresa)\s+$/iu;
/** Who holds an elected office, or one of government, is no private person in what a body publishes either. */
const ELECTED =
  'sindac[oa]|vicesindac[oa]|assess(?:ore|ora)|consiglier[ea]|president[ei]|presidentessa|ministr[oa]|sottosegretari[oa]|senat(?:ore|rice)|deputat[oa]|onorevole|prefett[oa]|questore|governa(?:tore|trice)';
const ELECTED_BEFORE = new RegExp(`(?<!\\p{L})(?:${ELECTED})[\\s,]+$`, 'iu');
const ELECTED_AFTER = new RegExp(`^\\s?[,(]\\s?(?:(?:il|la|l[’']|nostr[oa])\\s?)?(?:${ELECTED})(?!\\p{L})`, 'iu');
const DOES = /^\s(?:non\s)?(?:è|ha|era|aveva|dice|lavora|sta|va|fa|ti|le|vi|si)(?!\p{L})/u;
const BEFORE = 60;

/**
 * Where a text that a body sends names somebody after a title or a role: not streets or hospitals called after people, nor who
 * holds an elected office. Spans are of the names alone, in order, and do not touch.
 */
export function namedInDraft(text: string): readonly Span[] {
  let reading: Reading | undefined;
  const found: Span[] = [];
  for (const { pattern, look } of PATTERNS)
    for (const { 0: whole, 1: name = '', index } of text.matchAll(pattern)) {
      const end = index + whole.length;
      if (isThing(text, index) || isElected(text, [index, end])) continue;
      reading ??= read(text);
      const last = endOfName(reading, { start: end - name.length, end, look });
      if (last > end - name.length) found.push([end - name.length, last]);
    }
  const inOrder = found.toSorted(([one], [other]) => one - other);
  return inOrder.filter(([start], place) => start >= (inOrder[place - 1]?.[1] ?? 0));
}

const isThing = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  return NAMED_AFTER.test(before) || CALLED_BY.test(before);
};

const isElected = (text: string, [from, to]: Span): boolean =>
  ELECTED_BEFORE.test(text.slice(Math.max(0, from - BEFORE), from)) || ELECTED_AFTER.test(text.slice(to, to + BEFORE));

/** «la signora Maria», «la collega Paola»: so are people spoken of whom a text does not want to name. */
const FIRST_NAMED = /(?:sig[\p{L}.\s]*|suor|collega|maestr[oa])\s$/iu;
const MORE_SURNAMES = /[aeo]ri$/iu;

interface Sought {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
}

/** As far as its words may be of a name; `start` where the first is none. */
function endOfName(reading: Reading, { start, end, look }: Sought): number {
  const { text, words } = reading;
  const first = firstEndingFrom(words, start + 1, ({ end: to }) => to);
  let last = start;
  let isOne = look === 'any';
  for (let index = first; ; index++) {
    const word = words[index];
    if (word === undefined || word.start >= end) break;
    const written = text.slice(word.start, word.end);
    if (OF_THE_ROLE.test(written)) break;
    const isLittle = written.length < 4 && word.end < end;
    if (!isLittle && !mayBeSurname(reading, index)) break;
    isOne ||= SURNAME.test(written) || MORE_SURNAMES.test(written);
    isOne ||= look === 'surname or doing' && DOES.test(text.slice(word.end, word.end + 20));
    if (!isLittle) last = word.end;
  }
  const alone = last === words[first]?.end && givenAt(reading, first) !== undefined;
  return isOne && !(alone && FIRST_NAMED.test(text.slice(Math.max(0, start - 20), start))) ? last : start;
}
