// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Item } from './store.ts';

/** How far before and after an item other texts are looked at. */
const HOURS = 24;
const MOST_OF_AUTHOR = 40;
const MOST_UNDER_POST = 80;
/** What is pasted is compared by its beginning. */
const LONGEST = 4000;

/** A text that came from outside, and whose and where it is. */
export interface BesideText {
  readonly id: string;
  readonly author_id: string | null;
  readonly account_id: string;
  readonly post_external_id: string | null;
  readonly written_at: Date;
  readonly text: string;
}

interface Span {
  first: Date;
  last: Date;
}

/** By key, between which moments. */
function spansBy(items: readonly Item[], keyOf: (item: Item) => string | null): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const span = spans.get(key) ?? { first: item.written_at, last: item.written_at };
    if (item.written_at < span.first) span.first = item.written_at;
    if (item.written_at > span.last) span.last = item.written_at;
    spans.set(key, span);
  }
  return spans;
}

/**
 * What the authors of some items wrote a day around them, and what was written under their posts the day before: the latest of
 * each, in the order in which they were written, the items themselves among them. One query, however many items.
 */
export async function textsBeside(tx: Tx, items: readonly Item[]): Promise<BesideText[]> {
  const authors = spansBy(items, ({ author_id }) => author_id);
  const posts = spansBy(items, ({ account_id, post_external_id }) =>
    post_external_id === null ? null : JSON.stringify([account_id, post_external_id]),
  );
  if (authors.size === 0 && posts.size === 0) return [];
  const places = [...posts.keys()].map((key) => JSON.parse(key) as [string, string]);
  const window = sql`interval '1 hour' * ${HOURS}`;
  const wanted = sql`o.id, o.author_id, o.account_id, o.post_external_id, o.written_at, o.version`;
  const { rows } = await sql<BesideText>`
    with near as (
      select o.*
        from unnest(${[...authors.keys()]}::uuid[], ${[...authors.values()].map(({ first }) => first)}::timestamptz[],
                    ${[...authors.values()].map(({ last }) => last)}::timestamptz[]) as a (author, first, last)
       cross join lateral (
         select ${wanted} from item o
          where o.author_id = a.author and not o.own
            and o.written_at between a.first - ${window} and a.last + ${window}
          order by o.written_at desc limit ${MOST_OF_AUTHOR}) o
      union
      select o.*
        from unnest(${places.map(([account]) => account)}::uuid[], ${places.map(([, post]) => post)}::text[],
                    ${[...posts.values()].map(({ first }) => first)}::timestamptz[],
                    ${[...posts.values()].map(({ last }) => last)}::timestamptz[]) as p (account, post, first, last)
       cross join lateral (
         select ${wanted} from item o
          where o.account_id = p.account and o.post_external_id = p.post and not o.own
            and o.written_at between p.first - ${window} and p.last
          order by o.written_at desc limit ${MOST_UNDER_POST}) o
    )
    select near.id, near.author_id, near.account_id, near.post_external_id, near.written_at,
           left(item_version.text, ${LONGEST}) as text
      from near
      join item_version on item_version.item_id = near.id and item_version.version = near.version
     where item_version.purged_at is null
     order by near.written_at, near.id`.execute(tx);
  return rows;
}
