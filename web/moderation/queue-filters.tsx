// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { CasePage } from '#moderation/contract';
import { accountsQuery } from '../accounts/accounts.ts';
import { it } from '../it.ts';
import { ChannelReadingLines } from './channel-readings.tsx';
import { networkName } from './channels.ts';
import { inQueue, type QueueFilter, searchOf } from './filter.ts';
import { Narrow } from './queue-views/narrow.tsx';
import { SearchBox } from './queue-views/search-box.tsx';
import { useShortcut } from './shortcuts.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
  readonly counters: CasePage['counters'] | undefined;
  readonly now: Date;
}

const words = it.moderation.queue;
const TABS: readonly QueueFilter['state'][] = ['open', 'decided', 'stuck'];

export function QueueFilters({ body, filter, counters, now }: Props) {
  const navigate = useNavigate();
  const networks = useNetworks(body, filter.network);
  useShortcut('g', () => {
    const next = TABS[(TABS.indexOf(filter.state) + 1) % TABS.length] ?? 'open';
    void navigate({ to: '/banco/$body', params: { body }, search: searchOf(inQueue(filter, next)) });
  });
  const tab = (state: QueueFilter['state'], label: string, number: number | undefined) => (
    <Link
      to="/banco/$body"
      params={{ body }}
      search={searchOf(inQueue(filter, state))}
      className="tab"
      activeProps={{}}
      aria-current={filter.state === state ? 'true' : undefined}
      data-selected={filter.state === state || undefined}
    >
      {label} {number === undefined ? null : <span className="tab-count">{number.toLocaleString('it-IT')}</span>}
    </Link>
  );
  return (
    <div className="queue-filters">
      <div className="tabs">
        {tab('open', words.open, counters?.open)}
        {tab('decided', words.decided, counters?.decided)}
        {tab('stuck', words.stuck, counters?.stuck)}
      </div>
      <label htmlFor="social" className="visually-hidden">
        {words.network}
      </label>
      <select
        id="social"
        className="select-small"
        value={filter.network ?? ''}
        onChange={(event) =>
          void navigate({
            to: '/banco/$body',
            params: { body },
            search: searchOf({ ...filter, network: event.target.value === '' ? undefined : event.target.value }),
          })
        }
      >
        <option value="">{words.everyNetwork}</option>
        {networks.map((network) => (
          <option key={network} value={network}>
            {networkName(network)}
          </option>
        ))}
      </select>
      <SearchBox body={body} filter={filter} />
      <Narrow body={body} filter={filter} />
      <ChannelReadingLines body={body} network={filter.network} now={now} />
    </div>
  );
}

/** The register changes seldom: what the filter offers is not asked again every minute. */
const REGISTER_LASTS_MS = 300_000;

/** Where the body is, also where nobody reads: what people bring from there can be looked for too. */
function useNetworks(body: string, chosen: string | undefined): readonly string[] {
  const register = useQuery({ ...accountsQuery(body), refetchInterval: false, staleTime: REGISTER_LASTS_MS }).data;
  const present = new Set([
    ...(register?.items ?? []).map(({ network }) => network as string),
    ...(chosen === undefined ? [] : [chosen]),
  ]);
  const inOrder = Object.keys(it.network).filter((network) => present.has(network));
  return [...inOrder, ...[...present].filter((network) => !inOrder.includes(network))];
}
