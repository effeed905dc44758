// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Icon } from '../ui/icon.tsx';
import { type ChannelReading, channelsQuery, isUnread, namesOf, oldestWords, readingWords } from './channels.ts';

const words = it.moderation.channels;

interface Props {
  readonly body: string;
  /** Only this network; absent, all of the body's. */
  readonly network: string | undefined;
  readonly now: Date;
}

/** As many lines as stand over the queue without pushing it away; the rest is a touch away. */
const SHOWN = 2;

/** Whether the networks are being read: a silent queue may only mean that nobody is listening. */
export function ChannelReadingLines({ body, network, now }: Props) {
  const all = useQuery(channelsQuery(body)).data;
  useChanges(all, now);
  if (all === undefined) return null;
  const readings = all.filter((reading) => network === undefined || reading.network === network);
  const unread = readings.filter((reading) => isUnread(reading, now));
  const read = readings.filter((reading) => !isUnread(reading, now));
  const lines = (some: readonly ChannelReading[]) =>
    some.map((one) => <Line key={one.account} {...{ one, now, all }} />);
  return (
    <div className="channel-readings">
      {unread.length > 0 ? (
        <Folded
          summary={unread.length > SHOWN ? words.unreadMany(unread.length, namesOf(unread, all)) : null}
          unread={true}
        >
          {lines(unread)}
        </Folded>
      ) : null}
      {read.length > 0 ? (
        <Folded summary={read.length > SHOWN ? words.readMany(read.length, oldestWords(read, now)) : null}>
          {lines(read)}
        </Folded>
      ) : null}
    </div>
  );
}

function Line(props: { readonly one: ChannelReading; readonly now: Date; readonly all: readonly ChannelReading[] }) {
  const { one, now, all } = props;
  const text = readingWords(one, now, all);
  if (!isUnread(one, now)) return <li>{text}</li>;
  return (
    <li className="channel-unread">
      <Icon name="it-warning-circle" />
      <span>{text}</span>
    </li>
  );
}

interface FoldedProps {
  /** Null: the lines stand open. */
  readonly summary: string | null;
  readonly unread?: boolean;
  readonly children: ReactNode;
}

function Folded({ summary, unread = false, children }: FoldedProps) {
  if (summary === null) return <ul>{children}</ul>;
  return (
    <details>
      <summary data-unread={unread || undefined}>
        {unread ? <Icon name="it-warning-circle" /> : null}
        <span>{summary}</span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

/** Says aloud only what changes, once: minutes that pass are not news. */
function useChanges(all: readonly ChannelReading[] | undefined, now: Date): void {
  const before = useRef<ReadonlySet<string> | undefined>(undefined);
  useEffect(() => {
    if (all === undefined) return;
    const unread = all.filter((reading) => isUnread(reading, now));
    const known = before.current;
    before.current = new Set(unread.map(({ account }) => account));
    if (known === undefined) return;
    const changed = all.filter(({ account }) => known.has(account) !== before.current?.has(account));
    if (changed.length > 0) announce(changed.map((reading) => readingWords(reading, now, all)).join('. '));
  }, [all, now]);
}
