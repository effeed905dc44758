// SPDX-License-Identifier: AGPL-3.0-or-later
import { Client } from 'pg';
import type { Connection } from '#platform';

export interface Queued {
  readonly account: string;
  readonly externalId: string;
  readonly body: string;
  readonly number: number;
  /** When the desk stored it. */
  readonly receivedAt: number;
  /** When its case was in the queue for others to see; undefined: it never was announced. */
  readonly queuedAt: number | undefined;
}

/** The queue as its database tells, each case from the moment it is committed. */
export interface QueueWatch {
  count(): Promise<number>;
  all(): Promise<readonly Queued[]>;
  close(): Promise<void>;
}

/** Screens hear of a case by the same notice, which PostgreSQL sends at the commit that made it. */
export async function watchQueue(owner: Connection): Promise<QueueWatch> {
  const client = new Client({ ...owner });
  const seen = new Map<string, number>();
  client.on('notification', ({ payload = '{}' }) => {
    const { news } = JSON.parse(payload) as { news?: { id?: string; change?: string } };
    if (news?.change === 'received' && news.id !== undefined) seen.set(news.id, Date.now());
  });
  await client.connect();
  await client.query('listen portavoce_news');
  return {
    count: async () => {
      const { rows } = await client.query<{ cases: number }>('select count(*)::integer as cases from moderation_case');
      return rows[0]?.cases ?? 0;
    },
    all: async () => {
      const { rows } = await client.query<{
        id: string;
        account_id: string;
        external_id: string;
        body: string;
        number: string;
        received_at: Date;
      }>(
        `select moderation_case.id, account_id, external_id, moderation_case.body, number, item.received_at
           from moderation_case join item on item.id = item_id`,
      );
      return rows.map((row) => ({
        ...{ account: row.account_id, externalId: row.external_id, body: row.body, number: Number(row.number) },
        ...{ receivedAt: row.received_at.getTime(), queuedAt: seen.get(row.id) },
      }));
    },
    close: () => client.end(),
  };
}
