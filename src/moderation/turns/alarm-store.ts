// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { Case } from '../store.ts';
import type { ModerationTables } from '../tables.ts';
import type { TurnsTables } from './tables.ts';

export type Alarm = Selectable<TurnsTables['alarm']>;
export type AlarmLetter = Selectable<TurnsTables['alarm_letter']>;
export type AlarmCall = Selectable<TurnsTables['alarm_call']>;

const tables = (tx: Tx) => tx.withTables<TurnsTables & ModerationTables>();

/** From here up a case is looked at for what cannot wait. */
const HIGH_PRIORITY = 1;

/**
 * Open cases whose present state nobody looked at for its gravity, locked in the order of all cases. One that is being decided
 * is left for the next time.
 */
export async function lockUnwatched(tx: Tx, body: string, limit: number): Promise<Case[]> {
  return tables(tx)
    .selectFrom('moderation_case')
    .selectAll()
    .where('body', '=', body)
    .where('state', '=', 'open')
    .where('priority', '<=', HIGH_PRIORITY)
    .where(
      sql<boolean>`not exists (select from alarm_watch
        where alarm_watch.case_id = moderation_case.id and alarm_watch.revision >= moderation_case.revision)`,
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function watched(tx: Tx, rows: readonly Pick<Case, 'id' | 'body' | 'revision'>[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto('alarm_watch')
    .values(rows.map(({ id, body, revision }) => ({ case_id: id, body, revision })))
    .onConflict((conflict) =>
      conflict.column('case_id').doUpdateSet((excluded) => ({ revision: excluded.ref('excluded.revision') })),
    )
    .execute();
}

/** Whether an alarm rang, or rings, for these words or later ones. */
export async function wasRaised(tx: Tx, caseId: string, itemVersion: number): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('alarm')
    .select('id')
    .where('case_id', '=', caseId)
    .where((where) => where.or([where('item_version', '>=', itemVersion), where('state', '<>', 'ended')]))
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAlarm(tx: Tx, alarm: Insertable<TurnsTables['alarm']>): Promise<void> {
  await tables(tx).insertInto('alarm').values(alarm).execute();
}

export async function changeAlarm(tx: Tx, id: string, change: Updateable<TurnsTables['alarm']>): Promise<void> {
  await tables(tx).updateTable('alarm').set(change).where('id', '=', id).execute();
}

export async function alarmById(tx: Tx, id: string): Promise<Alarm | undefined> {
  return tables(tx).selectFrom('alarm').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Its case must be locked before. */
export async function lockAlarm(tx: Tx, id: string): Promise<Alarm | undefined> {
  return tables(tx).selectFrom('alarm').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The one that rings for a case or was taken. Its case must be locked before. */
export async function lockLiveAlarm(tx: Tx, caseId: string): Promise<Alarm | undefined> {
  return tables(tx)
    .selectFrom('alarm')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '<>', 'ended')
    .forUpdate()
    .executeTakeFirst();
}

export async function liveAlarmOf(tx: Tx, caseId: string): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('alarm')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '<>', 'ended')
    .executeTakeFirst();
  return row?.id;
}

/** Whose next call is due. One that somebody is just taking is left for the next time. */
export async function lockDueAlarms(tx: Tx, body: string, now: Date): Promise<Alarm[]> {
  return tables(tx)
    .selectFrom('alarm')
    .selectAll()
    .where('body', '=', body)
    .where('state', '=', 'ringing')
    .where('next_at', '<=', now)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Those that ring first, then those that were taken; the oldest first. */
export async function liveAlarms(tx: Tx, body: string): Promise<(Alarm & { number: string })[]> {
  return tables(tx)
    .selectFrom('alarm')
    .innerJoin('moderation_case', 'moderation_case.id', 'alarm.case_id')
    .selectAll('alarm')
    .select('moderation_case.number')
    .where('alarm.body', '=', body)
    .where('alarm.state', '<>', 'ended')
    .orderBy('alarm.state')
    .orderBy('alarm.raised_at')
    .execute();
}

export async function insertLetter(tx: Tx, letter: Insertable<TurnsTables['alarm_letter']>): Promise<void> {
  await tables(tx).insertInto('alarm_letter').values(letter).execute();
}

export async function letterById(tx: Tx, id: string): Promise<AlarmLetter | undefined> {
  return tables(tx).selectFrom('alarm_letter').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function settleLetter(
  tx: Tx,
  id: string,
  { state, at }: { readonly state: AlarmLetter['state']; readonly at: Date },
): Promise<void> {
  await tables(tx).updateTable('alarm_letter').set({ state, settled_at: at }).where('id', '=', id).execute();
}

export async function lettersOf(tx: Tx, alarms: readonly string[]): Promise<AlarmLetter[]> {
  if (alarms.length === 0) return [];
  return tables(tx)
    .selectFrom('alarm_letter')
    .selectAll()
    .where('alarm_id', 'in', [...alarms])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** False where this call was recorded already. */
export async function insertCall(tx: Tx, call: AlarmCall): Promise<boolean> {
  const stored = await tables(tx)
    .insertInto('alarm_call')
    .values(call)
    .onConflict((conflict) => conflict.columns(['body', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

export async function callsOf(tx: Tx, alarm: string): Promise<AlarmCall[]> {
  return tables(tx).selectFrom('alarm_call').selectAll().where('alarm_id', '=', alarm).orderBy('at').execute();
}
