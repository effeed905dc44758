// SPDX-License-Identifier: AGPL-3.0-or-later
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMandate } from '../governance/session.ts';
import { it } from '../it.ts';
import { Empty } from '../ui/empty.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { usePreference } from '../ui/preferences.ts';
import { useTitle } from '../ui/title.ts';
import { countersQuery, queueQuery } from './cases.ts';
import { emptyQueueTitle } from './empty-queue.tsx';
import { filterOf } from './filter.ts';
import { rowsOf } from './list.ts';
import { useShortcut } from './shortcuts.ts';

const words = it.moderation.start;

/** Beside the queue while no case is open: how much there is, and where to begin. */
export function QueueStart() {
  const { body } = useParams({ from: '/banco/$body' });
  const search = useSearch({ from: '/banco/$body/moderazione' });
  const mandate = useMandate(body);
  const counters = useQuery(countersQuery(body)).data;
  const filter = filterOf(search);
  const queue = useInfiniteQuery(queueQuery(body, filter));
  const first = rowsOf(queue.data)[0];
  const navigate = useNavigate();
  const [shortcuts] = usePreference('shortcuts');
  useTitle(it.nav.queue, mandate?.bodyName ?? body);
  useShortcut('j', () => {
    if (first !== undefined) void navigate({ to: '/banco/$body/pratiche/$id', params: { body, id: first.id }, search });
  });
  return (
    <section className="pane start" aria-label={words.title}>
      {first === undefined ? (
        queue.data === undefined ? null : (
          <Empty icon="it-inbox" title={emptyQueueTitle(filter)} />
        )
      ) : (
        <Empty icon="it-inbox" title={words.title} detail={words.detail}>
          {counters === undefined ? null : (
            <p className="start-counters">
              {it.count.open(counters.open)}
              {counters.grave === 0 ? '' : `, ${it.count.grave(counters.grave)}`}
            </p>
          )}
          <Link
            to="/banco/$body/pratiche/$id"
            params={{ body, id: first.id }}
            search={search}
            className="btn btn-primary"
            {...(shortcuts ? { 'aria-keyshortcuts': 'j' } : {})}
          >
            {words.first}
            <KeyHint name="J" />
          </Link>
        </Empty>
      )}
    </section>
  );
}
