// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { compile, contactsOf, evaluate, examplesOf, type PolicyDocument, parse } from '#policy';
import { analyse } from '#triage';
import { holidaysOf } from '../src/app/holidays.ts';

// npm run bench: the hot paths on this machine. The physical limit is one look at every character of the same text;
// figures of a busy machine move, ratios to that limit move less. Texts are the policies' own examples.

const FOLDER = join(import.meta.dirname, '..', 'policies');
const MEASURE_MS = 1500;
const FEWEST_PASSES = 5;
const WARM_UP_PASSES = 3;

interface Figure {
  readonly what: string;
  /** What one pass does. */
  readonly count: number;
  readonly unit: string;
  readonly characters: number;
  readonly bestMs: number;
  readonly medianMs: number;
}

/** Held by the module, so that no pass can be optimised away. */
let sink = 0;

function measure(what: string, of: Pick<Figure, 'count' | 'unit' | 'characters'>, pass: () => number): Figure {
  for (let index = 0; index < WARM_UP_PASSES; index++) sink += pass();
  const times: number[] = [];
  const end = performance.now() + MEASURE_MS;
  while (times.length < FEWEST_PASSES || performance.now() < end) {
    const start = performance.now();
    sink += pass();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const at = (index: number): number => times[index] ?? Number.NaN;
  return { what, ...of, bestMs: at(0), medianMs: at(Math.floor(times.length / 2)) };
}

function everyCharacter(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function show(figures: readonly Figure[], limit: Figure): void {
  const perCharacter = ({ bestMs, characters }: Figure): number => bestMs / characters;
  const rows = figures.map((figure) => ({
    path: figure.what,
    'best /s': `${number.format((figure.count / figure.bestMs) * 1000)} ${figure.unit}`,
    'median /s': number.format((figure.count / figure.medianMs) * 1000),
    'M characters/s': (figure.characters / figure.bestMs / 1000).toFixed(2),
    'times the limit': `${(perCharacter(figure) / perCharacter(limit)).toFixed(1)}x`,
  }));
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => row[column])));
}

const sources = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.policy.md'))
  .map((name) => ({ name, source: readFileSync(join(FOLDER, name), 'utf8') }));
const documents = sources.flatMap(({ name, source }): readonly PolicyDocument[] => {
  const { policy } = parse(source, name);
  return policy === undefined ? [] : [policy];
});
const policies = documents.map((document) => compile(document));
const items = policies.flatMap((policy) => {
  const ownContacts = contactsOf(policy);
  return examplesOf(policy).map(({ item }) => {
    const context = { kind: item.kind, ownContacts };
    return { policy, item, context, signals: analyse(item.text, context) };
  });
});
if (items.length === 0) throw new Error('no policy to measure with');

const texts = items.map(({ item }) => item.text);
const holidays = holidaysOf();
const messages = { count: items.length, unit: 'messages', characters: lengthOf(texts) };
const whole = { count: sources.length, unit: 'policies', characters: lengthOf(sources.map(({ source }) => source)) };

const limit = measure('one look at every character', messages, () => everyCharacter(texts));
const figures = [
  limit,
  measure('triage', messages, () => {
    let noticed = 0;
    for (const { item, context } of items) noticed += analyse(item.text, context).length;
    return noticed;
  }),
  measure('judgement (signals given)', messages, () => {
    let touched = 0;
    for (const { policy, item, signals } of items)
      touched += evaluate(policy, item, signals, item.at, holidays).clauses.length;
    return touched;
  }),
  measure('triage and judgement', messages, () => {
    let touched = 0;
    for (const { policy, item, context } of items)
      touched += evaluate(policy, item, analyse(item.text, context), item.at, holidays).clauses.length;
    return touched;
  }),
  measure('parse a policy', whole, () => {
    let clean = 0;
    for (const { name, source } of sources) clean += parse(source, name).complaints.length === 0 ? 1 : 0;
    return clean;
  }),
  measure('compile a policy', whole, () => {
    let rules = 0;
    for (const document of documents) rules += compile(document).rules.length;
    return rules;
  }),
];

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, one core`);
console.log(`${messages.count} messages, ${Math.round(messages.characters / messages.count)} characters on average\n`);
show(figures, limit);
if (!Number.isFinite(sink)) throw new Error('a pass measured nothing');

// What triage sees and what it leaves alone, with the evaluation data where they are.
console.log('');
await import('./triage-restraint.ts');
