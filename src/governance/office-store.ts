// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type JSONColumnType, type Selectable, sql, type Updateable } from 'kysely';
import type { Tx } from '#platform';
import type { OfficeKind, OfficeOpening } from './office-contract.ts';

export type OfficeTables = {
  office: {
    id: string;
    body: string;
    name: string;
    kind: OfficeKind;
    email: string | null;
    opening: JSONColumnType<OfficeOpening> | null;
    substitutes: string[];
    also_named: string[];
    at: Date;
    closed_at: Date | null;
  };
};

export type Office = Selectable<OfficeTables['office']>;

const tables = (tx: Tx) => tx.withTables<OfficeTables>();

export async function insertOffice(tx: Tx, office: Insertable<OfficeTables['office']>): Promise<void> {
  await tables(tx).insertInto('office').values(office).execute();
}

export async function updateOffice(tx: Tx, id: string, change: Updateable<OfficeTables['office']>): Promise<void> {
  await tables(tx).updateTable('office').set(change).where('id', '=', id).execute();
}

/** Those that are kept, by name. */
export const officesOf = (tx: Tx, body: string): Promise<Office[]> =>
  tables(tx)
    .selectFrom('office')
    .selectAll()
    .where('body', '=', body)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .execute();

/** Also one that was closed: what was sent to it still names it. */
export const officeById = (tx: Tx, id: string): Promise<Office | undefined> =>
  tables(tx).selectFrom('office').selectAll().where('id', '=', id).executeTakeFirst();

export async function lockOffices(tx: Tx, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`offices ${body}`}, 0))`.execute(tx);
}
