// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type CompiledPolicy, type PlanKind, planTerms } from '#policy';
import { inForce } from '#rulebook';
import { editorialError } from '../errors.ts';
import type { EditorialPorts } from '../ports.ts';
import type { PlanDetail, PlanList, PlanSummary, PlanTermsView } from './contract.ts';
import { isSigned } from './stands.ts';
import {
  approvedAlongside,
  lastPlanApproval,
  openReminder,
  type Plan,
  planById,
  planChoiceOf,
  planStepsOf,
  plansOf,
  planVersionOf,
  planWritersOf,
} from './store.ts';

const summaryOf = (plan: Plan): PlanSummary => ({
  ...{ id: plan.id, kind: plan.kind, title: plan.title, from: plan.from_day, to: plan.to_day },
  ...{ state: plan.state, version: plan.version, updatedAt: plan.updated_at.toISOString() },
  author: { id: plan.created_by, name: plan.created_by_name },
});

function termsOf(policy: CompiledPolicy, kind: PlanKind): PlanTermsView | null {
  const terms = planTerms(policy, kind);
  if (terms === null) return null;
  const { clauses, preparedBy, approval, every, themes } = terms;
  return { clauses: [...clauses], preparedBy, approval, every: [...every], themes: [...themes] };
}

/** Every plan with what the policy says of plans, and what the body chose. */
export const planList = ({ database, clock }: EditorialPorts, body: string): Promise<PlanList> =>
  database.inBody(body, async (tx) => {
    const { compiled: policy, version: policyVersion } = await inForce(tx, body, clock.now());
    const choice = await planChoiceOf(tx, body);
    const reminder = await openReminder(tx, body);
    return {
      items: (await plansOf(tx, body)).map(summaryOf),
      terms: { editorial: termsOf(policy, 'editorial'), work: termsOf(policy, 'work') },
      policyVersion,
      choice:
        choice === undefined
          ? null
          : {
              ...{ workDays: choice.work_days, lateMinutes: choice.late_minutes, act: choice.act },
              ...{ person: choice.person_name, at: choice.at.toISOString() },
            },
      reminder: reminder === undefined ? null : { since: reminder.since_day, plan: reminder.plan_id },
    };
  });

/** Throws PLAN_NOT_FOUND. */
export const planDetail = (ports: EditorialPorts, body: string, id: string): Promise<PlanDetail> =>
  ports.database.inBody(body, async (tx) => {
    const plan = await planById(tx, id);
    if (plan === undefined) throw editorialError('PLAN_NOT_FOUND');
    return planDetailOf(ports, tx, plan);
  });

export async function planDetailOf({ clock }: EditorialPorts, tx: Tx, plan: Plan): Promise<PlanDetail> {
  const version = await planVersionOf(tx, plan.id, plan.version);
  if (version === undefined) throw editorialError('PLAN_NOT_FOUND');
  const { compiled: policy, version: policyVersion } = await inForce(tx, plan.body, clock.now());
  const approval = await lastPlanApproval(tx, plan.id);
  const isOpen = plan.state === 'draft' || plan.state === 'proposed';
  return {
    ...summaryOf(plan),
    ...{ content: version.content, digest: version.digest, policyVersion },
    terms: termsOf(policy, plan.kind),
    approval:
      approval === undefined
        ? null
        : {
            ...{ version: approval.version, digest: approval.digest, at: approval.at.toISOString() },
            person: { id: approval.approved_by, name: approval.approved_by_name },
            void:
              approval.voided_why ??
              (isSigned(plan, version, approval) ? null : 'Il piano non è più quello che è stato approvato.'),
          },
    supersedes: isOpen ? (await approvedAlongside(tx, plan)).map(({ id, title }) => ({ id, title })) : [],
    writers: await planWritersOf(tx, plan.id),
    steps: (await planStepsOf(tx, plan.id)).map(({ step, version: of, reasons, person, person_name: name, at }) => ({
      ...{ step, version: of, reasons, person: { id: person, name }, at: at.toISOString() },
    })),
  };
}
