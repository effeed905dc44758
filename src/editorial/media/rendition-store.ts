// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { EditorialTables } from '../tables.ts';

type RenditionRow = Selectable<EditorialTables['editorial_rendition']>;

/** What is known of a rendition, without its bytes. */
export type RenditionFacts = Omit<RenditionRow, 'content'>;

const FACTS = [
  ...(['id', 'body', 'media_id', 'recipe', 'digest', 'type'] as const),
  ...(['width', 'height', 'bytes', 'token', 'at'] as const),
] as const;

const tables = (tx: Tx) => tx.withTables<EditorialTables>();

/** Made by two at once, the first one stays. */
export async function insertRendition(tx: Tx, rendition: RenditionRow): Promise<void> {
  await tables(tx)
    .insertInto('editorial_rendition')
    .values(rendition)
    .onConflict((conflict) => conflict.columns(['media_id', 'recipe']).doNothing())
    .execute();
}

export async function renditionsOf(tx: Tx, media: readonly string[]): Promise<readonly RenditionFacts[]> {
  if (media.length === 0) return [];
  return tables(tx).selectFrom('editorial_rendition').select(FACTS).where('media_id', 'in', media).execute();
}

export const renditionById = (tx: Tx, id: string): Promise<RenditionRow | undefined> =>
  tables(tx).selectFrom('editorial_rendition').selectAll().where('id', '=', id).executeTakeFirst();

/** SHA-256 of the bytes as they are now, whatever was written down of them. */
export async function renditionDigestsNow(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom('editorial_rendition')
    .select(['id', sql<string>`encode(sha256(content), 'hex')`.as('digest')])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** What a version would show, account by account. */
export async function insertShown(
  tx: Tx,
  shown: readonly Selectable<EditorialTables['editorial_shown']>[],
): Promise<void> {
  if (shown.length === 0) return;
  await tables(tx)
    .insertInto('editorial_shown')
    .values(shown)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Known to networks by its token alone, and only where a version that shows it was published. */
export const publishedRendition = (tx: Tx, body: string, token: string): Promise<RenditionRow | undefined> =>
  tables(tx)
    .selectFrom('editorial_rendition')
    .selectAll()
    .where('body', '=', body)
    .where('token', '=', token)
    .where((where) =>
      where.exists(
        where
          .selectFrom('editorial_shown')
          .innerJoin('editorial_publication', (join) =>
            join
              .onRef('editorial_publication.draft_id', '=', 'editorial_shown.draft_id')
              .onRef('editorial_publication.version', '=', 'editorial_shown.version'),
          )
          .select('editorial_shown.draft_id')
          .whereRef('editorial_shown.rendition_id', '=', 'editorial_rendition.id'),
      ),
    )
    .executeTakeFirst();
