// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { CasePage } from '#moderation/contract';
import { it } from '../it.ts';
import { ChannelReadingLines } from './channel-readings.tsx';
import { channelsQuery, networkName, networksOf } from './channels.ts';
import { type QueueFilter, searchOf } from './filter.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
  readonly counters: CasePage['counters'] | undefined;
  readonly now: Date;
}

const words = it.moderation.queue;

export function QueueFilters({ body, filter, counters, now }: Props) {
  const navigate = useNavigate();
  const channels = useQuery(channelsQuery(body)).data ?? [];
  const networks = new Set([...networksOf(channels), ...(filter.network === undefined ? [] : [filter.network])]);
  const tab = (state: QueueFilter['state'], label: string, number: number | undefined) => (
    <Link
      to="/banco/$body"
      params={{ body }}
      search={searchOf({ ...filter, state })}
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
        {[...networks].map((network) => (
          <option key={network} value={network}>
            {networkName(network)}
          </option>
        ))}
      </select>
      <ChannelReadingLines body={body} network={filter.network} now={now} />
    </div>
  );
}
