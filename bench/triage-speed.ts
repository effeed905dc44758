// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, examplesOf, parse } from '#policy';
import { diceOf, endlessTexts, faultIn, hostileText } from '../src/triage/hostile-texts.ts';
import { analyse } from '../src/triage/index.ts';
import { print } from './measure.ts';

// node bench/triage-speed.ts [texts]: throws hostile texts at triage, a million unless told, and says what it cost and
// whether any span lay where none may; then how the time of endless texts grows. Exit 1 where something is wrong.

const POLICIES = join(import.meta.dirname, '..', 'policies');
const MILLION = 1_000_000;
const SEED = 20_260_113;
const SHORT = 62_500;
const LONG = 1_000_000;
/** Caches and a busy machine make a unit of a long text dearer; a step too many would make it sixteen times so. */
const GROWTH = 6;
const ROUNDS = 3;

export interface Thrown {
  readonly texts: number;
  readonly characters: number;
  readonly signals: number;
  readonly perSecond: number;
  readonly slowestUs: number;
  /** What was wrong, with the text; at most a few. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 10;

const examples = (): readonly string[] =>
  readdirSync(POLICIES)
    .filter((name) => name.endsWith('.policy.md'))
    .flatMap((name) => {
      const { policy } = parse(readFileSync(join(POLICIES, name), 'utf8'), name);
      return policy === undefined ? [] : examplesOf(compile(policy)).map(({ item }) => item.text);
    });

const attempt = (text: string): { signals: number; fault: string | undefined } => {
  try {
    const signals = analyse(text);
    return { signals: signals.length, fault: faultIn(text, signals) };
  } catch (error) {
    return { signals: 0, fault: String(error) };
  }
};

const best = (text: string): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    analyse(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
};

/** Hostile texts one after the other; the same count gives the same texts. */
export function throwHostile(count: number): Thrown {
  const dice = diceOf(SEED);
  const known = examples();
  const faults: string[] = [];
  let [characters, signals, slowest, spent] = [0, 0, 0, 0];
  for (let thrown = 0; thrown < count; thrown++) {
    const text = hostileText(dice, known);
    const start = performance.now();
    const result = attempt(text);
    const took = performance.now() - start;
    spent += took;
    // What another process took away is no cost of ours.
    if (took > slowest) slowest = Math.max(slowest, Math.min(took, best(text)));
    characters += text.length;
    signals += result.signals;
    if (result.fault !== undefined && faults.length < MOST_FAULTS)
      faults.push(`${result.fault}: ${JSON.stringify(text)}`);
  }
  return { texts: count, characters, signals, perSecond: (count / spent) * 1000, slowestUs: slowest * 1000, faults };
}

/** How many times longer one character takes in a text of a megabyte than in one of a sixteenth of it. */
export function growth(): readonly { readonly piece: string; readonly longMs: number; readonly times: number }[] {
  const long = endlessTexts(LONG);
  return endlessTexts(SHORT)
    .map((text, place) => {
      const longMs = best(long[place] ?? '');
      return { piece: text.slice(0, 12), longMs, times: longMs / best(text) / (LONG / SHORT) };
    })
    .sort((one, other) => other.times - one.times);
}

function main(): void {
  const thrown = throwHostile(Number(process.argv[2] ?? MILLION));
  console.log(
    `${thrown.texts} hostile texts, ${thrown.characters} characters: ${Math.round(thrown.perSecond)} a second, ` +
      `the slowest ${Math.round(thrown.slowestUs)} µs, ${thrown.signals} signals, ${thrown.faults.length} faults`,
  );
  for (const fault of thrown.faults) console.log(`  ${fault}`);
  const grown = growth();
  console.log(`\ntexts of ${LONG} units, and what a unit costs there against one of ${SHORT}`);
  print(
    grown.slice(0, 8).map(({ piece, longMs, times }) => ({
      'over and over': JSON.stringify(piece),
      ms: longMs.toFixed(0),
      times: times.toFixed(2),
    })),
  );
  const wrong = thrown.faults.length > 0 || grown.some(({ times }) => times > GROWTH);
  process.exitCode = wrong ? 1 : 0;
}

if (import.meta.main) main();
