// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { EndedUnderAct, RulebookTables } from './tables.ts';

// What was adopted and what was recorded beside it; drafts have a store of their own.

export type StoredVersion = Selectable<RulebookTables['policy_version']>;
export type VersionFacts = Omit<StoredVersion, 'source'>;
export type Adopters = Selectable<RulebookTables['policy_adoption']>;
export type StoredAct = Selectable<RulebookTables['policy_act']>;
export type StoredHoursChoice = Selectable<RulebookTables['policy_hours_choice']>;

const tables = (tx: Tx) => tx.withTables<RulebookTables>();

/** Whoever adopts or records for a body waits here for the one before to be done. */
export async function lockRulebook(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rulebook ${body}`}, 0))`.execute(tx);
}

/**
 * Whoever judges holds what judges until the transaction ends: nothing is adopted or recorded in between that would judge
 * anew what is open, and miss what is not stored yet.
 */
export async function holdRulebook(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`rulebook ${body}`}, 0))`.execute(tx);
}

// A policy is a long text and the queue asks for the version of every item: the text is read only where it is needed.
const FACTS = [
  'body',
  'version',
  'title',
  'digest',
  'choices',
  'act',
  'act_date',
  'change_note',
  'adopted_at',
  'in_force_since',
] as const;

export async function versionInForce(tx: Tx, body: string, now: Date): Promise<VersionFacts | undefined> {
  return tables(tx)
    .selectFrom('policy_version')
    .select(FACTS)
    .where('body', '=', body)
    .where('in_force_since', '<=', now)
    .orderBy('in_force_since', 'desc')
    .orderBy('adopted_at', 'desc')
    .executeTakeFirst();
}

export async function versionOf(tx: Tx, body: string, version: string): Promise<StoredVersion | undefined> {
  return tables(tx)
    .selectFrom('policy_version')
    .selectAll()
    .where('body', '=', body)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The texts of these versions. */
export async function sourcesOf(
  tx: Tx,
  body: string,
  versions: readonly string[],
): Promise<Pick<StoredVersion, 'version' | 'digest' | 'source'>[]> {
  return tables(tx)
    .selectFrom('policy_version')
    .select(['version', 'digest', 'source'])
    .where('body', '=', body)
    .where('version', 'in', [...versions])
    .execute();
}

/** In the order in which they were, or will be, in force: the last one first. */
export async function versionsOf(tx: Tx, body: string): Promise<VersionFacts[]> {
  return tables(tx)
    .selectFrom('policy_version')
    .select(FACTS)
    .where('body', '=', body)
    .orderBy('in_force_since', 'desc')
    .orderBy('adopted_at', 'desc')
    .execute();
}

export async function hasVersions(tx: Tx, body: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('policy_version')
    .select('version')
    .where('body', '=', body)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertVersion(tx: Tx, version: StoredVersion): Promise<void> {
  await tables(tx)
    .insertInto('policy_version')
    .values({ ...version, choices: JSON.stringify(version.choices) })
    .execute();
}

export async function insertAdoption(tx: Tx, adoption: Adopters): Promise<void> {
  await tables(tx).insertInto('policy_adoption').values(adoption).execute();
}

export async function adoptionsOf(tx: Tx, body: string): Promise<Map<string, Adopters>> {
  const rows = await tables(tx).selectFrom('policy_adoption').selectAll().where('body', '=', body).execute();
  return new Map(rows.map((row) => [row.version, row]));
}

/** False when this version's coming into force was already told. */
export async function markInForce(tx: Tx, entry: { body: string; version: string; at: Date }): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('policy_entry_into_force')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function isMarkedInForce(tx: Tx, body: string, version: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('policy_entry_into_force')
    .select('at')
    .where('body', '=', body)
    .where('version', '=', version)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAct(tx: Tx, act: Insertable<RulebookTables['policy_act']>): Promise<void> {
  await tables(tx).insertInto('policy_act').values(act).execute();
}

export async function actById(tx: Tx, id: string): Promise<StoredAct | undefined> {
  return tables(tx).selectFrom('policy_act').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Ids of acts recorded together sort as they were written. */
export async function actsOf(tx: Tx, body: string): Promise<StoredAct[]> {
  return tables(tx).selectFrom('policy_act').selectAll().where('body', '=', body).orderBy('at').orderBy('id').execute();
}

/** False when it was already ended. */
export async function endAct(tx: Tx, id: string, ending: EndedUnderAct): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('policy_act')
    .set(ending)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function insertHoursChoice(tx: Tx, choice: StoredHoursChoice): Promise<void> {
  const hours = choice.hours === null ? null : JSON.stringify(choice.hours);
  await tables(tx)
    .insertInto('policy_hours_choice')
    .values({ ...choice, hours: hours as string })
    .execute();
}

export async function hoursChoicesOf(tx: Tx, body: string): Promise<StoredHoursChoice[]> {
  return tables(tx)
    .selectFrom('policy_hours_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
