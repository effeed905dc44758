// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type CaseDetail, CaseNews } from '#moderation/contract';
import { reportConnection } from '../client/connection.ts';
import { useExpiry } from '../governance/expiry.ts';
import { caseQuery, countersQuery, firstCases, newsAddress, queueQuery } from './cases.ts';
import { belongs, filterKey, type QueueFilter } from './filter.ts';
import { isListed, isWithin, updateRow } from './list.ts';
import { heard, heardNothing } from './turns/heard.ts';

/** The browser takes the thread up again by itself: only a longer silence is worth a word. */
const PATIENCE_MS = 6000;

/** After an answer that ends the thread for good, such as a proxy's while the server starts again. */
const REOPEN_MS = 4000;
/** How far back to look when the server says that it may have missed something. */
const AGAIN_MS = 60_000;

export interface News {
  /** How many interventions arrived since the reader last looked at the top of the queue. */
  readonly arrived: number;
  /** Cases that came into the list in sight from elsewhere: undone, edited, decided or stuck. */
  readonly entered: ReadonlySet<string>;
  readonly seen: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Listens to the body's news: arrivals are counted, known cases are brought up to date where they stand. */
export function useNews(body: string, filter: QueueFilter): News {
  const queries = useQueryClient();
  const [arrived, setArrived] = useState(NONE);
  const [entered, setEntered] = useState(NONE);
  const inSight = useRef(filter);
  inSight.current = filter;
  const silentSince = useRef<number | null>(null);
  const signedIn = useExpiry() === 'no';
  const { state } = filter;
  const list = `${body} ${state} ${filterKey(filter)}`;
  // Another list is fetched afresh, and has all that came meanwhile.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is not read, its change is what counts
  useEffect(() => {
    setEntered(NONE);
    if (state === 'open') setArrived(NONE);
  }, [list]);
  useEffect(() => {
    if (!signedIn) {
      silentSince.current ??= Date.now();
      return;
    }
    const since = silentSince.current;
    silentSince.current = null;
    return listen(queries, body, {
      silentSince: since,
      inSight: () => inSight.current,
      onArrival: (id) => setArrived((ids) => new Set(ids).add(id)),
      onEntry: (id) => setEntered((ids) => new Set(ids).add(id)),
    });
  }, [queries, body, signedIn]);
  const seen = () => {
    setArrived(NONE);
    setEntered(NONE);
  };
  return { arrived: arrived.size, entered, seen };
}

interface Listener {
  /** When the listening broke off before; null: never. Milliseconds. */
  readonly silentSince: number | null;
  readonly inSight: () => QueueFilter;
  readonly onArrival: (id: string) => void;
  readonly onEntry: (id: string) => void;
}

function listen(queries: QueryClient, body: string, listener: Listener): () => void {
  let source = new EventSource(newsAddress(body));
  const inTurn = turns();
  let interruptedAt = listener.silentSince;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const takeUp = () => {
    source.addEventListener('open', () => {
      clearTimeout(alarm);
      reportConnection(true);
      // What happened while nobody listened is not told again.
      if (interruptedAt !== null) void catchUp(queries, body, { since: interruptedAt, onArrival: listener.onArrival });
      interruptedAt = null;
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) {
        reopening = setTimeout(reopen, REOPEN_MS);
        // The thread does not say why it was refused; a question does, if the session is over.
        void queries.invalidateQueries({ queryKey: countersQuery(body).queryKey });
      }
      if (interruptedAt !== null) return;
      interruptedAt = Date.now();
      alarm = setTimeout(() => reportConnection(false), PATIENCE_MS);
    });
    // The server may have missed something itself.
    source.addEventListener('again', () => {
      const since = Date.now() - AGAIN_MS;
      void catchUp(queries, body, { since, onArrival: listener.onArrival });
    });
    source.addEventListener('case', (event) => {
      const told = parseJson(event.data);
      heard(queries, body, told);
      const news = CaseNews.safeParse(told);
      if (news.success) void inTurn(news.data.id, () => take(queries, body, { news: news.data, listener }));
    });
  };
  const reopen = () => {
    source = new EventSource(newsAddress(body));
    takeUp();
  };
  takeUp();
  return () => {
    clearTimeout(alarm);
    clearTimeout(reopening);
    source.close();
  };
}

/**
 * One news of a case after the other: asking for the case again gives up the answer under way, and with it whatever an
 * earlier news was about to make of it.
 */
function turns(): (id: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return async (id, work) => {
    const mine = (last.get(id) ?? Promise.resolve()).then(work);
    last.set(id, mine);
    await mine;
    if (last.get(id) === mine) last.delete(id);
  };
}

async function take(
  queries: QueryClient,
  body: string,
  { news, listener }: { readonly news: CaseNews; readonly listener: Listener },
): Promise<void> {
  void queries.invalidateQueries({ queryKey: countersQuery(body).queryKey });
  if (news.change === 'received') return listener.onArrival(news.id);
  const filter = listener.inSight();
  const listed = isListed(queries.getQueryData(queueQuery(body, filter).queryKey), news.id);
  const mayEnter = !listed && ENTERING[filter.state].includes(news.change);
  const known = queries.getQueryData(caseQuery(body, news.id).queryKey) !== undefined;
  if (!listed && !known && !mayEnter) return;
  const detail = await fetchCase(queries, body, news.id);
  if (detail === undefined || updateRow(queries, body, detail) || !mayEnter) return;
  const pages = queries.getQueryData(queueQuery(body, filter).queryKey);
  // What lies beyond the end of the open queue was there all the time.
  const isNew = filter.state !== 'open' || (pages !== undefined && isWithin(pages, detail));
  if (isNew && belongs(detail, filter)) listener.onEntry(detail.id);
}

/** Which changes can bring a case into each list. */
const ENTERING: Readonly<Record<QueueFilter['state'], readonly CaseNews['change'][]>> = {
  open: ['changed'],
  decided: ['decided'],
  stuck: ['decided', 'enforced'],
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function fetchCase(queries: QueryClient, body: string, id: string): Promise<CaseDetail | undefined> {
  const query = caseQuery(body, id);
  // An answer under way was given before this news: taken for the fresh one, it would hide what just happened.
  await queries.cancelQueries({ queryKey: query.queryKey, exact: true });
  return queries.fetchQuery({ ...query, staleTime: 0 }).catch(() => undefined);
}

interface Missed {
  /** When the thread broke; milliseconds. */
  readonly since: number;
  readonly onArrival: (id: string) => void;
}

/** Asks again for what may have been missed: open pages, counters, and the top of the queue, whose new cases count. */
async function catchUp(queries: QueryClient, body: string, { since, onArrival }: Missed): Promise<void> {
  heardNothing(queries, body);
  void queries.invalidateQueries({ queryKey: ['cases', body, 'case'] });
  void queries.invalidateQueries({ queryKey: countersQuery(body).queryKey });
  const top = await firstCases(body).catch(() => undefined);
  for (const item of top?.items ?? []) {
    if (!updateRow(queries, body, item) && Date.parse(item.receivedAt) > since) onArrival(item.id);
  }
}
