// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CaseNews } from '#moderation/contract';
import { reportConnection } from '../client/connection.ts';
import { caseQuery, countersQuery, firstCases, newsAddress } from './cases.ts';
import { rowsOf, updateRow } from './list.ts';

/** The browser takes the thread up again by itself: only a longer silence is worth a word. */
const PATIENCE_MS = 6000;

export interface News {
  /** How many interventions arrived since the reader last looked at the top of the queue. */
  readonly arrivals: number;
  readonly seen: () => void;
}

/** Listens to the body's news: arrivals are counted, known cases are brought up to date where they stand. */
export function useNews(body: string): News {
  const queries = useQueryClient();
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setArrived(new Set());
    return listen(queries, body, (id) => setArrived((ids) => new Set(ids).add(id)));
  }, [queries, body]);
  return { arrivals: arrived.size, seen: () => setArrived(new Set()) };
}

function listen(queries: QueryClient, body: string, onArrival: (id: string) => void): () => void {
  const source = new EventSource(newsAddress(body));
  let interruptedAt: number | null = null;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener('open', () => {
    clearTimeout(alarm);
    reportConnection(true);
    // What happened while nobody listened is not told again.
    if (interruptedAt !== null) void catchUp(queries, body, { since: interruptedAt, onArrival });
    interruptedAt = null;
  });
  source.addEventListener('error', () => {
    if (interruptedAt !== null) return;
    interruptedAt = Date.now();
    alarm = setTimeout(() => reportConnection(false), PATIENCE_MS);
  });
  source.addEventListener('case', (event) => {
    const news = CaseNews.safeParse(parseJson(event.data));
    if (!news.success) return;
    void queries.invalidateQueries({ queryKey: countersQuery(body).queryKey });
    if (news.data.change === 'received') onArrival(news.data.id);
    else void refreshCase(queries, body, news.data.id);
  });
  return () => {
    clearTimeout(alarm);
    source.close();
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function refreshCase(queries: QueryClient, body: string, id: string): Promise<void> {
  const listed = queries
    .getQueriesData<Parameters<typeof rowsOf>[0]>({ queryKey: ['cases', body, 'queue'] })
    .some(([, pages]) => rowsOf(pages).some((row) => row.id === id));
  const query = caseQuery(body, id);
  if (!listed && queries.getQueryData(query.queryKey) === undefined) return;
  // An answer under way was given before this news: taken for the fresh one, it would hide what just happened.
  await queries.cancelQueries({ queryKey: query.queryKey, exact: true });
  const detail = await queries.fetchQuery({ ...query, staleTime: 0 }).catch(() => undefined);
  if (detail !== undefined) updateRow(queries, body, detail);
}

interface Missed {
  /** When the thread broke; milliseconds. */
  readonly since: number;
  readonly onArrival: (id: string) => void;
}

/** Asks again for what may have been missed: open pages, counters, and the top of the queue, whose new cases count. */
async function catchUp(queries: QueryClient, body: string, { since, onArrival }: Missed): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['cases', body, 'case'] });
  void queries.invalidateQueries({ queryKey: countersQuery(body).queryKey });
  const top = await firstCases(body).catch(() => undefined);
  for (const item of top?.items ?? []) {
    if (!updateRow(queries, body, item) && Date.parse(item.receivedAt) > since) onArrival(item.id);
  }
}
