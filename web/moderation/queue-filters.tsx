// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useNavigate } from '@tanstack/react-router';
import type { CasePage } from '#moderation/contract';
import { it } from '../it.ts';
import { type QueueFilter, searchOf } from './filter.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
  readonly counters: CasePage['counters'] | undefined;
}

const words = it.moderation.queue;

export function QueueFilters({ body, filter, counters }: Props) {
  const navigate = useNavigate();
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
        {Object.entries(it.network).map(([network, name]) => (
          <option key={network} value={network}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
