// SPDX-License-Identifier: AGPL-3.0-or-later
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CaseDetail } from '#moderation/contract';
import { Refusal } from '../client/request.ts';
import { useMandate } from '../governance/session.ts';
import { it } from '../it.ts';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { caseQuery, queueQuery } from './cases.ts';
import { DecisionPane } from './decision-pane.tsx';
import { filterOf } from './filter.ts';
import { Item } from './item.tsx';
import { isNearEnd, type Neighbours, neighbours, rowsOf } from './list.ts';
import { type Listed, nextToDecide } from './next-case.ts';
import { useShortcut } from './shortcuts.ts';

const words = it.moderation.item;

export function CasePage() {
  const { body, id } = useParams({ from: '/banco/$body/moderazione/pratiche/$id' });
  const search = useSearch({ from: '/banco/$body/moderazione' });
  const navigate = useNavigate();
  const mandate = useMandate(body);
  const detail = useQuery(caseQuery(body, id));
  const filter = filterOf(search);
  const isOpenQueue = filter.state === 'open';
  const queue = useInfiniteQuery(queueQuery(body, filter));
  const rows = rowsOf(queue.data);
  const around = neighbours(rows, id, isOpenQueue && queue.hasNextPage);
  const open = (target: string) => navigate({ to: '/banco/$body/pratiche/$id', params: { body, id: target }, search });
  const shown = detail.data;
  const readOnly = mandate?.role === 'auditor';
  useTitle(shown === undefined ? it.nav.queue : titleOf(shown), mandate?.bodyName ?? body);
  usePrefetch(body, around);
  useAhead(queue, isNearEnd(rows, id) || (isOpenQueue && around.nextOpen === undefined));
  useShortcut('j', () => around.next && void open(around.next.id));
  useShortcut('k', () => around.previous && void open(around.previous.id));
  if (shown === undefined) {
    return (
      <section className="pane item" aria-label={words.text}>
        <h1 className="visually-hidden">{words.text}</h1>
        {detail.isError && isNowhere(detail.error) ? (
          <Empty icon="it-help-circle" title={words.nowhere} detail={words.nowhereDetail}>
            <Link to="/banco/$body" params={{ body }} search={search} className="btn btn-outline-primary">
              {words.backToQueue}
            </Link>
          </Empty>
        ) : detail.isError ? (
          <Fault title={words.failed} error={detail.error} onRetry={() => void detail.refetch()} />
        ) : (
          <Skeleton lines={9} />
        )}
      </section>
    );
  }
  return (
    <>
      <Item key={id} body={body} detail={shown} around={around} search={search} readOnly={readOnly} />
      <DecisionPane
        key={`decision-${id}`}
        body={body}
        detail={shown}
        readOnly={readOnly}
        // In the other lists what is decided follows what is decided, without an end worth looking for.
        next={async () => (isOpenQueue ? nextToDecide(queue, id) : { id: around.nextOpen?.id, last: false })}
        onOpen={open}
      />
    </>
  );
}

/** The address leads to no case of this body, or is not even one. */
const isNowhere = (error: Error): boolean =>
  error instanceof Refusal && (error.problem.status === 404 || error.problem.status === 422);

const titleOf = ({ number, author }: CaseDetail): string =>
  author === null ? words.number(number) : `${words.number(number)}, ${author}`;

/** The next page is there before the reader is at the end of this one. */
function useAhead(queue: Listed, near: boolean): void {
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = queue;
  useEffect(() => {
    if (near && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage({ cancelRefetch: false });
  }, [near, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
}

/** The next case is fetched while this one is read: walking on takes no waiting. */
function usePrefetch(body: string, around: Neighbours): void {
  const queries = useQueryClient();
  const next = around.next?.id;
  const previous = around.previous?.id;
  const open = around.nextOpen?.id;
  useEffect(() => {
    // Once this one is on the screen.
    const timer = setTimeout(() => {
      for (const id of new Set([next, open, previous])) {
        if (id !== undefined) void queries.prefetchQuery(caseQuery(body, id));
      }
    });
    return () => clearTimeout(timer);
  }, [queries, body, next, previous, open]);
}
