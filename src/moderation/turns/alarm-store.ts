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

/** Ids of those whose next call is due. */
export async function dueAlarms(tx: Tx, body: string, now: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('alarm')
    .select('id')
    .where('body', '=', body)
    .where('state', '=', 'ringing')
    .where('next_at', '<=', now)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Where its call is still due. One that somebody is just taking is left for the next time. */
export async function lockDueAlarm(tx: Tx, id: string, now: Date): Promise<Alarm | undefined> {
  return tables(tx)
    .selectFrom('alarm')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'ringing')
    .where('next_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
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

/** A letter whose alarm rings, with the number of its case. */
export type RingingLetter = Pick<AlarmLetter, 'id' | 'alarm_id'> & { readonly number: string };

type Addressed = Pick<AlarmLetter, 'body' | 'person'>;

/** What is promised to a person and nobody is sending, of what still rings; oldest first, locked. */
export async function lockPromisedTo(tx: Tx, { body, person }: Addressed, now: Date): Promise<RingingLetter[]> {
  return tables(tx)
    .selectFrom('alarm_letter')
    .innerJoin('alarm', 'alarm.id', 'alarm_letter.alarm_id')
    .innerJoin('moderation_case', 'moderation_case.id', 'alarm.case_id')
    .select(['alarm_letter.id', 'alarm_letter.alarm_id', 'moderation_case.number'])
    .where('alarm_letter.body', '=', body)
    .where('alarm_letter.person', '=', person)
    .where('alarm_letter.state', '=', 'promised')
    .where((is) => is.or([is('alarm_letter.held_until', 'is', null), is('alarm_letter.held_until', '<=', now)]))
    .where('alarm.state', '=', 'ringing')
    .orderBy('alarm_letter.id')
    .forUpdate('alarm_letter')
    .execute();
}

/** What need not be said to a person any more: it rings no longer; `all`: nor does the person belong to the desk. */
export async function stopUnneeded(
  tx: Tx,
  { body, person, all, at }: Addressed & { readonly all: boolean; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('alarm_letter')
    .set({ state: 'stopped', settled_at: at })
    .where('body', '=', body)
    .where('person', '=', person)
    .where('state', '=', 'promised')
    .where(sql<boolean>`(${all} or exists (select from alarm where alarm.id = alarm_id and alarm.state <> 'ringing'))`)
    .execute();
}

/** When a person was last written to about another alarm. */
export async function lastSentTo(
  tx: Tx,
  { body, person, alarm_id }: Addressed & Pick<AlarmLetter, 'alarm_id'>,
): Promise<Date | undefined> {
  const row = await tables(tx)
    .selectFrom('alarm_letter')
    .select('settled_at')
    .where('body', '=', body)
    .where('person', '=', person)
    .where('state', '=', 'sent')
    .where('alarm_id', '<>', alarm_id)
    .where('settled_at', 'is not', null)
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.settled_at ?? undefined;
}

export async function holdLetters(tx: Tx, ids: readonly string[], until: Date): Promise<void> {
  await tables(tx)
    .updateTable('alarm_letter')
    .set({ held_until: until })
    .where('id', 'in', [...ids])
    .execute();
}

/** Of each person one that waited long enough: it brings the others along. */
export async function heldLetters(tx: Tx, body: string, now: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('alarm_letter')
    .distinctOn('person')
    .select('id')
    .where('body', '=', body)
    .where('state', '=', 'promised')
    .where('held_until', '<=', now)
    .orderBy('person')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of those promised before then, about what still rings, to whom no device was reached either. */
export async function lateLetters(tx: Tx, body: string, before: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('alarm_letter')
    .innerJoin('alarm', 'alarm.id', 'alarm_letter.alarm_id')
    .select('alarm_letter.id')
    .where('alarm_letter.body', '=', body)
    .where('alarm_letter.state', '=', 'promised')
    .where('alarm_letter.at', '<=', before)
    .where('alarm.state', '=', 'ringing')
    .where(
      sql<boolean>`not exists (select from push_call
        where push_call.letter_id = alarm_letter.id and push_call.state = 'sent')`,
    )
    .orderBy('alarm_letter.id')
    .execute();
  return rows.map(({ id }) => id);
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
