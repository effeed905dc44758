// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { Client } from 'pg';
import type { Connection, Tx } from './database/database.ts';
import type { Log } from './log.ts';

const CHANNEL = 'portavoce_news';
const RECONNECT_MILLISECONDS = 500;

/** Small news for open screens, across processes: sent at commit, never stored. Screens refetch after a gap. */
export interface News {
  /** At most some hundred bytes: ids and words of ours, never a citizen's text. */
  tell(tx: Tx, body: string, news: object): Promise<void>;
  /** The same of many, in one statement. */
  tellAll(tx: Tx, body: string, news: readonly object[]): Promise<void>;
  /** Returns how to stop listening. `null` news: something may have been missed, look again. */
  listen(body: string, listener: (news: object | null) => void): () => void;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function newsOf(connection: Connection, log: Log): News {
  const listeners = new Map<string, Set<(news: object | null) => void>>();
  let client: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;

  const everyone = () => [...listeners.values()].flatMap((set) => [...set]);

  async function connect(): Promise<void> {
    const next = new Client({ ...connection, keepAlive: true });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => deliver(payload ?? '{}'));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    client = next;
  }

  function deliver(payload: string): void {
    const { body, news } = JSON.parse(payload) as { body: string; news: object };
    for (const listener of listeners.get(body) ?? []) listener(news);
  }

  function lost(which: Client): void {
    if (stopped || client !== which) return;
    client = undefined;
    reconnectLater();
  }

  function reconnectLater(): void {
    retry = setTimeout(async () => {
      try {
        await connect();
        for (const listener of everyone()) listener(null);
      } catch (error) {
        log.warn({ error: (error as Error).message }, 'news: the database did not answer');
        if (!stopped) reconnectLater();
      }
    }, RECONNECT_MILLISECONDS);
  }

  return {
    tell: async (tx, body, news) => {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ body, news })})`.execute(tx);
    },
    tellAll: async (tx, body, news) => {
      const payloads = news.map((one) => JSON.stringify({ body, news: one }));
      await sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx);
    },
    listen: (body, listener) => {
      const set = listeners.get(body) ?? new Set();
      listeners.set(body, set.add(listener));
      return () => set.delete(listener);
    },
    start: connect,
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
