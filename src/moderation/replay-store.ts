// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Signal } from '#policy';
import type { Case } from './store.ts';
import type { ModerationTables } from './tables.ts';

const tables = (tx: Tx) => tx.withTables<ModerationTables>();

/** Which cases are looked at again: those of items written since then. */
interface Window {
  readonly body: string;
  readonly since: Date;
}

/** A case with what triage last noticed in its item. */
export type JudgedCase = Pick<
  Case,
  'id' | 'number' | 'item_id' | 'network' | 'kind' | 'author_name' | 'excerpt' | 'written_at' | 'has_media'
> & { readonly item_version: number; readonly signals: readonly Signal[] };

/**
 * The cases before a place, the latest first; none is before `undefined`. Ids sort by when the case was opened, so what
 * comes meanwhile is never among them.
 */
export async function judgedPage(
  tx: Tx,
  { body, since }: Window,
  { before, limit }: { readonly before: string | undefined; readonly limit: number },
): Promise<JudgedCase[]> {
  return (
    tables(tx)
      // The page first: however the rows are found, judgements are looked up for these alone.
      .selectFrom((of) => {
        const all = of
          .selectFrom('moderation_case')
          .select(['id', 'number', 'item_id', 'network', 'kind', 'author_name', 'excerpt', 'written_at', 'has_media'])
          .where('body', '=', body)
          .where('written_at', '>=', since);
        const rest = before === undefined ? all : all.where('id', '<', before);
        return rest.orderBy('id', 'desc').limit(limit).as('page');
      })
      .innerJoinLateral(
        (of) =>
          of
            .selectFrom('judgement')
            .select(['item_version', 'signals'])
            .whereRef('case_id', '=', 'page.id')
            .orderBy('item_version', 'desc')
            .orderBy('at', 'desc')
            .limit(1)
            .as('judged'),
        (join) => join.onTrue(),
      )
      .selectAll(['page', 'judged'])
      .orderBy('page.id', 'desc')
      .execute()
  );
}

export async function judgedCount(tx: Tx, { body, since }: Window): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom('moderation_case')
    .select(sql<string>`count(*)`.as('count'))
    .where('body', '=', body)
    .where('written_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
