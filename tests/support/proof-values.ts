// SPDX-License-Identifier: AGPL-3.0-or-later
import { AUTHOR_KINDS, ITEM_KINDS, NETWORKS, type NetworkName } from '#policy';
import { isMissing, MISSING_WORDS } from '../../src/policy/missing.ts';
import { authorKinds } from '../../src/policy/values/authors.ts';
import { categories } from '../../src/policy/values/categories.ts';
import { clauseIds } from '../../src/policy/values/clause-ids.ts';
import { type Weekday, weekdays } from '../../src/policy/values/days.ts';
import { type DayRange, dayRanges } from '../../src/policy/values/hours.ts';
import { itemKinds } from '../../src/policy/values/kinds.ts';
import { type NetworkScope, networkList } from '../../src/policy/values/networks.ts';
import type { ValueKind } from '../../src/policy/values/value.ts';

// Other valid values of the same kind, for a mutation run: what a proof must tell from the value in the file.

/** What the document knows, so that an altered value still speaks of things that are in it. */
export interface Surroundings {
  readonly categories: readonly string[];
  readonly networks: readonly NetworkName[];
  readonly clauses: readonly string[];
}

/** Other values of this kind, near the one given and told in the words of a policy file; at least one, or it throws. */
export function otherValues(kind: ValueKind<unknown>, current: unknown, around: Surroundings): readonly unknown[] {
  const silence = kind.read(MISSING_WORDS);
  if (isMissing(current)) return [sample(kind, MISSING_WORDS)];
  const others = nearValues(kind, current, around);
  return silence.ok && isMissing(silence.value) ? [...others, silence.value] : others;
}

/** An absent value wraps its kind, whose words still come first. */
const isOf = (kind: ValueKind<unknown>, model: { readonly expected: string }): boolean =>
  kind.expected === model.expected || kind.expected.startsWith(`${model.expected} oppure`);

/** The words that the kind itself gives as choices or examples. */
const offered = (kind: ValueKind<unknown>): readonly string[] =>
  [...kind.expected.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);

const SAMPLES = ['altre parole', '«altre parole»', 'www.altro.example', '1', 'Facebook', 'commenti', 'altro-ancora'];

/** A value of the kind that is not written so. */
function sample(kind: ValueKind<unknown>, written: string): unknown {
  const own = isOf(kind, categories) ? ['spam'] : offered(kind);
  for (const words of [...own, ...SAMPLES]) {
    const reading = kind.read(words);
    if (reading.ok && !isMissing(reading.value) && kind.print(reading.value) !== written) return reading.value;
  }
  throw new Error(
    `no other value is known for «${written}» (${kind.expected}): teach it to tests/support/proof-values.ts`,
  );
}

function nearValues(kind: ValueKind<unknown>, current: unknown, around: Surroundings): readonly unknown[] {
  if (typeof current === 'number') return [otherNumber(kind, current)];
  if (typeof current === 'string') return [otherWords(kind, current)];
  if (Array.isArray(current)) return otherLists(kind, current, around);
  if (isScope(current)) return otherScopes(current, around);
  if (isAmount(current)) return [{ ...current, amount: current.amount + 1 }];
  return [sample(kind, kind.print(current))];
}

const isScope = (value: unknown): value is NetworkScope =>
  typeof value === 'object' && value !== null && 'except' in value && 'networks' in value;
const isAmount = (value: unknown): value is { readonly amount: number } =>
  typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'number';

function otherNumber(kind: ValueKind<unknown>, current: number): unknown {
  const shifted = [current + 1, current - 1, current / 2].find((each) => kind.read(kind.print(each)).ok);
  return shifted ?? sample(kind, kind.print(current));
}

/** The next choice of a closed list, or a text with other words. */
function otherWords(kind: ValueKind<unknown>, current: string): unknown {
  const written = kind.print(current);
  const choices = offered(kind);
  const next = choices.indexOf(written) + 1;
  const inTurn = next > 0 ? [...choices.slice(next), ...choices.slice(0, next)] : choices;
  const longer = [' altrimenti', '-altrimenti'].map((more) => written.replace(/»?$/, (end) => more + end));
  for (const words of [...inTurn, ...longer]) {
    const reading = kind.read(words);
    if (reading.ok && !isMissing(reading.value) && kind.print(reading.value) !== written) return reading.value;
  }
  return sample(kind, written);
}

/** For each place of a list: without it, or with something else where it is the only one. */
function otherLists(kind: ValueKind<unknown>, current: readonly unknown[], around: Surroundings): readonly unknown[] {
  if (isOf(kind, dayRanges)) return (current as readonly DayRange[]).flatMap((_, place) => otherRanges(current, place));
  const newcomer = outsider(kind, current, around);
  if (current.length === 0) return [[newcomer]];
  const swapped = current.map((_, place) => current.with(place, newcomer));
  if (current.length === 1) return swapped;
  if (isOf(kind, categories)) return swapped;
  return current.map((_, place) => current.toSpliced(place, 1));
}

/** Something of the same kind that is not in the list. */
function outsider(kind: ValueKind<unknown>, current: readonly unknown[], around: Surroundings): unknown {
  const pool: readonly unknown[] = isOf(kind, categories)
    ? around.categories
    : isOf(kind, itemKinds)
      ? ITEM_KINDS
      : isOf(kind, authorKinds)
        ? AUTHOR_KINDS
        : isOf(kind, networkList)
          ? NETWORKS
          : isOf(kind, weekdays)
            ? ([7, 6, 5, 4, 3, 2, 1] satisfies Weekday[])
            : isOf(kind, clauseIds) || offered(kind).includes('tutte')
              ? around.clauses
              : [`${String(current[0] ?? '')} altrimenti`.trim()];
  return pool.find((each) => !current.includes(each)) ?? pool[0];
}

const HALF_AN_HOUR = 30;

/** One range of a day that begins later, and one that ends earlier. */
function otherRanges(current: readonly unknown[], place: number): readonly unknown[] {
  const range = current[place] as DayRange;
  const step = Math.min(HALF_AN_HOUR, (range.to - range.from) / 2);
  return [
    current.with(place, { ...range, from: range.from + step }),
    current.with(place, { ...range, to: range.to - step }),
  ];
}

/** One network less for each that is named; another where only one is; one left out where all are covered. */
function otherScopes({ except, networks }: NetworkScope, around: Surroundings): readonly NetworkScope[] {
  const other = [...around.networks, ...NETWORKS].find((network) => !networks.includes(network)) ?? 'other';
  if (networks.length === 0) return [{ except, networks: [other] }];
  if (networks.length === 1 && !except) return [{ except, networks: [other] }];
  return networks.map((network) => ({ except, networks: networks.filter((each) => each !== network) }));
}
