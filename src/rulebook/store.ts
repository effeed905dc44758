// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely';
import type { Tx } from '#platform';
import type { RulebookTables } from './tables.ts';

export type StoredVersion = Selectable<RulebookTables['policy_version']>;

const tables = (tx: Tx) => tx.withTables<RulebookTables>();

export async function versionInForce(tx: Tx, body: string, now: Date): Promise<StoredVersion | undefined> {
  return tables(tx)
    .selectFrom('policy_version')
    .selectAll()
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

export async function insertVersion(tx: Tx, version: StoredVersion): Promise<void> {
  await tables(tx)
    .insertInto('policy_version')
    .values({ ...version, choices: JSON.stringify(version.choices) })
    .execute();
}
