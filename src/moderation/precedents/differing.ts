// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DecisionKind } from '../contract.ts';
import { type Comparable, comparing, showsCsam } from './nearest.ts';

/** A decision as it is compared with others. `person` is only counted, never told. */
export interface Compared extends Comparable {
  readonly id: string;
  readonly decision: DecisionKind;
  readonly person: string;
}

export interface Pair<Case> {
  readonly nearness: number;
  readonly left: Case;
  readonly takenDown: Case;
}

export interface ClauseGroup<Case> {
  readonly clause: string;
  readonly decisions: number;
  readonly pairs: readonly Pair<Case>[];
}

/** From here on the same should have been done, or somebody should say why not. */
const ALIKE = 0.6;
const MOST_PAIRS = 20;
const DOWN: readonly DecisionKind[] = ['hide', 'remove'];
const LEFT: readonly DecisionKind[] = ['publish', 'no-action', 'reply'];

/**
 * Under each clause, pairs alike of which one was taken down and one left. Not told of a clause with fewer decisions than
 * `smallest`, nor where one person took them all: there a pair would say who. Pure.
 */
export function differing<Case extends Compared>(
  decided: readonly Case[],
  smallest: number,
): { readonly groups: readonly ClauseGroup<Case>[]; readonly notShown: number } {
  const shown = decided.filter((one) => !showsCsam(one));
  const clauses = [...new Set(shown.flatMap((one) => one.clauses))].sort();
  const groups: ClauseGroup<Case>[] = [];
  const told = new Set<string>();
  let notShown = 0;
  for (const clause of clauses) {
    const under = shown.filter((one) => one.clauses.includes(clause));
    const pairs = pairsAmong(under).filter(({ left, takenDown }) => !told.has(`${left.id} ${takenDown.id}`));
    if (pairs.length === 0) continue;
    if (under.length < smallest || new Set(under.map(({ person }) => person)).size < 2) {
      notShown += 1;
      continue;
    }
    for (const { left, takenDown } of pairs) told.add(`${left.id} ${takenDown.id}`);
    groups.push({ clause, decisions: under.length, pairs: pairs.slice(0, MOST_PAIRS) });
  }
  return { groups, notShown };
}

/** The nearest first, each case in one pair at most. */
function pairsAmong<Case extends Compared>(under: readonly Case[]): readonly Pair<Case>[] {
  const down = under.filter(({ decision }) => DOWN.includes(decision));
  const left = under.filter(({ decision }) => LEFT.includes(decision));
  const pairs = down.flatMap((takenDown) => {
    const near = comparing(takenDown);
    return left.map((one) => ({ nearness: near(one), left: one, takenDown }));
  });
  const used = new Set<string>();
  return pairs
    .filter(({ nearness }) => nearness >= ALIKE)
    .toSorted((one, other) => other.nearness - one.nearness)
    .filter(({ left: one, takenDown }) => {
      if (used.has(one.id) || used.has(takenDown.id)) return false;
      used.add(one.id).add(takenDown.id);
      return true;
    });
}
