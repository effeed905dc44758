// SPDX-License-Identifier: AGPL-3.0-or-later

import { breather } from '../breather.ts';
import type { DecisionKind } from '../contract.ts';
import { candidatesAmong } from './candidates.ts';
import { type Comparable, likenessNeeded, nearnessOf, type Profile, profileOf, showsCsam } from './nearest.ts';

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
const MOST_TRIED = MOST_PAIRS + 1;
const DOWN: readonly DecisionKind[] = ['hide', 'remove'];
const LEFT: readonly DecisionKind[] = ['publish', 'no-action', 'reply'];

/**
 * Under each clause, pairs alike of which one was taken down and one left. Not told of a clause with fewer decisions than
 * `smallest`, nor where one person took them all: there a pair would say who. Thousands of them keep nobody else waiting.
 */
export async function differing<Case extends Compared>(
  decided: readonly Case[],
  smallest: number,
): Promise<{ readonly groups: readonly ClauseGroup<Case>[]; readonly notShown: number }> {
  const breathe = breather();
  const profiles = new Map<Case, Profile>();
  for (const one of decided) {
    if (!showsCsam(one)) profiles.set(one, profileOf(one));
    await breathe();
  }
  const shown = [...profiles.keys()];
  const clauses = [...new Set(shown.flatMap((one) => one.clauses))].sort();
  const groups: ClauseGroup<Case>[] = [];
  const told = new Set<string>();
  let notShown = 0;
  for (const clause of clauses) {
    const under = shown.filter((one) => one.clauses.includes(clause));
    const among = await pairsAmong(under, { profiles, breathe });
    const pairs = among.filter(({ left, takenDown }) => !told.has(`${left.id} ${takenDown.id}`));
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

interface Work<Case> {
  readonly profiles: ReadonlyMap<Case, Profile>;
  readonly breathe: () => Promise<void>;
}

/** Cases of which the same words were noticed: in a raid, hundreds. */
interface Alike<Case> extends Profile {
  readonly cases: readonly Case[];
}

function gathered<Case>(cases: readonly Case[], profiles: ReadonlyMap<Case, Profile>): readonly Alike<Case>[] {
  const known = cases.flatMap((one) => {
    const profile = profiles.get(one);
    return profile === undefined ? [] : [{ one, profile }];
  });
  const keyOf = ({ profile: { subjects, categories } }: (typeof known)[number]): string =>
    `${[...subjects].sort().join(' ')}|${[...categories].sort().join(' ')}`;
  return [...Map.groupBy(known, keyOf).values()].flatMap((those) =>
    those.slice(0, 1).map(({ profile }) => ({ ...profile, cases: those.map(({ one }) => one) })),
  );
}

/** The nearest first, each case in one pair at most. */
async function pairsAmong<Case extends Compared>(
  under: readonly Case[],
  { profiles, breathe }: Work<Case>,
): Promise<readonly Pair<Case>[]> {
  const of = (kinds: readonly DecisionKind[]) =>
    gathered(
      under.filter(({ decision }) => kinds.includes(decision)),
      profiles,
    );
  const left = of(LEFT);
  const candidates = candidatesAmong(
    left.map(({ subjects }) => subjects),
    likenessNeeded(ALIKE),
  );
  const pairs: Pair<Case>[] = [];
  for (const down of of(DOWN)) {
    const near = [...candidates(down.subjects)].flatMap((place) => {
      const other = left[place];
      const nearness = other === undefined ? 0 : nearnessOf(down, other);
      return other === undefined || nearness < ALIKE ? [] : [{ nearness, other }];
    });
    // More than are shown cannot all be taken by others.
    for (const { nearness, other } of near.toSorted((a, b) => b.nearness - a.nearness).slice(0, MOST_TRIED))
      for (const takenDown of down.cases.slice(0, MOST_TRIED))
        for (const one of other.cases.slice(0, MOST_TRIED)) pairs.push({ nearness, left: one, takenDown });
    await breathe();
  }
  const used = new Set<string>();
  return pairs
    .toSorted((one, other) => other.nearness - one.nearness)
    .filter(({ left: one, takenDown }) => {
      if (used.has(one.id) || used.has(takenDown.id)) return false;
      used.add(one.id).add(takenDown.id);
      return true;
    });
}
