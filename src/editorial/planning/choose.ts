// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { planTerms } from '#policy';
import { inForce } from '#rulebook';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { PlanChoiceRequest } from './contract.ts';
import { insertPlanChoice } from './store.ts';

/** How long a work plan may stand as it is and when a post is late, where the policy does not say: with the body's act. */
export async function choosePlanTerms(
  { database, clock }: EditorialPorts,
  { body, actor }: Acting,
  { workDays, lateMinutes, act }: PlanChoiceRequest,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    const at = clock.now();
    const { compiled, version: policyVersion } = await inForce(tx, body, at);
    const id = newId();
    await insertPlanChoice(tx, {
      ...{ id, body, work_days: workDays, late_minutes: lateMinutes, act },
      ...{ person: actor.id, person_name: actor.name, at },
    });
    await record(tx, body, at, {
      kind: 'editorial.plan-chosen',
      subject: id,
      person: actor,
      grounds: planTerms(compiled, 'work')?.clauses ?? [],
      policyVersion,
      summary: 'Scelti i termini dei piani dove la policy tace',
      facts: { workDays, lateMinutes, act },
    });
  });
}
