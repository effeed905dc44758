// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import { it } from '../it.ts';
import { Empty } from '../ui/empty.tsx';
import { networkName } from './channels.ts';
import { type QueueFilter, searchOf } from './filter.ts';

interface Props {
  readonly body: string;
  readonly filter: QueueFilter;
}

const words = it.moderation.queue;

export function emptyQueueTitle({ state, network }: QueueFilter): string {
  const { title } = words.empty[state];
  return network === undefined ? title : words.onNetwork(title, networkName(network));
}

/** Nothing of what was asked for: of what, and where the rest may be. */
export function EmptyQueue({ body, filter }: Props) {
  const { state, network } = filter;
  const icon = state === 'decided' ? 'it-inbox' : 'it-check-circle';
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
