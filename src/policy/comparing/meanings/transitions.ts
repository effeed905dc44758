// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../../compiled.ts';
import { type Cell, cellsOf, placesIn } from '../reach.ts';

/** What a policy says of one category in one cell, and which clauses say it. `says` tells two standings apart. */
export interface Standing<Value> {
  readonly says: string;
  readonly value: Value;
  readonly clauses: readonly string[];
}

/** Undefined where the policy says nothing. */
export type StandingOf<Value> = (policy: CompiledPolicy, category: string, cell: Cell) => Standing<Value> | undefined;

/** Some categories that passed, in one place, from one standing to another. */
export interface Transition<Value> {
  readonly categories: readonly string[];
  /** In words; empty when it is wherever either version speaks of them. */
  readonly place: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  readonly clauses: { readonly before: readonly string[]; readonly after: readonly string[] };
}

interface Found<Value> {
  readonly cell: Cell;
  readonly before: Standing<Value> | undefined;
  readonly after: Standing<Value> | undefined;
}

const clausesIn = <Value>(standings: readonly (Standing<Value> | undefined)[]): readonly string[] => [
  ...new Set(standings.flatMap((standing) => standing?.clauses ?? [])),
];

function ofCategory<Value>(category: string, found: readonly Found<Value>[]): readonly Transition<Value>[] {
  const spokenOf = found.filter(({ before, after }) => before !== undefined || after !== undefined);
  const universe = spokenOf.map(({ cell }) => cell);
  const changed = spokenOf.filter(({ before, after }) => before?.says !== after?.says);
  const alike = Map.groupBy(changed, ({ before, after }) =>
    JSON.stringify([before?.says ?? null, after?.says ?? null]),
  );
  return [...alike.values()].flatMap((group) => {
    const cells = group.map(({ cell }) => cell);
    return placesIn(cells, universe).map((place) => ({
      categories: [category],
      place,
      before: group[0]?.before?.value,
      after: group[0]?.after?.value,
      clauses: {
        before: clausesIn(group.map(({ before }) => before)),
        after: clausesIn(group.map(({ after }) => after)),
      },
    }));
  });
}

/** Categories of either version, looked at cell by cell; those that passed alike from one standing to another, together. */
export function transitions<Value>(
  before: CompiledPolicy,
  after: CompiledPolicy,
  standingOf: StandingOf<Value>,
): readonly Transition<Value>[] {
  const cells = cellsOf([before, after]);
  const categories = [...new Set([...after.categories.keys(), ...before.categories.keys()])];
  const single = categories.flatMap((category) =>
    ofCategory(
      category,
      cells.map((cell) => ({
        cell,
        before: standingOf(before, category, cell),
        after: standingOf(after, category, cell),
      })),
    ),
  );
  const alike = Map.groupBy(single, ({ place, before: was, after: is }) => JSON.stringify([place, was, is]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const all = (side: 'before' | 'after') => [...new Set(group.flatMap(({ clauses }) => clauses[side]))];
    const clauses = { before: all('before'), after: all('after') };
    return [{ ...first, categories: group.flatMap((each) => each.categories), clauses }];
  });
}
