// SPDX-License-Identifier: AGPL-3.0-or-later
import { HEARD, type OwnTerms, type Signal } from '#policy';
import { ailmentsIn, analyse } from '#triage';
import { folded, repeatedRun, wordsIn } from './words.ts';

interface Discussing {
  readonly answer: string;
  readonly item: string;
  /** Of the item. */
  readonly signals: readonly Signal[];
  readonly own: OwnTerms;
}

type Span = readonly [number, number];

/** So many words in a row are a quotation. */
const QUOTED_WORDS = 4;
const SENSITIVE: readonly string[] = ['sensitive-data', 'personal-case'];
/** Words of a case that anybody may use of no case at all. */
const GENERAL: ReadonlySet<string> = new Set(
  'io mia mio mie miei nostra nostro aspetto attendo pratica domanda visita richiesta sono stato stata hanno cosa posso dov dove da per il la un una al di e che'.split(
    ' ',
  ),
);
const YOUR_CASE =
  /(?<!\p{L})(?:l[ae’']\s*)?(?:su[aoe]|tu[aoe]|vostr[aoe]|suoi|tuoi)\s+(?:\p{L}+\s+)?(?:pratic\p{L}+|domand\p{L}+|visit\p{L}+|refert\p{L}+|esam\p{L}+|appuntament\p{L}+|prenotazion\p{L}+|ricover\p{L}+|interventi?|operazion\p{L}+|terapi\p{L}+|malatti\p{L}+|condizion\p{L}+|situazion\p{L}+|rimbors\p{L}+|graduatori\p{L}+|cartell\p{L}+|madre|padre|figli\p{L}+|moglie|marito|bambin\p{L}+|nonn\p{L}+)(?!\p{L})/giu;
const NOT_HERE = /(?<!\p{L})non\s+(?:\p{L}+\s+){0,4}$/iu;
/** Sending somebody to the office with their case discusses nothing of it. */
const SENT_ON = /(?<!\p{L})(?:per|su|con|della?|del)\s+$/iu;

/** Where an answer quotes what somebody told of themselves, or speaks of their case; empty when it stays general. */
export function discussed({ answer, item, signals, own }: Discussing): readonly Span[] {
  const quoted = repeatedRun(answer, item, QUOTED_WORDS);
  const theirs = tellingOf(item, signals);
  const echoed = wordsIn(answer).flatMap(({ form, span }) => (theirs.has(form) ? [span] : []));
  const addressed = [...answer.matchAll(YOUR_CASE)].flatMap(({ 0: found, index }) => {
    const before = answer.slice(Math.max(0, index - 40), index);
    return NOT_HERE.test(before) || SENT_ON.test(before) ? [] : [[index, index + found.length] as const];
  });
  const noticed = analyse(answer, own).flatMap(({ category, strength, spans }) =>
    SENSITIVE.includes(category) && strength >= HEARD ? spans.slice(0, 1) : [],
  );
  return [...(quoted === undefined ? [] : [quoted]), ...echoed, ...addressed, ...noticed].toSorted(
    ([one], [other]) => one - other,
  );
}

/** The words by which triage knew that somebody tells of themselves, and what ails them by name, even where others weighed more. */
function tellingOf(item: string, signals: readonly Signal[]): ReadonlySet<string> {
  const telling = signals.filter(({ category }) => SENSITIVE.includes(category)).flatMap(({ spans }) => spans);
  const ailing = telling.length === 0 ? [] : ailmentsIn(item);
  const words = [...telling, ...ailing].flatMap(([from, to]) => wordsIn(item.slice(from, to)));
  return new Set(words.flatMap(({ form }) => (form.length < 4 || GENERAL.has(folded(form)) ? [] : [form])));
}
