// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import { it } from '../it.ts';
import { Empty } from '../ui/empty.tsx';
import { queueWords } from '../words/queue.ts';
import { networkName } from './channels.ts';
import { inQueue, narrowings, type QueueFilter, type QueueName, searchOf } from './filter.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
}

const words = it.moderation.queue;

const isNarrow = (filter: QueueFilter): boolean => narrowings(filter) > 0 || filter.words !== undefined;

export function emptyQueueTitle(filter: QueueFilter): string {
  if (isNarrow(filter)) return queueWords.nothing[filter.state];
  const { title } = words.empty[filter.state];
  return filter.network === undefined ? title : words.onNetwork(title, networkName(filter.network));
}

/** Nothing of what was asked for: of what, and where the rest may be. */
export function EmptyQueue({ body, filter }: Props) {
  const { state, network } = filter;
  const icon = state === 'decided' ? 'it-inbox' : 'it-check-circle';
  if (isNarrow(filter)) return <NothingFound body={body} filter={filter} />;
  if (network === undefined)
    return <Empty icon={icon} title={emptyQueueTitle(filter)} detail={words.empty[state].detail} />;
  return (
    <Empty icon={icon} title={emptyQueueTitle(filter)}>
      <Link to="/banco/$body" params={{ body }} search={searchOf({ state, network: undefined })}>
        {words.seeEveryNetwork}
      </Link>
    </Empty>
  );
}

/** What is not here may be in the other queue, or behind the filters. */
function NothingFound({ body, filter }: Props) {
  const other: QueueName = filter.state === 'open' ? 'decided' : 'open';
  return (
    <Empty icon="it-inbox" title={emptyQueueTitle(filter)}>
      <p>
        <Link to="/banco/$body" params={{ body }} search={searchOf(inQueue(filter, other))}>
          {queueWords.lookIn[other]}
        </Link>
      </p>
      <Link to="/banco/$body" params={{ body }} search={searchOf({ state: filter.state, network: undefined })}>
        {queueWords.noFilters}
      </Link>
    </Empty>
  );
}
