// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import { type Item, itemById } from '#inbox';
import type { Tx } from '#platform';
import type { MediaTables } from './tables.ts';

export type Asking = Selectable<MediaTables['media_asking']>;
export type Copy = Selectable<MediaTables['media_copy']>;
export type EvidenceMedia = Selectable<MediaTables['evidence_media']>;
/** Without the bytes. */
export type CopyFacts = Omit<Copy, 'sealed'>;

/** An item as its words are now. */
export interface Of {
  readonly id: string;
  readonly version: number;
}

const tables = (tx: Tx) => tx.withTables<MediaTables>();

const FACTS = [
  ...(['id', 'body', 'item_id', 'item_version', 'position', 'kind', 'state', 'subject'] as const),
  ...(['type', 'bytes', 'digest', 'sealed_alt', 'at'] as const),
] as const;

/** As it is now, and until the end of the transaction: nobody takes its words away meanwhile. */
export async function lockedItem(tx: Tx, id: string): Promise<Item | undefined> {
  await sql`select from item where id = ${id} for share`.execute(tx);
  return itemById(tx, id);
}

export async function askingOf(tx: Tx, { id, version }: Of): Promise<Asking | undefined> {
  return tables(tx)
    .selectFrom('media_asking')
    .selectAll()
    .where('item_id', '=', id)
    .where('item_version', '=', version)
    .executeTakeFirst();
}

export async function copiesOf(tx: Tx, { id, version }: Of): Promise<CopyFacts[]> {
  return tables(tx)
    .selectFrom('media_copy')
    .select(FACTS)
    .where('item_id', '=', id)
    .where('item_version', '=', version)
    .orderBy('position')
    .execute();
}

export async function copyById(tx: Tx, id: string): Promise<Copy | undefined> {
  return tables(tx).selectFrom('media_copy').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function saveAsking(tx: Tx, asking: Asking): Promise<void> {
  await tables(tx)
    .insertInto('media_asking')
    .values(asking)
    .onConflict((conflict) =>
      conflict.columns(['item_id', 'item_version']).doUpdateSet({ state: asking.state, at: asking.at }),
    )
    .execute();
}

/** What was copied stays as it was, whatever a later asking brings. */
export async function saveCopy(tx: Tx, copy: Copy): Promise<void> {
  const { id: _, item_id: __, ...rest } = copy;
  await tables(tx)
    .insertInto('media_copy')
    .values(copy)
    .onConflict((conflict) =>
      conflict
        .columns(['item_id', 'item_version', 'position'])
        .doUpdateSet({ ...rest, id: copy.id })
        .where('media_copy.state', '<>', 'copied'),
    )
    .execute();
}

/** What is copied of an item, of every version of its words, as evidence of a decision: sealed as it is. */
export async function keepAsEvidence(tx: Tx, decision: string, item: string): Promise<void> {
  await sql`
    insert into evidence_media (decision_id, media, body, nth, kind, type, bytes, digest, subject, sealed)
    select distinct on (digest) ${decision}::uuid, id, body, item_version * 100 + position, kind, type, bytes, digest, subject, sealed
      from media_copy where item_id = ${item} and state = 'copied'
     order by digest, item_version, position`.execute(tx);
}

export async function evidenceMediaOf(tx: Tx, decision: string): Promise<EvidenceMedia[]> {
  return tables(tx)
    .selectFrom('evidence_media')
    .selectAll()
    .where('decision_id', '=', decision)
    .orderBy('nth')
    .execute();
}

/** What is held of every version of an item's words, without the bytes. */
export async function allCopiesOf(tx: Tx, item: string): Promise<CopyFacts[]> {
  return tables(tx)
    .selectFrom('media_copy')
    .select(FACTS)
    .where('item_id', '=', item)
    .orderBy('item_version')
    .orderBy('position')
    .execute();
}
