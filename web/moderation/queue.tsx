// SPDX-License-Identifier: AGPL-3.0-or-later
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { CaseSummary } from '#moderation/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { useNow } from '../ui/moment.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { SelectionBar } from './bulk/selection-bar.tsx';
import { countersQuery, queueQuery } from './cases.ts';
import { WavesNotice } from './crisis/waves-notice.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { caseAddress, type QueueFilter, searchOf } from './filter.ts';
import { rowsOf } from './list.ts';
import { type News, useNews } from './news.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRow } from './queue-row.tsx';
import { ToDoLine } from './to-do/to-do-links.tsx';
import { useEntering } from './use-entering.tsx';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
  readonly selected: string | undefined;
}

const words = it.moderation.queue;

export function Queue({ body, filter, selected }: Props) {
  const queries = useQueryClient();
  const queue = useInfiniteQuery(queueQuery(body, filter));
  const counters = useQuery(countersQuery(body));
  const rows = rowsOf(queue.data);
  const news = useNews(body, filter);
  const now = useNow();
  const navigate = useNavigate();
  const list = useRef<HTMLElement>(null);
  useReturnToRow(list, selected);
  const showArrivals = async () => {
    news.seen();
    if (filter.state !== 'open' && news.arrived > 0) {
      return void navigate({
        to: '/banco/$body',
        params: { body },
        search: searchOf({ state: 'open', network: filter.network }),
      });
    }
    const onlyFirst = <Part,>(parts: readonly Part[]) => parts.slice(0, 1);
    queries.setQueryData(queueQuery(body, filter).queryKey, (data) =>
      data === undefined ? data : { pages: onlyFirst(data.pages), pageParams: onlyFirst(data.pageParams) },
    );
    await queue.refetch();
    list.current?.scrollTo({ top: 0 });
    list.current?.querySelector<HTMLElement>('.queue-row')?.focus();
  };
  const entering = useEntering(body, { arrived: news.arrived, show: showArrivals, list });
  const Heading = selected === undefined ? 'h1' : 'h2';
  return (
    <section className="pane queue" aria-labelledby="coda" ref={list}>
      <div className="queue-head">
        <div className="queue-title">
          <Heading id="coda" tabIndex={-1}>
            {words.title}
          </Heading>
          <Arrivals
            text={arrivalWords(news.arrived, entered(news, rows), filter)}
            grave={counters.data?.grave}
            onShow={() => void showArrivals()}
          />
        </div>
        <QueueFilters
          body={body}
          filter={filter}
          counters={counters.data ?? queue.data?.pages[0]?.counters}
          now={now}
        />
        {entering.button}
        <ToDoLine body={body} />
        <WavesNotice body={body} />
        <SelectionBar body={body} selected={selected} />
      </div>
      {entering.dialog}
      {queue.isPending ? <Skeleton lines={12} /> : null}
      {queue.isError && queue.data === undefined ? (
        <Fault title={words.failed} error={queue.error} onRetry={() => void queue.refetch()} />
      ) : null}
      {queue.data === undefined ? null : (
        <Rows body={body} filter={filter} selected={selected} rows={rows} now={now}>
          {queue.hasNextPage ? (
            <Button
              className="btn-sm"
              onClick={() => void queue.fetchNextPage()}
              aria-disabled={queue.isFetchingNextPage}
            >
              {queue.isFetchingNextPage ? words.loadingMore : words.more}
            </Button>
          ) : (
            <p className="muted small">{words.end}</p>
          )}
        </Rows>
      )}
      {queue.isFetchNextPageError ? <Fault title={words.failed} error={queue.error} /> : null}
    </section>
  );
}

/** A case that has meanwhile got its row, by the reader's own act, is no news any more. */
const entered = (news: News, rows: readonly CaseSummary[]): number =>
  [...news.entered].filter((id) => !rows.some((row) => row.id === id)).length;

function arrivalWords(arrived: number, came: number, { state }: QueueFilter): string {
  return [arrived === 0 ? '' : it.count.arrivals(arrived), came === 0 ? '' : it.count.entered[state](came)]
    .filter((part) => part !== '')
    .join(', ');
}

/** The line is always there, so that an arrival moves nothing. */
function Arrivals(props: { readonly text: string; readonly grave: number | undefined; readonly onShow: () => void }) {
  const { text, grave, onShow } = props;
  return (
    <div className="arrivals">
      <span role="status">{text}</span>
      {text === '' ? null : (
        <Button look="quiet" onClick={onShow}>
          {words.show}
        </Button>
      )}
      <span className="muted">{grave === undefined || grave === 0 ? '' : it.count.grave(grave)}</span>
    </div>
  );
}

interface RowsProps extends Props {
  readonly rows: readonly CaseSummary[];
  readonly now: Date;
  /** What stands at the end of the list. */
  readonly children: ReactNode;
}

function Rows({ body, filter, selected, rows, now, children }: RowsProps) {
  const navigate = useNavigate();
  const search = searchOf(filter);
  const target = (id: string) => ({ to: '/banco/$body/pratiche/$id', params: { body, id }, search }) as const;
  // The rows are remembered: opening one must not draw fifty again.
  const latest = useRef(target);
  latest.current = target;
  const open = useCallback((id: string) => void navigate(latest.current(id)), [navigate]);
  if (rows.length === 0) return <EmptyQueue body={body} filter={filter} />;
  return (
    <>
      <ol className="queue-list">
        {rows.map((row) => (
          <QueueRow
            key={row.id}
            body={body}
            summary={row}
            selected={row.id === selected}
            href={caseAddress(body, row.id, search)}
            now={now}
            onOpen={open}
          />
        ))}
      </ol>
      <div className="queue-end">{children}</div>
    </>
  );
}

/**
 * Coming back from a case, the reader finds the row they left; walking on, the row in hand stays in sight. A row that is not drawn
 * yet is waited for, unless the reader goes elsewhere meanwhile.
 */
function useReturnToRow(list: RefObject<HTMLElement | null>, selected: string | undefined): void {
  const last = useRef<string | undefined>(undefined);
  const awaited = useRef<string | undefined>(undefined);
  const rowIn = useCallback(
    (id: string) => list.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"]`),
    [list],
  );
  useEffect(() => {
    if (selected !== undefined) rowIn(selected)?.scrollIntoView({ block: 'nearest' });
    else if (last.current !== undefined) awaited.current = last.current;
    else if (document.activeElement === document.body) document.getElementById('coda')?.focus({ preventScroll: true });
    if (selected !== undefined) awaited.current = undefined;
    last.current = selected;
  }, [rowIn, selected]);
  useEffect(() => {
    if (awaited.current === undefined) return;
    const row = rowIn(awaited.current);
    row?.focus();
    const isElsewhere = document.activeElement !== document.body && document.activeElement !== null;
    if (isElsewhere) awaited.current = undefined;
  });
}
