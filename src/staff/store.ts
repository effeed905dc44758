// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable, Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { StaffTables } from './tables.ts';

export type ConductReport = Selectable<StaffTables['conduct_report']>;

const tables = (tx: Tx) => tx.withTables<StaffTables>();

export async function insertConductReport(tx: Tx, report: ConductReport): Promise<void> {
  await tables(tx).insertInto('conduct_report').values(report).execute();
}

export async function lockConductReport(tx: Tx, id: string): Promise<ConductReport | undefined> {
  return tables(tx).selectFrom('conduct_report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function changeConductReport(
  tx: Tx,
  id: string,
  change: Updateable<StaffTables['conduct_report']>,
): Promise<void> {
  await tables(tx).updateTable('conduct_report').set(change).where('id', '=', id).execute();
}

/** Latest first. */
export async function conductReportsOf(tx: Tx, body: string): Promise<ConductReport[]> {
  return tables(tx)
    .selectFrom('conduct_report')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}
