// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';
import type { MediaView } from './contract.ts';

type MediaRow = Selectable<EditorialTables['editorial_media']>;

/** What is known of a file, without its bytes. */
export type MediaFacts = Omit<MediaRow, 'content'>;

const FACTS = [
  ...(['id', 'body', 'digest', 'kind', 'type', 'bytes', 'width', 'height', 'frames', 'seconds'] as const),
  ...(['carries', 'made_of', 'first_of', 'marks', 'uploaded_by', 'uploaded_by_name', 'at'] as const),
] as const;

const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export const mediaView = (file: MediaFacts): MediaView => {
  const { id, kind, type, bytes, digest, width, height, frames, seconds, carries, made_of: madeOf } = file;
  return { id, kind, type, bytes, digest, width, height, frames, seconds, carries, madeOf };
};

export async function insertMedia(tx: Tx, media: Insertable<EditorialTables['editorial_media']>): Promise<MediaFacts> {
  return tables(tx).insertInto('editorial_media').values(media).returning(FACTS).executeTakeFirstOrThrow();
}

/** Of the same bytes; undefined where they were never brought. */
export const mediaByDigest = (tx: Tx, body: string, digest: string): Promise<MediaFacts | undefined> =>
  tables(tx)
    .selectFrom('editorial_media')
    .select(FACTS)
    .where('body', '=', body)
    .where('digest', '=', digest)
    .orderBy('id')
    .executeTakeFirst();

export async function mediaFacts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MediaFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx).selectFrom('editorial_media').select(FACTS).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const mediaById = (tx: Tx, id: string): Promise<MediaRow | undefined> =>
  tables(tx).selectFrom('editorial_media').selectAll().where('id', '=', id).executeTakeFirst();

/** SHA-256 of the bytes as they are now, whatever was written down of them. */
export async function mediaDigestsNow(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('editorial_media')
    .select(['id', sql<string>`encode(sha256(content), 'hex')`.as('digest')])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** By the tables' owner: files brought before a moment that no content uses, with what was made of them. */
export async function forgetUnused(tx: Tx, before: Date) {
  const { rows } = await sql<{ kind: 'file' | 'captions'; id: string; digest: string }>`
    select kind, id, digest from forget_unused_media(${before})`.execute(tx);
  return rows;
}
