// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { planTerms } from '#policy';
import { holdRulebook, inForce } from '#rulebook';
import { editorialError } from '../errors.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import type { PlanApproval, PlanDetail, PlanState } from './contract.ts';
import { planDigest } from './digest.ts';
import { type HeldPlan, holdPlan } from './save.ts';
import { notePlanStep } from './steps.ts';
import {
  approvedAlongside,
  insertPlanApproval,
  type Plan,
  planWritersOf,
  updatePlan,
  voidPlanApproval,
} from './store.ts';
import { planDetailOf } from './view.ts';

interface Turning extends OnDraft {
  /** The version that was read. */
  readonly version: number;
}

async function holdAsRead(tx: Tx, { body, id, version }: Turning, states: readonly PlanState[]): Promise<HeldPlan> {
  const held = await holdPlan(tx, body, id);
  if (held.plan.version !== version) throw editorialError('PLAN_NOT_AS_READ');
  if (!states.includes(held.plan.state)) throw editorialError('PLAN_NOT_OPEN');
  return held;
}

/** Hands the plan over to whoever approves. Throws PLAN_EMPTY. */
export async function proposePlan(ports: EditorialPorts, turning: Turning): Promise<PlanDetail> {
  const { body, actor, id } = turning;
  return ports.database.inBody(body, async (tx) => {
    const { plan, version } = await holdAsRead(tx, turning, ['draft']);
    const { slots, work } = version.content;
    if (slots.length + work.length === 0) throw editorialError('PLAN_EMPTY');
    const at = ports.clock.now();
    const change = { state: 'proposed' as const, proposed_by: actor.id, proposed_by_name: actor.name, updated_at: at };
    await updatePlan(tx, id, change);
    await notePlanStep(tx, { plan, step: 'proposed', actor, at, facts: { digest: version.digest } });
    return planDetailOf(ports, tx, { ...plan, ...change });
  });
}

/** Sends it back to be changed, with the reason; who approves does it. */
export async function returnPlan(
  ports: EditorialPorts,
  { reasons, ...turning }: Turning & { readonly reasons: string },
): Promise<PlanDetail> {
  const { body, actor, id } = turning;
  return ports.database.inBody(body, async (tx) => {
    const { plan } = await holdAsRead(tx, turning, ['proposed', 'approved']);
    const at = ports.clock.now();
    await voidPlanApproval(tx, id, { at, why: 'Rimandato a chi l’ha scritto.' });
    const change = { state: 'draft' as const, proposed_by: null, proposed_by_name: null, updated_at: at };
    await updatePlan(tx, id, change);
    await notePlanStep(tx, { plan, step: 'returned', actor, at, reasons });
    return planDetailOf(ports, tx, { ...plan, ...change });
  });
}

/** Gives a plan up. */
export async function discardPlan(
  ports: EditorialPorts,
  { reasons, ...turning }: Turning & { readonly reasons: string },
): Promise<PlanDetail> {
  const { body, actor, id } = turning;
  return ports.database.inBody(body, async (tx) => {
    const { plan } = await holdAsRead(tx, turning, ['draft', 'proposed']);
    const at = ports.clock.now();
    const change = { state: 'discarded' as const, proposed_by: null, proposed_by_name: null, updated_at: at };
    await updatePlan(tx, id, change);
    await notePlanStep(tx, { plan, step: 'discarded', actor, at, reasons });
    return planDetailOf(ports, tx, { ...plan, ...change });
  });
}

/**
 * Signs a proposed plan, to the letter, by somebody who neither wrote nor proposed it; approved plans of the same kind for the same
 * days are superseded. Throws PLAN_FOUR_EYES, PLAN_NOT_AS_READ.
 */
export async function approvePlan(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  approval: PlanApproval,
): Promise<PlanDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { plan, version } = await holdAsRead(tx, { body, actor, id, version: approval.version }, ['proposed']);
    if (isAuthor(plan, await planWritersOf(tx, id), actor)) throw editorialError('PLAN_FOUR_EYES');
    const digest = planDigest(version.content);
    if (digest !== version.digest || digest !== approval.digest) throw editorialError('PLAN_NOT_AS_READ');
    await holdRulebook(tx, body);
    const at = ports.clock.now();
    const { compiled, version: policyVersion } = await inForce(tx, body, at);
    await insertPlanApproval(tx, {
      ...{ id: newId(), body, plan_id: id, version: plan.version, digest, policy_version: policyVersion, at },
      ...{ approved_by: actor.id, approved_by_name: actor.name },
    });
    const others = await approvedAlongside(tx, plan);
    for (const other of others) await supersede(tx, other, { actor, at, by: plan.title });
    const change = { state: 'approved' as const, updated_at: at };
    await updatePlan(tx, id, change);
    await notePlanStep(tx, {
      ...{ plan, step: 'approved', actor, at, policyVersion },
      grounds: planTerms(compiled, plan.kind)?.clauses ?? [],
      facts: { digest, proposedBy: plan.proposed_by, supersedes: others.map((other) => other.id) },
    });
    return planDetailOf(ports, tx, { ...plan, ...change });
  });
}

interface Superseding {
  readonly actor: Actor;
  readonly at: Date;
  /** The title of the plan that takes its place. */
  readonly by: string;
}

async function supersede(tx: Tx, plan: Plan, { actor, at, by }: Superseding): Promise<void> {
  const reasons = `Lo sostituisce il piano «${by}».`;
  await voidPlanApproval(tx, plan.id, { at, why: reasons });
  await updatePlan(tx, plan.id, { state: 'superseded', updated_at: at });
  await notePlanStep(tx, { plan, step: 'superseded', actor, at, reasons });
}

/** Whoever began, wrote or proposed it. */
const isAuthor = (plan: Plan, writers: readonly { readonly id: string }[], { id: person }: Actor): boolean =>
  plan.created_by === person || plan.proposed_by === person || writers.some(({ id }) => id === person);
