// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { PushTables } from './tables.ts';

export type PushCall = Selectable<PushTables['push_call']>;

const tables = (tx: Tx) => tx.withTables<PushTables>();

export async function insertCalls(tx: Tx, calls: readonly Insertable<PushTables['push_call']>[]): Promise<void> {
  if (calls.length > 0)
    await tables(tx)
      .insertInto('push_call')
      .values([...calls])
      .execute();
}

/** What it is about still waits for somebody: its alarm rings, or the police is not yet told of its concern. */
const WAITS = sql<boolean>`(
  exists (select from alarm_letter join alarm on alarm.id = alarm_letter.alarm_id
    where alarm_letter.id = push_call.letter_id and alarm.state = 'ringing')
  or exists (select from csam_concern join authority_report on authority_report.id = csam_concern.report_id
    where csam_concern.id = push_call.concern_id and csam_concern.state = 'open' and authority_report.state <> 'filed'))`;

/** What is promised to a device, not late, and nobody is sending; oldest first, locked. */
export async function lockPromised(
  tx: Tx,
  device: string,
  { now, late }: { readonly now: Date; readonly late: Date },
): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('push_call')
    .select('id')
    .where('device_id', '=', device)
    .where('state', '=', 'promised')
    .where('at', '>', late)
    .where((is) => is.or([is('held_until', 'is', null), is('held_until', '<=', now)]))
    .where(WAITS)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** What need not be said any more: nobody is waited for; `all`: nor is there a device to say it on. */
export async function stopUnneeded(
  tx: Tx,
  device: string,
  { at, all }: { readonly at: Date; readonly all: boolean },
): Promise<void> {
  await tables(tx)
    .updateTable('push_call')
    .set({ state: 'stopped', settled_at: at })
    .where('device_id', '=', device)
    .where('state', '=', 'promised')
    .where(sql<boolean>`(${all} or not ${WAITS})`)
    .execute();
}

/** A case that rings for a device, and where it is looked at. */
export interface RingingCase {
  readonly number: string;
  readonly case_id: string;
  /** Null: what may be child-abuse content, which has no page of its own. */
  readonly alarm_id: string | null;
}

/** Everything that a device was called for and still waits for somebody; the oldest first. */
export async function ringingFor(tx: Tx, device: string): Promise<RingingCase[]> {
  const { rows } = await sql<RingingCase>`
    select moderation_case.number, moderation_case.id as case_id, alarm.id as alarm_id
      from push_call
      left join alarm_letter on alarm_letter.id = push_call.letter_id
      left join alarm on alarm.id = alarm_letter.alarm_id
      left join csam_concern on csam_concern.id = push_call.concern_id
      join moderation_case on moderation_case.id = coalesce(alarm.case_id, csam_concern.case_id)
     where push_call.device_id = ${device} and push_call.state in ('promised', 'sent') and ${WAITS}
     group by moderation_case.id, alarm.id
     order by min(push_call.at), moderation_case.number`.execute(tx);
  return rows;
}

/** When something was last sent to a device because somebody was called. */
export async function lastSentTo(tx: Tx, device: string): Promise<Date | undefined> {
  const row = await tables(tx)
    .selectFrom('push_call')
    .select((column) => column.fn.max('settled_at').as('at'))
    .where('device_id', '=', device)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  return row?.at ?? undefined;
}

export async function holdCalls(tx: Tx, ids: readonly string[], until: Date): Promise<void> {
  await tables(tx)
    .updateTable('push_call')
    .set({ held_until: until })
    .where('id', 'in', [...ids])
    .where('state', '=', 'promised')
    .execute();
}

export async function settleCalls(
  tx: Tx,
  ids: readonly string[],
  { state, at }: { readonly state: Exclude<PushCall['state'], 'promised'>; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('push_call')
    .set({ state, settled_at: at })
    .where('id', 'in', [...ids])
    // Late, and then it was taken all the same.
    .where((is) => is.or([is('state', '=', 'promised'), is.and([is('state', '=', 'late'), is.val(state === 'sent')])]))
    .execute();
}

/** Whatever else is promised to a device that is gone. */
export async function settleAllOf(tx: Tx, device: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('push_call')
    .set({ state: 'gone', settled_at: at })
    .where('device_id', '=', device)
    .where('state', '=', 'promised')
    .execute();
}

/** Devices that something waited long enough for. */
export async function heldDevices(tx: Tx, body: string, now: Date): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('push_call')
    .select('device_id')
    .distinct()
    .where('body', '=', body)
    .where('state', '=', 'promised')
    .where('held_until', '<=', now)
    .where('device_id', 'is not', null)
    .execute();
  return rows.flatMap(({ device_id }) => device_id ?? []);
}

/** What was not taken in time, or lost its device. */
export async function giveUpLate(
  tx: Tx,
  body: string,
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('push_call')
    .set({ state: 'late', settled_at: at })
    .where('body', '=', body)
    .where('state', '=', 'promised')
    .where('at', '<=', since)
    .execute();
}

/** Of these letters those beside which a device's carrier took a notice. */
export async function lettersReached(tx: Tx, letters: readonly string[]): Promise<ReadonlySet<string>> {
  if (letters.length === 0) return new Set();
  const rows = await tables(tx)
    .selectFrom('push_call')
    .select('letter_id')
    .where('letter_id', 'in', [...letters])
    .where('state', '=', 'sent')
    .execute();
  return new Set(rows.flatMap(({ letter_id }) => letter_id ?? []));
}

/** What was sent beside the letters of an alarm, in order. */
export async function callsBeside(tx: Tx, letters: readonly string[]): Promise<PushCall[]> {
  if (letters.length === 0) return [];
  return tables(tx)
    .selectFrom('push_call')
    .selectAll()
    .where('letter_id', 'in', [...letters])
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** The cases that calls are about. */
export async function casesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct alarm.case_id as id
      from push_call join alarm_letter on alarm_letter.id = push_call.letter_id
      join alarm on alarm.id = alarm_letter.alarm_id
     where push_call.id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}
