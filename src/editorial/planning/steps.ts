// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { PlanStepName } from './contract.ts';
import { insertPlanStep, type Plan } from './store.ts';

const SUMMARIES: Readonly<Record<PlanStepName, string>> = {
  opened: 'Aperto un piano',
  proposed: 'Proposto un piano per l’approvazione',
  returned: 'Rimandato un piano a chi l’ha scritto, con il motivo',
  approved: 'Approvato un piano',
  voided: 'Caduta l’approvazione di un piano',
  superseded: 'Sostituito un piano con un altro',
  discarded: 'Lasciato cadere un piano',
};

export interface PlanStep {
  readonly plan: Pick<Plan, 'id' | 'body' | 'kind' | 'version'>;
  readonly step: PlanStepName;
  readonly actor: Actor;
  readonly at: Date;
  readonly reasons?: string;
  readonly grounds?: readonly string[];
  readonly policyVersion?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A step in the plan's own history and in the record, which takes fingerprints. */
export async function notePlanStep(tx: Tx, step: PlanStep): Promise<void> {
  const { plan, actor, at, reasons = null, grounds = [], policyVersion = null, facts = {} } = step;
  await insertPlanStep(tx, {
    ...{ id: newId(), body: plan.body, plan_id: plan.id, version: plan.version, step: step.step, reasons },
    ...{ person: actor.id, person_name: actor.name, at },
  });
  await record(tx, plan.body, at, {
    kind: `editorial.plan-${step.step}`,
    subject: plan.id,
    person: actor,
    grounds,
    policyVersion,
    summary: SUMMARIES[step.step],
    facts: { plan: plan.id, kind: plan.kind, version: plan.version, ...facts },
  });
}
