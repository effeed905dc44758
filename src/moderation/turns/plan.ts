// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { EMPTY_PLAN, type TurnPlan } from './contract.ts';
import { latestPlan } from './store.ts';

export interface PlanInForce {
  /** 0: never set. */
  readonly revision: number;
  readonly plan: TurnPlan;
  readonly set: { readonly by: string; readonly at: Date } | null;
}

export async function planIn(tx: Tx, body: string): Promise<PlanInForce> {
  const stored = await latestPlan(tx, body);
  if (stored === undefined) return { revision: 0, plan: EMPTY_PLAN, set: null };
  return { revision: stored.revision, plan: stored.plan, set: { by: stored.person_name, at: stored.at } };
}
