// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { PlanContent, PlanStepName } from './contract.ts';
import type { PlanningTables } from './tables.ts';

// Plans, their versions and approvals; `calendar-store.ts` has what is read of contents beside them.

export type Plan = Selectable<PlanningTables['editorial_plan']>;
export type PlanVersion = Selectable<PlanningTables['editorial_plan_version']>;
export type PlanApprovalRow = Selectable<PlanningTables['editorial_plan_approval']>;
export type PlanStepRow = Selectable<PlanningTables['editorial_plan_step']>;
export type PlanChoice = Selectable<PlanningTables['editorial_plan_choice']>;
export type PlanReminder = Selectable<PlanningTables['editorial_plan_reminder']>;

const MOST_LISTED = 200;
const tables = (tx: Tx) => tx.withTables<PlanningTables>();

/** Approving and changing plans of one body, one after the other. */
export async function lockPlans(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`editorial plans ${body}`}, 0))`.execute(tx);
}

export async function insertPlan(tx: Tx, plan: Plan): Promise<void> {
  await tables(tx).insertInto('editorial_plan').values(plan).execute();
}

export async function updatePlan(
  tx: Tx,
  id: string,
  change: Updateable<PlanningTables['editorial_plan']>,
): Promise<void> {
  await tables(tx).updateTable('editorial_plan').set(change).where('id', '=', id).execute();
}

export const planById = (tx: Tx, id: string): Promise<Plan | undefined> =>
  tables(tx).selectFrom('editorial_plan').selectAll().where('id', '=', id).executeTakeFirst();

/** All but those given up, the latest period first. */
export const plansOf = (tx: Tx, body: string): Promise<Plan[]> =>
  tables(tx)
    .selectFrom('editorial_plan')
    .selectAll()
    .where('body', '=', body)
    .where('state', '!=', 'discarded')
    .orderBy('to_day', 'desc')
    .orderBy('id')
    .limit(MOST_LISTED)
    .execute();

/** In force or on their way to it, with days among these. */
export const plansWithin = (
  tx: Tx,
  body: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Plan[]> =>
  tables(tx)
    .selectFrom('editorial_plan')
    .selectAll()
    .where('body', '=', body)
    .where('state', 'in', ['draft', 'proposed', 'approved'])
    .where('to_day', '>=', from)
    .where('from_day', '<=', to)
    .orderBy('from_day')
    .orderBy('id')
    .execute();

/** Approved plans of the same kind for some of the same days: those that its own approval supersedes. */
export async function approvedAlongside(tx: Tx, { id, body, kind, from_day, to_day }: Plan): Promise<Plan[]> {
  const within = await plansWithin(tx, body, { from: from_day, to: to_day });
  return within.filter((other) => other.id !== id && other.kind === kind && other.state === 'approved');
}

export async function insertPlanVersion(
  tx: Tx,
  { content, ...version }: Omit<PlanVersion, 'content'> & { readonly content: PlanContent },
): Promise<void> {
  await tables(tx)
    .insertInto('editorial_plan_version')
    .values({ ...version, content: JSON.stringify(content) })
    .execute();
}

export const planVersionOf = (tx: Tx, plan: string, version: number): Promise<PlanVersion | undefined> =>
  tables(tx)
    .selectFrom('editorial_plan_version')
    .selectAll()
    .where('plan_id', '=', plan)
    .where('version', '=', version)
    .executeTakeFirst();

export async function planWritersOf(tx: Tx, plan: string): Promise<{ readonly id: string; readonly name: string }[]> {
  const rows = await tables(tx)
    .selectFrom('editorial_plan_version')
    .select(['written_by as id', 'written_by_name as name'])
    .where('plan_id', '=', plan)
    .orderBy('version')
    .execute();
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

export async function insertPlanStep(tx: Tx, step: PlanStepRow & { readonly step: PlanStepName }): Promise<void> {
  await tables(tx).insertInto('editorial_plan_step').values(step).execute();
}

export const planStepsOf = (tx: Tx, plan: string): Promise<PlanStepRow[]> =>
  tables(tx).selectFrom('editorial_plan_step').selectAll().where('plan_id', '=', plan).orderBy('id').execute();

export async function insertPlanApproval(
  tx: Tx,
  approval: Insertable<PlanningTables['editorial_plan_approval']>,
): Promise<void> {
  await tables(tx).insertInto('editorial_plan_approval').values(approval).execute();
}

/** The last one, also where it was voided. */
export const lastPlanApproval = (tx: Tx, plan: string): Promise<PlanApprovalRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_plan_approval')
    .selectAll()
    .where('plan_id', '=', plan)
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** False where none stood. */
export async function voidPlanApproval(
  tx: Tx,
  plan: string,
  { at, why }: { readonly at: Date; readonly why: string },
): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('editorial_plan_approval')
    .set({ voided_at: at, voided_why: why })
    .where('plan_id', '=', plan)
    .where('voided_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The plan whose standing version has the slot; superseded ones too, those in force first. */
export async function planOfSlot(tx: Tx, body: string, slot: string): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select plan.id from editorial_plan plan
      join editorial_plan_version v on v.plan_id = plan.id and v.version = plan.version
     where plan.body = ${body} and plan.state <> 'discarded'
       and v.content -> 'slots' @> ${JSON.stringify([{ id: slot }])}::jsonb
     order by (plan.state = 'superseded'), plan.id limit 1`.execute(tx);
  return rows[0];
}

export async function insertPlanChoice(tx: Tx, choice: PlanChoice): Promise<void> {
  await tables(tx).insertInto('editorial_plan_choice').values(choice).execute();
}

/** The last one; undefined: the body chose nothing. */
export const planChoiceOf = (tx: Tx, body: string): Promise<PlanChoice | undefined> =>
  tables(tx)
    .selectFrom('editorial_plan_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();

export const openReminder = (tx: Tx, body: string): Promise<PlanReminder | undefined> =>
  tables(tx)
    .selectFrom('editorial_plan_reminder')
    .selectAll()
    .where('body', '=', body)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

/** False where one is open already. */
export async function insertReminder(
  tx: Tx,
  reminder: Insertable<PlanningTables['editorial_plan_reminder']>,
): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('editorial_plan_reminder')
    .values(reminder)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function closeReminder(tx: Tx, body: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('editorial_plan_reminder')
    .set({ closed_at: at })
    .where('body', '=', body)
    .where('closed_at', 'is', null)
    .execute();
}
