// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Selectable, sql } from 'kysely';
import type { Tx } from '#platform';
import type { Case } from '../store.ts';
import type { Asked } from './asked.ts';
import type { ViewSearch } from './contract.ts';
import type { QueueTables } from './tables.ts';

export type StoredView = Selectable<QueueTables['queue_view']>;

const tables = (tx: Tx) => tx.withTables<QueueTables>();

/** So many cases after a place, in the queue's order, of the transaction's body. */
export async function queuePage(
  tx: Tx,
  asked: Asked,
  { after, limit }: { readonly after: object | undefined; readonly limit: number },
): Promise<Case[]> {
  const place = after === undefined ? null : JSON.stringify(after);
  const { rows } = await sql<Case>`
    select * from queue_page(${JSON.stringify(asked)}::jsonb, ${place}::jsonb, ${limit})`.execute(tx);
  return rows;
}

/** What a case can be found by, as it was judged last. */
export interface CaseTerms {
  readonly case_id: string;
  readonly body: string;
  readonly network: string;
  readonly kind: string;
  readonly author_id: string | null;
  readonly clauses: readonly string[];
  readonly categories: readonly string[];
  readonly text: string;
  readonly wordless: boolean;
}

/** What may not be found by its words once may never be again. */
export async function keepTerms(tx: Tx, rows: readonly CaseTerms[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into case_terms as known (case_id, body, terms, wordless)
      select case_id, body, case_terms(text, case_marks(body, network, kind, author_id, clauses, categories)), wordless
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh (case_id uuid, body text, network text,
          kind text, author_id uuid, clauses text[], categories text[], text text, wordless boolean)
    on conflict (case_id) do update set
      terms = case when known.wordless and not excluded.wordless then known.terms else excluded.terms end,
      wordless = known.wordless or excluded.wordless`.execute(tx);
}

/** How many cases there are of each kind: what was added up, and what changed since. */
export interface Counted {
  readonly network: string;
  readonly kind: string;
  readonly state: 'open' | 'decided';
  readonly priority: number;
  readonly must_look: boolean;
  readonly stuck: boolean;
  readonly cases: number;
}

/** In one statement: what is being added up meanwhile is seen either before or after, never twice. */
export async function countedOf(tx: Tx, body: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select network, kind, state, priority, must_look, stuck, sum(cases)::float8 as cases
      from (select network, kind, state, priority, must_look, stuck, cases from queue_count where body = ${body}
            union all
            select network, kind, state, priority, must_look, stuck, cases from queue_change where body = ${body}
           ) as all_of_them
     group by network, kind, state, priority, must_look, stuck having sum(cases) <> 0`.execute(tx);
  return rows;
}

/** Adds up what changed in the transaction's body. Returns how many changes there were. */
export async function foldChanges(tx: Tx): Promise<number> {
  const { rows } = await sql<{ folded: string }>`select fold_queue_changes() as folded`.execute(tx);
  return Number(rows[0]?.folded ?? 0);
}

/** A person's own and those shared with all, by name. */
export async function viewsFor(tx: Tx, body: string, person: string): Promise<StoredView[]> {
  return tables(tx)
    .selectFrom('queue_view')
    .selectAll()
    .where('body', '=', body)
    .where((is) => is.or([is('person', '=', person), is('shared', '=', true)]))
    .orderBy('shared', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function lockView(tx: Tx, id: string): Promise<StoredView | undefined> {
  return tables(tx).selectFrom('queue_view').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function putView(tx: Tx, view: Omit<StoredView, 'search'> & { readonly search: ViewSearch }) {
  const row = { ...view, search: JSON.stringify(view.search) };
  const { name, shared, search, at } = row;
  await tables(tx)
    .insertInto('queue_view')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, shared, search, at }))
    .execute();
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('queue_view').where('id', '=', id).execute();
}
