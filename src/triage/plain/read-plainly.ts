// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import { acronymsIn } from './acronyms.ts';
import { type Jargon, jargonIn } from './jargon.ts';
import { sentencesOf } from './sentences.ts';

export type { Jargon } from './jargon.ts';

/** How a text reads; spans are UTF-16 offsets into it. It says what is hard to read, and never writes other words. */
export interface PlainReading {
  readonly words: number;
  readonly sentences: number;
  /** 0 to 100, higher is easier; null: too short to say. */
  readonly gulpease: number | null;
  /** Sentences longer than people follow easily. */
  readonly long: readonly Span[];
  readonly jargon: readonly Jargon[];
  readonly passive: readonly Span[];
  /** Written in letters alone, and never told what they stand for. */
  readonly acronyms: readonly Span[];
}

/** Words; one more is hard to follow. */
export const LONGEST_SENTENCE = 25;
const FEWEST_WORDS = 12;

/** Addresses, tags and names of accounts are not read aloud. */
const UNREAD =
  /https?:\/\/\S+|www\.\S+|[#@][\p{L}\p{N}_.]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu;
const WORD = /[\p{L}\p{N}]+(?:[.,:][\p{N}]+)*/gu;

const blank = (text: string): string => text.replace(UNREAD, (found) => ' '.repeat(found.length));
const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;
const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const IRREGULAR =
  'fatt|dett|scritt|lett|pres|mess|chius|apert|decis|rich?iest|chiest|post|spos|rimoss|trasmess|ammess|promoss|concess|espress|iscritt|prescritt|prodott|ridott|introdott|tradott|condott|tolt|raccolt|accolt|risolt|scelt|svolt|rivolt|coinvolt|vist|previst|provvist|offert|copert|scopert|soffert|nascost|dispost|espost|propost|impost|compost|sospes|estes|spes|dipint|distint|vint|spint|aggiunt|raggiunt|assunt|corrett|dirett|elett|protett|ristrett|costrett|rott|corrott|distrutt|costruit|cott|divis|uccis|inclus|esclus|conclus|diffus|invas|perquisit|attes|intes|resi|res|nat|mort';
const PARTICIPLE = `(?:\\p{L}{2,}(?:at|it|ut)|${IRREGULAR})[oaie]`;
/** «è stato deciso», «viene chiesto», «saranno effettuati»: who does it is not told. */
const PASSIVE = new RegExp(
  `(?<!\\p{L})(?:(?:è|sono|era|erano|sia|siano|fosse|fossero|essere)\\s+stat[oaie]|(?:vien|veng|verr|venn|veniv)\\p{L}{1,4}|sar(?:à|anno))\\s+(?:\\p{L}+mente\\s+|anche\\s+|già\\s+|poi\\s+|quindi\\s+)?${PARTICIPLE}(?!\\p{L})`,
  'giu',
);
/** Of what one does oneself. */
const OWN_DOING =
  /\s(?:andat|venut|arrivat|partit|entrat|uscit|tornat|nat|mort|rimast|cadut|salit|sces|stat|cresciut|divent|diventat|piaciut|riuscit|success|accadut|bastat)[oaie]$/iu;

const passiveIn = (text: string): readonly Span[] =>
  Array.from(text.matchAll(PASSIVE))
    .filter(({ 0: found }) => !OWN_DOING.test(found))
    .map(({ 0: found, index }) => [index, index + found.length] as const);

/** Pure: the same text reads the same, on the server and in the browser. */
export function readPlainly(text: string): PlainReading {
  const read = blank(text);
  const sentences = sentencesOf(read).filter(([start, end]) => wordsIn(read.slice(start, end)) > 0);
  const words = wordsIn(read);
  const index = 89 + (300 * sentences.length - 10 * lettersIn(read)) / words;
  return {
    words,
    sentences: sentences.length,
    gulpease: words < FEWEST_WORDS ? null : Math.max(0, Math.min(100, Math.round(index))),
    long: sentences
      .filter(([start, end]) => wordsIn(read.slice(start, end)) > LONGEST_SENTENCE)
      .map((span) => trimmed(text, span)),
    jargon: jargonIn(read),
    passive: passiveIn(read),
    acronyms: acronymsIn(read),
  };
}

function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return [from, from + words.trim().length];
}
