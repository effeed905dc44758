// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import type { Tx } from '#platform';
import {
  type CompiledPolicy,
  type PlanFollowed,
  planFollowed,
  planTerms,
  type ThemesAsked,
  themesAsked,
} from '#policy';
import type { DraftContent } from '../drafting/contract.ts';
import { isOutAlready } from './calendar-store.ts';
import type { PlanOfContent, PlanSlot, PlanState } from './contract.ts';
import { momentInRome } from './days.ts';
import { isApproved } from './stands.ts';
import { planById, planOfSlot, planVersionOf } from './store.ts';

/** The slot that a content is tied to, in its plan as it stands. */
export interface FoundSlot {
  readonly slot: PlanSlot;
  readonly at: Date;
  readonly plan: { readonly id: string; readonly title: string; readonly state: PlanState };
  /** Somebody's name stands under the plan as it is now. */
  readonly approved: boolean;
}

/** Where a content stands among the plans. */
export interface PlanReading {
  readonly followed: PlanFollowed | null;
  /** Null: tied to none, or to one that no plan has any more. */
  readonly slot: FoundSlot | null;
  /** The clause by which times are decided week by week; null: none says so. */
  readonly weekly: string | null;
  readonly themes: readonly ThemesAsked[];
  /** It is out, and its place was settled then: copies and corrections do not ask again. */
  readonly settled: boolean;
}

interface Asked {
  readonly body: string;
  readonly content: DraftContent;
  readonly digest: string;
  readonly policy: CompiledPolicy;
  readonly networks: readonly NetworkName[];
}

export async function planReading(tx: Tx, { body, content, digest, policy, networks }: Asked): Promise<PlanReading> {
  return {
    followed: planFollowed(policy),
    slot: content.slot === null ? null : await foundSlot(tx, body, content.slot),
    weekly: planTerms(policy, 'editorial')?.every.find(({ every }) => every === 'weekly')?.clause ?? null,
    themes: themesAsked(policy, networks),
    settled: await isOutAlready(tx, body, digest),
  };
}

async function foundSlot(tx: Tx, body: string, id: string): Promise<FoundSlot | null> {
  const found = await planOfSlot(tx, body, id);
  const plan = found && (await planById(tx, found.id));
  const version = plan && (await planVersionOf(tx, plan.id, plan.version));
  const slot = version?.content.slots.find((one) => one.id === id);
  const at = slot && momentInRome(slot.day, slot.time);
  if (plan === undefined || version === undefined || slot === undefined || at === undefined) return null;
  const { title, state } = plan;
  return { slot, at, plan: { id: plan.id, title, state }, approved: await isApproved(tx, plan, version) };
}

export const planOfContent = ({ followed, slot, themes }: PlanReading): PlanOfContent => ({
  followed: followed && {
    ...{ approval: followed.approval.clause, following: followed.following.clause, by: followed.approval.by },
  },
  slot: slot && {
    ...{ id: slot.slot.id, title: slot.slot.title, at: slot.at.toISOString() },
    ...{ plan: slot.plan.id, planTitle: slot.plan.title, approved: slot.approved },
  },
  themes: themes.map(({ clause, themes: all }) => ({ clause, themes: [...all] })),
});
