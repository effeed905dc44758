// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LadderNode, Measure, Rung } from './blocks/ladder.ts';
import type { CompiledPolicy, PolicyClause, Said } from './compiled.ts';
import { known } from './missing.ts';
import { inMinutes } from './values/duration.ts';

const MINUTES_A_DAY = 1440;

/** What a body recorded where its policy gives no number. */
export interface LadderChoices {
  /** How many breaches make a repetition: from two on. */
  readonly threshold?: number;
  /** Over how many days breaches are counted. */
  readonly windowDays?: number;
}

/** A number of the ladder: from a clause, from what the body recorded (`clause` is then the silent one), or missing. */
export interface Figure {
  readonly value: number | undefined;
  readonly clause?: PolicyClause;
  readonly chosen: boolean;
}

/** What binds a ban, under the clauses that are awake. */
export interface LadderTerms {
  /** Absent: the policy asks for no repetition. */
  readonly threshold?: Figure;
  /** Absent: the policy asks for no repetition, so nothing is counted over a time. */
  readonly windowDays?: Figure;
  readonly warning: { readonly rule: 'due' | 'if-possible' | 'none'; readonly clause?: PolicyClause };
  /** After how many days a ban is looked at again, where the policy says so. */
  readonly reviewDays?: { readonly value: number; readonly clause: PolicyClause };
}

/** «Più volte» without a number is never once. */
export const FEWEST_REPEATED = 2;

type Term = Said<LadderNode>;

const speaking = <Field extends keyof LadderNode>(terms: readonly Term[], field: Field): Term | undefined =>
  terms.find(({ what }) => known(what[field]) !== undefined) ?? terms.find(({ what }) => what[field] !== undefined);

/** The terms of the ladder as the policy and the body's choices give them. A chosen threshold under two counts as none. */
export function ladderTerms(policy: CompiledPolicy, choices: LadderChoices = {}): LadderTerms {
  const terms = policy.ladder.terms.filter(({ clause }) => clause.audience === 'external' && !clause.dormant);
  const repeated = speaking(terms, 'threshold');
  const warned = speaking(terms, 'warning');
  const reviewed = speaking(terms, 'review');
  const days = reviewed && daysOf(reviewed.what.review);
  return {
    ...(repeated && { threshold: thresholdOf(repeated, choices), windowDays: windowOf(terms, repeated, choices) }),
    warning: { rule: known(warned?.what.warning) ?? 'none', ...(warned && { clause: warned.clause }) },
    ...(reviewed && days !== undefined && { reviewDays: { value: days, clause: reviewed.clause } }),
  };
}

function thresholdOf({ clause, what }: Term, { threshold }: LadderChoices): Figure {
  const given = known(what.threshold);
  if (given !== undefined) return { value: given, clause, chosen: false };
  const value = threshold !== undefined && threshold >= FEWEST_REPEATED ? threshold : undefined;
  return { value, clause, chosen: value !== undefined };
}

function windowOf(terms: readonly Term[], repeated: Term, { windowDays }: LadderChoices): Figure {
  const said = speaking(terms, 'window');
  const given = said && daysOf(said.what.window);
  if (said !== undefined && given !== undefined) return { value: given, clause: said.clause, chosen: false };
  return { value: windowDays, clause: (said ?? repeated).clause, chosen: windowDays !== undefined };
}

/** Whole days, never fewer than one. */
function daysOf(written: LadderNode['window']): number | undefined {
  const given = known(written);
  return given === undefined ? undefined : Math.max(1, Math.round(inMinutes(given) / MINUTES_A_DAY));
}

/** The rungs that concern who writes from outside, those in force first: each measure once, with every clause that says it. */
export function rungsOf(policy: CompiledPolicy): readonly (Rung & { readonly clauses: readonly PolicyClause[] })[] {
  const external = policy.ladder.rungs
    .filter(({ clause }) => clause.audience === 'external')
    .toSorted((left, right) => Number(left.clause.dormant) - Number(right.clause.dormant));
  const byMeasure = Map.groupBy(external, ({ what }) => what.measure);
  return [...byMeasure.values()].flatMap((said) => {
    const strict = said.find(({ what, clause }) => what.force === 'must' && !clause.dormant) ?? said[0];
    return strict === undefined ? [] : [{ ...strict.what, clauses: said.map(({ clause }) => clause) }];
  });
}

/** The clause in force that orders a measure («si deve»), if one does. */
export const dutyTo = (policy: CompiledPolicy, measure: Measure): PolicyClause | undefined =>
  policy.ladder.rungs.find(
    ({ clause, what }) =>
      what.measure === measure && what.force === 'must' && clause.audience === 'external' && !clause.dormant,
  )?.clause;
