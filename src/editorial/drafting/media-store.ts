// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';

type MediaRow = Selectable<EditorialTables['editorial_media']>;

/** What is known of a file, without its bytes. */
export type MediaFacts = Omit<MediaRow, 'content'>;

const FACTS = [
  ...(['id', 'body', 'digest', 'kind', 'type', 'bytes'] as const),
  ...(['token', 'uploaded_by', 'uploaded_by_name', 'at'] as const),
] as const;

const tables = (tx: Tx) => tx.withTables<EditorialTables>();

export async function insertMedia(tx: Tx, media: MediaRow): Promise<void> {
  await tables(tx).insertInto('editorial_media').values(media).execute();
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

export const mediaById = (tx: Tx, id: string): Promise<MediaRow | undefined> =>
  tables(tx).selectFrom('editorial_media').selectAll().where('id', '=', id).executeTakeFirst();

/** Of a file that goes out: known to networks by its token alone. */
export const mediaByToken = (tx: Tx, body: string, token: string): Promise<MediaRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_media')
    .selectAll()
    .where('body', '=', body)
    .where('token', '=', token)
    .where((where) =>
      where.exists(
        where
          .selectFrom('editorial_version')
          .innerJoin('editorial_publication', (join) =>
            join
              .onRef('editorial_publication.draft_id', '=', 'editorial_version.draft_id')
              .onRef('editorial_publication.version', '=', 'editorial_version.version'),
          )
          .select('editorial_version.draft_id')
          .where('editorial_version.body', '=', body)
          .where(
            sql<boolean>`editorial_version.content -> 'media' @> jsonb_build_array(jsonb_build_object('media', editorial_media.id))`,
          ),
      ),
    )
    .executeTakeFirst();
