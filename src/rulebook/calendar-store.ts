// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Selectable } from 'kysely';
import type { Tx } from '#platform';
import type { EndedUnderAct, RulebookTables } from './tables.ts';

// The days of a body: its patron saint's, and those of exceptional cover.

export type StoredPatronChoice = Selectable<RulebookTables['policy_patron_choice']>;
export type StoredCover = Selectable<RulebookTables['policy_cover']>;

const tables = (tx: Tx) => tx.withTables<RulebookTables>();

export async function insertPatronChoice(tx: Tx, choice: StoredPatronChoice): Promise<void> {
  const patron = choice.patron === null ? null : JSON.stringify(choice.patron);
  await tables(tx)
    .insertInto('policy_patron_choice')
    .values({ ...choice, patron: patron as string })
    .execute();
}

export async function patronChoicesOf(tx: Tx, body: string): Promise<StoredPatronChoice[]> {
  return tables(tx)
    .selectFrom('policy_patron_choice')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function insertCover(tx: Tx, cover: StoredCover): Promise<void> {
  await tables(tx)
    .insertInto('policy_cover')
    .values({ ...cover, cover: JSON.stringify(cover.cover) })
    .execute();
}

export async function coverById(tx: Tx, id: string): Promise<StoredCover | undefined> {
  return tables(tx).selectFrom('policy_cover').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function coversOf(tx: Tx, body: string): Promise<StoredCover[]> {
  return tables(tx)
    .selectFrom('policy_cover')
    .selectAll()
    .where('body', '=', body)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** False when it was already ended. */
export async function endCover(tx: Tx, id: string, ending: EndedUnderAct): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('policy_cover')
    .set(ending)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
