// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Icon } from '../ui/icon.tsx';
import { type ChannelReading, channelsQuery, isUnread, readingWords } from './channels.ts';

interface Props {
  readonly body: string;
  /** Only this network; absent, all of the body's. */
  readonly network: string | undefined;
  readonly now: Date;
}

const SHOWN = 2;

/** Whether the networks are being read: a silent queue may only mean that nobody is listening. */
export function ChannelReadingLines({ body, network, now }: Props) {
  const all = useQuery(channelsQuery(body)).data;
  useChanges(all, now);
  if (all === undefined) return null;
  const readings = all.filter((reading) => network === undefined || reading.network === network);
  const unread = readings.filter((reading) => isUnread(reading, now));
  const read = readings.filter((reading) => !isUnread(reading, now));
  return (
    <ul className="channel-readings">
      {unread.map((reading) => (
        <li key={reading.account} className="channel-unread">
          <Icon name="it-warning-circle" />
          <span>{readingWords(reading, now, all)}</span>
        </li>
      ))}
      {read.length > SHOWN ? (
        <li title={read.map((reading) => readingWords(reading, now, all)).join(', ')}>
          {it.moderation.channels.readMany(read.length)}
        </li>
      ) : (
        read.map((reading) => <li key={reading.account}>{readingWords(reading, now, all)}</li>)
      )}
    </ul>
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
