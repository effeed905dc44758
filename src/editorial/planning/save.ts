// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts, OnDraft } from '../ports.ts';
import type { PlanContent, PlanDetail, PlanSaving } from './contract.ts';
import { momentInRome } from './days.ts';
import { planDigest } from './digest.ts';
import { notePlanStep } from './steps.ts';
import {
  closeReminder,
  insertPlan,
  insertPlanVersion,
  lockPlans,
  type Plan,
  type PlanVersion,
  planById,
  planVersionOf,
  updatePlan,
  voidPlanApproval,
} from './store.ts';
import { planDetailOf } from './view.ts';

export interface HeldPlan {
  readonly plan: Plan;
  readonly version: PlanVersion;
}

/** The plan with the version that stands, and no other hand on the body's plans. Throws PLAN_NOT_FOUND. */
export async function holdPlan(tx: Tx, body: string, id: string): Promise<HeldPlan> {
  await lockPlans(tx, body);
  const plan = await planById(tx, id);
  const version = plan && (await planVersionOf(tx, id, plan.version));
  if (plan === undefined || version === undefined) throw editorialError('PLAN_NOT_FOUND');
  return { plan, version };
}

/** Begins a plan. Throws PLAN_TIME_SKIPPED. */
export async function openPlan(
  ports: EditorialPorts,
  { body, actor }: Acting,
  content: PlanContent,
): Promise<PlanDetail> {
  refuseSkippedTimes(content);
  return ports.database.inBody(body, async (tx) => {
    await lockPlans(tx, body);
    const at = ports.clock.now();
    const plan: Plan = {
      ...{ id: newId(), body, kind: content.kind, title: content.title, from_day: content.from, to_day: content.to },
      ...{ state: 'draft', version: 1, created_by: actor.id, created_by_name: actor.name },
      ...{ created_at: at, updated_at: at, proposed_by: null, proposed_by_name: null },
    };
    await insertPlan(tx, plan);
    await writePlan(tx, { plan, content, actor, at });
    await notePlanStep(tx, { plan, step: 'opened', actor, at, facts: { digest: planDigest(content) } });
    return planDetailOf(ports, tx, plan);
  });
}

/**
 * Saves a plan on top of the version that was read. An approval that stood falls with the first change, whatever it is. Throws
 * PLAN_MOVED_ON, PLAN_CLOSED, PLAN_KIND_FIXED, PLAN_TIME_SKIPPED.
 */
export async function savePlan(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  { version: read, content }: PlanSaving,
): Promise<PlanDetail> {
  refuseSkippedTimes(content);
  return ports.database.inBody(body, async (tx) => {
    const { plan, version } = await holdPlan(tx, body, id);
    if (plan.state === 'superseded' || plan.state === 'discarded') throw editorialError('PLAN_CLOSED');
    if (plan.kind !== content.kind) throw editorialError('PLAN_KIND_FIXED');
    // Sent again because its answer was lost: it is there already.
    if (planDigest(content) === version.digest) return planDetailOf(ports, tx, plan);
    if (plan.version !== read) throw editorialError('PLAN_MOVED_ON', `l’ha salvato ${version.written_by_name}`);
    const at = ports.clock.now();
    const change = {
      ...{ state: 'draft' as const, title: content.title, from_day: content.from, to_day: content.to },
      ...{ version: plan.version + 1, updated_at: at, proposed_by: null, proposed_by_name: null },
    };
    const next = { ...plan, ...change };
    await writePlan(tx, { plan: next, content, actor, at });
    const why = 'Il piano è cambiato dopo l’approvazione.';
    if (await voidPlanApproval(tx, id, { at, why }))
      await notePlanStep(tx, { plan: next, step: 'voided', actor, at, reasons: why });
    await updatePlan(tx, id, change);
    return planDetailOf(ports, tx, next);
  });
}

interface Writing {
  readonly plan: Plan;
  readonly content: PlanContent;
  readonly actor: Actor;
  readonly at: Date;
}

/** A work plan that is written is kept up to date: nobody has to be reminded any more. */
async function writePlan(tx: Tx, { plan, content, actor, at }: Writing): Promise<void> {
  await insertPlanVersion(tx, {
    ...{ plan_id: plan.id, body: plan.body, version: plan.version, content, digest: planDigest(content) },
    ...{ written_by: actor.id, written_by_name: actor.name, at },
  });
  if (plan.kind === 'work') await closeReminder(tx, plan.body, at);
}

function refuseSkippedTimes({ slots }: PlanContent): void {
  const skipped = slots.find(({ day, time }) => momentInRome(day, time) === undefined);
  if (skipped !== undefined)
    throw editorialError('PLAN_TIME_SKIPPED', `${skipped.title}: ${skipped.day} ${skipped.time}`);
}
