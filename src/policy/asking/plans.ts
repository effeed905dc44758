// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PlanNode } from '../blocks/plan.ts';
import type { CompiledPolicy } from '../compiled.ts';
import type { NetworkName } from '../facts.ts';
import { known } from '../missing.ts';
import { saidOf } from '../said.ts';
import { covers } from '../values/networks.ts';

/** The editorial plan with its calendar, or the work plan of those who carry it out. */
export type PlanKind = 'editorial' | 'work';

type Cadence = Exclude<PlanNode['every'], undefined | { readonly kind: 'missing' }>;

/** What the policy says of a plan, clause by clause in the order of the file. */
export interface PlanTerms {
  readonly clauses: readonly string[];
  /** In the policy's own words; null: it does not say. */
  readonly preparedBy: string | null;
  /** Null: no clause asks for an approval; `by` null: it does not say whose. */
  readonly approval: { readonly by: string | null; readonly clause: string } | null;
  /** How often it is made again, where a clause says so. */
  readonly every: readonly { readonly every: Cadence; readonly clause: string }[];
  readonly themes: readonly string[];
}

/** Null: the policy does not speak of such a plan. */
export function planTerms(policy: CompiledPolicy, kind: PlanKind): PlanTerms | null {
  const said = saidOf(policy, 'plan').filter(
    ({ clause, what }) => !clause.dormant && (what.of === 'work') === (kind === 'work'),
  );
  if (said.length === 0) return null;
  const approved = said.find(({ what }) => what.approvedBy !== undefined);
  return {
    clauses: [...new Set(said.map(({ clause }) => clause.id))],
    preparedBy: said.map(({ what }) => known(what.preparedBy)).find((by) => by !== undefined) ?? null,
    approval: approved ? { by: known(approved.what.approvedBy) ?? null, clause: approved.clause.id } : null,
    every: said.flatMap(({ clause, what }) => {
      const every = known(what.every);
      return every === undefined ? [] : [{ every, clause: clause.id }];
    }),
    themes: [...new Set(said.flatMap(({ what }) => known(what.themes) ?? []))],
  };
}

/** What contents owe to a plan that somebody approves. */
export interface PlanFollowed {
  /** By which the plan has to be approved. */
  readonly approval: { readonly by: string | null; readonly clause: string };
  /** By which contents follow it, and who makes them; that of the approval where no clause says it apart. */
  readonly following: { readonly by: string | null; readonly clause: string };
}

const FOLLOWS = /\bsecondo il piano\b/i;

/** Null: no plan is approved, so that contents need no place in one. */
export function planFollowed(policy: CompiledPolicy): PlanFollowed | null {
  const approval = planTerms(policy, 'editorial')?.approval ?? null;
  if (approval === null) return null;
  const said = saidOf(policy, 'mandate').find(
    ({ clause, what }) => !clause.dormant && (known(what.tasks) ?? []).some((task) => FOLLOWS.test(task)),
  );
  const following = said ? { by: known(said.what.who) ?? null, clause: said.clause.id } : { ...approval, by: null };
  return { approval, following };
}

/** Themes of which a content has to have one. */
export interface ThemesAsked {
  readonly clause: string;
  readonly outcome: 'block' | 'justify' | 'advise';
  readonly themes: readonly string[];
}

export const asksTheme = (asks: readonly string[]): boolean => asks.includes('il tema');

export function themesAsked(policy: CompiledPolicy, networks: readonly NetworkName[]): readonly ThemesAsked[] {
  return saidOf(policy, 'content').flatMap(({ clause, what }) => {
    const concerns = networks.some((network) => covers(what.channels, network));
    if (clause.dormant || !concerns || what.force !== 'must' || !asksTheme(known(what.asks) ?? [])) return [];
    return [{ clause: clause.id, outcome: what.outcome ?? 'advise', themes: known(what.what) ?? [] }];
  });
}

const NAMED_CLAUSE = /\(([A-Z][A-Z0-9]*-\d{3})\)/;

/** The kinds of content that a theme makes of a draft, where its words name the clause that speaks of them. */
export function kindsOfTheme(policy: CompiledPolicy, theme: string): readonly string[] {
  const named = NAMED_CLAUSE.exec(theme)?.[1];
  return saidOf(policy, 'content').flatMap(({ clause, what }) => (clause.id === named ? (known(what.what) ?? []) : []));
}

/** What is looked over so that nothing outdated stays on the pages, and by which clause; null: no clause asks for it. */
export interface KeptFresh {
  readonly clause: string;
  readonly what: readonly string[];
  /** Null: it does not say how often. */
  readonly every: string | null;
}

const OUTDATED = /\bsuperat[aei]\b/i;

export function pagesKeptFresh(policy: CompiledPolicy): KeptFresh | null {
  const said = saidOf(policy, 'measure').find(
    ({ clause, what }) => !clause.dormant && what.what.some((words) => OUTDATED.test(words)),
  );
  return said ? { clause: said.clause.id, what: said.what.what, every: known(said.what.every) ?? null } : null;
}
