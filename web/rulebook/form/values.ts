// SPDX-License-Identifier: AGPL-3.0-or-later
import { ITEM_KINDS, KIND_LABELS, NETWORK_LABELS, NETWORKS, VOCABULARY } from '#policy';

// What the controls of the form read from a written value, and how they write it back. A value that cannot be read gives
// null: the form then shows it as text, and loses nothing.

const BETWEEN_NAMES = /\s*,\s*|\s+(?:e|o|ed|od)\s+/;
const joined = (words: readonly string[], last: 'e' | 'o'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
const piecesOf = (raw: string): readonly string[] => raw.split(BETWEEN_NAMES).filter((word) => word !== '');

/** Names out of a known list, in its order; null when another name is among them. */
function chosen(raw: string, known: readonly string[]): readonly string[] | null {
  const words = piecesOf(raw).map((word) => word.toLowerCase());
  const lower = known.map((name) => name.toLowerCase());
  if (words.some((word) => !lower.includes(word))) return null;
  return known.filter((_, index) => words.includes(lower[index] ?? ''));
}

export const NETWORK_NAMES: readonly string[] = NETWORKS.map((name) => NETWORK_LABELS[name]);
export const KIND_NAMES: readonly string[] = ITEM_KINDS.map((kind) => KIND_LABELS[kind][1]);
export const DAY_NAMES = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

/** Which networks: all, none, those listed, all but those listed. */
export interface NetworkChoice {
  readonly mode: 'all' | 'none' | 'these' | 'but';
  readonly names: readonly string[];
}

export function readNetworks(raw: string): NetworkChoice | null {
  if (raw === 'tutti') return { mode: 'all', names: [] };
  if (raw === 'nessuno') return { mode: 'none', names: [] };
  const but = raw.startsWith('tutti tranne ');
  const names = chosen(but ? raw.slice('tutti tranne '.length) : raw, NETWORK_NAMES);
  return names === null ? null : { mode: but ? 'but' : 'these', names };
}

export function writeNetworks({ mode, names }: NetworkChoice): string {
  if (mode === 'all') return 'tutti';
  if (mode === 'none') return 'nessuno';
  return mode === 'but' ? `tutti tranne ${joined(names, 'e')}` : joined(names, 'e');
}

export const readKinds = (raw: string): readonly string[] | null =>
  chosen(
    raw
      .replace(/\bcommento\b/g, 'commenti')
      .replace(/\brisposta\b/g, 'risposte')
      .replace(/\bmenzione\b/g, 'menzioni'),
    KIND_NAMES,
  );
export const writeNames = (names: readonly string[]): string => joined(names, 'e');

export function readDays(raw: string): readonly string[] | null {
  if (raw === 'tutti i giorni') return DAY_NAMES;
  const [, first, last] = /^dal(?:la)? (\S+) al(?:la)? (\S+)$/.exec(raw) ?? [];
  const days: readonly string[] = DAY_NAMES;
  if (first === undefined || last === undefined) return chosen(raw, days);
  const [from, to] = [days.indexOf(first), days.indexOf(last)];
  if (from < 0 || to < 0) return null;
  return from <= to ? days.slice(from, to + 1) : days.filter((_, day) => day >= from || day <= to);
}

export interface Shift {
  readonly from: string;
  readonly to: string;
}

/** The shifts of a day, as written; a time half typed stays as it is. */
export function readShifts(raw: string): readonly Shift[] | null {
  const shifts = raw.split(/ e (?=dalle )/).map((piece) => /^dalle (\S*) alle (\S*)$/.exec(`${piece}`.trim()));
  if (shifts.some((shift) => shift === null)) return null;
  return shifts.map((shift) => ({ from: shift?.[1] ?? '', to: shift?.[2] ?? '' }));
}
export const writeShifts = (shifts: readonly Shift[]): string =>
  shifts.map(({ from, to }) => `dalle ${from} alle ${to}`).join(' e ');

export const DURATION_UNITS = ['minuti', 'ore', 'giorni'] as const;
const SINGULAR: Readonly<Record<string, string>> = { minuto: 'minuti', ora: 'ore', giorno: 'giorni' };
const ONE: Readonly<Record<string, string>> = { minuti: 'minuto', ore: 'ora', giorni: 'giorno' };

export function readDuration(raw: string): { readonly amount: string; readonly unit: string } | null {
  const [, amount = '', word = ''] = /^(\d*)\s*(\p{L}+)$/u.exec(raw) ?? [];
  const unit = SINGULAR[word] ?? word;
  return DURATION_UNITS.some((known) => known === unit) ? { amount, unit } : null;
}
export const writeDuration = (amount: string, unit: string): string =>
  `${amount} ${amount === '1' ? (ONE[unit] ?? unit) : unit}`.trim();

/** Texts between «», one a line in the form. */
export const readQuoted = (raw: string): string => raw.replaceAll(/^«|»$/g, '');
export const writeQuoted = (text: string): string => `«${text.replaceAll(/[«»]/g, '"')}»`;
export const readQuotedList = (raw: string): string =>
  raw === ''
    ? ''
    : raw
        .split(/\s*;\s*/)
        .map(readQuoted)
        .join('\n');
export const writeQuotedList = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => writeQuoted(line.trim()))
    .join('; ');

export const readTexts = (raw: string): string => raw.split(/\s*;\s*/).join('\n');
export const writeTexts = (lines: string): string =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim())
    .join('; ');

/** The names a policy file may use for a category, each with what people read. */
export interface CategoryName {
  readonly name: string;
  readonly label: string;
}

const STANDARD: readonly CategoryName[] = VOCABULARY.map(({ name, label }) => ({ name, label }));

/** The standard categories, then those that the file declares. */
export const categoriesIn = (own: readonly CategoryName[]): readonly CategoryName[] => [...STANDARD, ...own];

/** Names as written, known or not, each once. */
export const readCategories = (raw: string): readonly string[] => [
  ...new Set(piecesOf(raw).map((word) => word.toLowerCase())),
];
export const writeCategories = (names: readonly string[]): string => joined(names, 'o');

/** One line of `esempi`: the outcome, the text, and the rest to the letter. */
export interface ExampleLine {
  readonly outcome: string;
  readonly text: string;
  readonly rest: string;
}
export function readExample(raw: string): ExampleLine | null {
  const [, outcome, text = '', rest = ''] = /^([^:«»]+?)\s*:\s*«([^«»]*)»(.*)$/.exec(raw) ?? [];
  return outcome === undefined ? null : { outcome, text, rest: rest.trim() };
}
export const writeExample = ({ outcome, text, rest }: ExampleLine): string =>
  `${outcome}: ${writeQuoted(text.replace(/\s*\n\s*/g, ' '))}${rest === '' ? '' : ` ${rest}`}`;
