// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';
import type { CaptionsView } from './contract.ts';

type CaptionsRow = Selectable<EditorialTables['editorial_captions']>;
export type CaptionsFacts = Omit<CaptionsRow, 'content'>;

const FACTS = ['id', 'body', 'digest', 'cues', 'seconds', 'uploaded_by', 'uploaded_by_name', 'at'] as const;
const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export const captionsView = ({ id, cues, seconds, digest }: CaptionsFacts): CaptionsView => ({
  ...{ id, cues, seconds, digest },
});

export async function insertCaptions(tx: Tx, captions: CaptionsRow): Promise<void> {
  await tables(tx).insertInto('editorial_captions').values(captions).execute();
}

export const captionsByDigest = (tx: Tx, body: string, digest: string): Promise<CaptionsFacts | undefined> =>
  tables(tx)
    .selectFrom('editorial_captions')
    .select(FACTS)
    .where('body', '=', body)
    .where('digest', '=', digest)
    .executeTakeFirst();

export const captionsById = (tx: Tx, id: string): Promise<CaptionsRow | undefined> =>
  tables(tx).selectFrom('editorial_captions').selectAll().where('id', '=', id).executeTakeFirst();

export async function captionsFacts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, CaptionsFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx).selectFrom('editorial_captions').select(FACTS).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** SHA-256 of the bytes as they are now, whatever was written down of them. */
export async function captionsDigestsNow(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('editorial_captions')
    .select(['id', sql<string>`encode(sha256(content), 'hex')`.as('digest')])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}
