// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMandate } from '../../governance/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { toDoWords as words } from '../../words/to-do.ts';
import { toDoQuery } from './to-do.ts';
import { ToDoLink } from './to-do-links.tsx';

/** What waits under a term, kind by kind, and where it is done. */
export function ToDoPage() {
  const { body } = useParams({ from: '/banco/$body/da-fare' });
  const mandate = useMandate(body);
  const found = useQuery(toDoQuery(body));
  useTitle(words.title, mandate?.bodyName ?? body);
  const items = found.data?.items;
  return (
    <div className="page">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {found.isPending ? <Skeleton lines={4} /> : null}
      {found.isError ? <Fault title={words.failed} error={found.error} onRetry={() => void found.refetch()} /> : null}
      {items?.length === 0 ? <Empty icon="it-check-circle" title={words.none} /> : null}
      <ul className="to-do-list">
        {(items ?? []).map((item) => (
          <li key={item.kind}>
            <ToDoLink body={body} item={item} />
            <p className="muted small">{words.about[item.kind]}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
