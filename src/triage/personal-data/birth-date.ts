// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy/contract';
import { around, before, type Datum, type DigitFinder, isWordAt, matchAt } from './datum.ts';

const MONTH =
  '(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|gen|feb|mar|apr|mag|giu|lug|ago|set|sett|ott|nov|dic)';
const DATE = new RegExp(
  String.raw`(\d{1,2})(?:\s?([./-])\s?(\d{1,2})\s?\2\s?|°?\s+${MONTH}\.?\s+(?:del\s+)?)['’]?(19\d{2}|20[01]\d|\d{2})(?!\d)`,
  'iuy',
);
const FIRST_OF = new RegExp(String.raw`(?:il\s+)?primo\s+${MONTH}\s+$`, 'iu');
const YEAR = /(?:19\d{2}|20[01]\d)(?!\d)/y;
const SHORT_YEAR = new RegExp(String.raw`\d{2},?\s+(?:il\s+)?\d{1,2}\s+${MONTH}(?!\p{L})`, 'iuy');
/** «nata a Roccavuota il»: said together with the date. */
const BORN =
  /(?<!\p{L})(?:nat[oaie]|nasce(?:va)?|nacque)\s+(?:a\s+\p{L}[\p{L}'’]*(?:\s\p{L}+)?,?\s+)?(?:(?:il|l['’]|nel)\s*)?$/iu;
const BIRTH =
  /(?<!\p{L})(?:nat[oaie]|nascita|nasce(?:va)?|nacque|class[ei]|complean\p{L}*|auguri|coetane\p{L}|ann[oi] di|ne fa \d+|compie|d\.?n\.?|dati:)(?!\p{L})/iu;
/** Two capitalised words, or a vocative, just before: «Tizio Caio, 3 ottobre 1958». */
const NAMED = /\p{Lu}\p{L}+\s\p{Lu}\p{L}+[,:(\s]{1,3}$/u;
const OF_PERSON = /(?<!\p{L})(?:dirigente|primario|residente|lu[ia]|sign?or\p{L}|ragazz\p{L}+)(?!\p{L})/iu;
const GENERATION = /(?<!\p{L})(?:classe|del)\s+['’]?$/iu;
/** What is born, and is no person. */
const THING =
  /(?<!\p{L})(?:edificio|ospizio|ospedale|scuola|legge|progetto|servizio|facsimile|fac-simile|esempio)(?!\p{L})/iu;
const WINDOW = 40;

const datum = (span: Span, strength: number): Datum => ({
  span,
  strength,
  source: 'data-di-nascita',
  reason:
    strength < 0.5
      ? 'Indica una data che può essere quella di nascita di una persona.'
      : 'Indica la data di nascita di una persona.',
});

const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;

const strengthOf = (text: string, span: Span): number => {
  const window = around(text, span, WINDOW);
  if (THING.test(window)) return 0;
  const lead = before(text, span[0], WINDOW);
  if (BIRTH.test(lead)) return 0.75;
  if (NAMED.test(lead)) return 0.6;
  return BIRTH.test(window) || OF_PERSON.test(window) ? 0.55 : 0;
};

const whole = (text: string, digit: number): Datum | undefined => {
  const match = matchAt(DATE, text, digit);
  if (match === null || isWordAt(text, digit - 1)) return undefined;
  const [written, day, , month = '1'] = match;
  if (!isDay(Number(day), Number(month)) || /[/.,-]$/.test(before(text, digit, 1))) return undefined;
  const end = digit + written.length;
  const strength = strengthOf(text, [digit, end]);
  const born = BORN.exec(before(text, digit, WINDOW))?.[0].length ?? 0;
  return strength === 0 ? undefined : datum([digit - born, end], strength);
};

/** «il primo gennaio 1977», «classe 1975», «del '91, 14 febbraio». */
const byYear = (text: string, digit: number): Datum | undefined => {
  const short = matchAt(SHORT_YEAR, text, digit)?.[0];
  const year = short === undefined ? matchAt(YEAR, text, digit)?.[0] : undefined;
  const written = short ?? year;
  if (written === undefined || isWordAt(text, digit - 1)) return undefined;
  const end = digit + written.length;
  const lead = before(text, digit, WINDOW);
  const generation = GENERATION.exec(lead)?.[0];
  if (short !== undefined) return generation === undefined ? undefined : datum([digit - generation.length, end], 0.6);
  const first = FIRST_OF.exec(lead)?.[0];
  if (first !== undefined) {
    const span = [digit - first.length, end] as const;
    const strength = strengthOf(text, span);
    return strength === 0 ? undefined : datum(span, strength);
  }
  const named =
    generation !== undefined && /^classe/i.test(generation) && NAMED.test(lead.slice(0, -generation.length));
  return named ? datum([digit - generation.length, end], 0.55) : undefined;
};

/** A date is a birth's only where something says so: a word, or a name beside it. */
export const birthDate: DigitFinder = (text, digit) => whole(text, digit) ?? byYear(text, digit);
