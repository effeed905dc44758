// SPDX-License-Identifier: AGPL-3.0-or-later
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMandate } from '../governance/session.ts';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Fault } from '../ui/fault.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useTitle } from '../ui/title.ts';
import { recordQuery } from './record.ts';
import { RecordTable } from './record-table.tsx';
import { Verification } from './verification.tsx';

const words = it.audit;

export function RecordPage() {
  const { body } = useParams({ from: '/banco/$body' });
  const record = useInfiniteQuery(recordQuery(body));
  const entries = record.data?.pages.flatMap((page) => page.items);
  useTitle(words.title, useMandate(body)?.bodyName ?? body);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
      </div>
      <Verification key={body} body={body} />
      {record.isPending ? <Skeleton lines={10} /> : null}
      {record.isError ? (
        <Fault title={words.failed} error={record.error} onRetry={() => void record.refetch()} />
      ) : null}
      {entries === undefined ? null : entries.length === 0 ? (
        <Empty icon="it-list" title={words.empty} detail={words.emptyDetail} />
      ) : (
        <RecordTable entries={entries} />
      )}
      {record.hasNextPage ? (
        <Button
          className="btn-sm"
          onClick={() => void record.fetchNextPage()}
          aria-disabled={record.isFetchingNextPage}
        >
          {record.isFetchingNextPage ? words.loadingMore : words.more}
        </Button>
      ) : null}
    </div>
  );
}
