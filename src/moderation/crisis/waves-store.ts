// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { NetworkName, Signal } from '#policy';

const MOST_READ = 2000;
const MOST_THREADS = 20;

/** An open case with its words, as far as they may be kept. */
export interface WrittenCase {
  readonly id: string;
  readonly network: string;
  readonly proposal: string;
  readonly excerpt: string;
  readonly written_at: Date;
  readonly author_id: string | null;
  readonly account_id: string;
  readonly post_external_id: string | null;
  readonly post_text: string | null;
  readonly text: string;
  readonly signals: readonly Signal[];
}

const words = sql`
  select c.id, c.network, c.proposal, c.excerpt, c.written_at, i.author_id, i.account_id, i.post_external_id, i.post_text,
         v.text, j.signals
    from moderation_case c
    join item i on i.id = c.item_id
    join item_version v on v.item_id = i.id and v.version = i.version and v.purged_at is null
    join lateral (select signals from judgement where case_id = c.id order by item_version desc, at desc limit 1) j on true`;

/** Public ones of open cases written since then, the oldest first; of very many the latest. */
export async function openWritings(tx: Tx, body: string, since: Date): Promise<WrittenCase[]> {
  const { rows } = await sql<WrittenCase>`
    ${words}
   where c.body = ${body} and c.state = 'open' and c.kind <> 'message' and c.written_at >= ${since}
   order by c.written_at desc, c.id desc limit ${MOST_READ}`.execute(tx);
  return rows.toReversed();
}

/** The words of what was answered since then. */
export async function answeredWritings(tx: Tx, body: string, since: Date): Promise<WrittenCase[]> {
  const { rows } = await sql<WrittenCase>`
    ${words}
   where c.body = ${body} and c.state = 'decided' and c.decision = 'reply' and c.decided_at >= ${since}
   order by c.decided_at desc limit ${MOST_READ}`.execute(tx);
  return rows;
}

export interface OpenThread {
  readonly account_id: string;
  readonly post_external_id: string;
  readonly network: NetworkName;
  readonly post_text: string | null;
  readonly open: string;
}

/** Posts under which most waits. */
export async function busyThreads(tx: Tx, body: string): Promise<OpenThread[]> {
  const { rows } = await sql<OpenThread>`
    select i.account_id, i.post_external_id, i.network, max(i.post_text) as post_text, count(*) as open
      from moderation_case c join item i on i.id = c.item_id
     where c.body = ${body} and c.state = 'open' and i.post_external_id is not null
       and c.kind in ('comment', 'reply')
     group by 1, 2, 3 order by count(*) desc limit ${MOST_THREADS}`.execute(tx);
  return rows;
}
