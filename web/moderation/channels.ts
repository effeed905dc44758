// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions } from '@tanstack/react-query';
import { ChannelReadings } from '#moderation/contract';
import { request } from '../client/request.ts';
import { it } from '../it.ts';
import { momentWords } from '../ui/moment-words.ts';
import { span } from './deadline.ts';

const EVERY_MS = 60_000;
/** Longer than any network is left unread on purpose. */
const LATE_AFTER_MINUTES = 60;

export type ChannelReading = ChannelReadings['items'][number];

/** How far each account of the body has been read, asked again every minute. */
export const channelsQuery = (body: string) =>
  queryOptions({
    queryKey: ['channels', body],
    queryFn: async ({ signal }) =>
      (await request(ChannelReadings, `/api/bodies/${encodeURIComponent(body)}/channels`, { signal })).items,
    refetchInterval: EVERY_MS,
  });

const minutesSince = (iso: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / 60_000));

export const isUnread = ({ error, readAt }: ChannelReading, now: Date): boolean =>
  error !== null || (readAt !== null && minutesSince(readAt, now) >= LATE_AFTER_MINUTES);

function nameOf({ network, name }: ChannelReading, all: readonly ChannelReading[]): string {
  const alone = all.filter((other) => other.network === network).length === 1;
  return alone ? networkName(network) : `${networkName(network)} (${name})`;
}

/** «Facebook, X e YouTube». */
export const namesOf = (some: readonly ChannelReading[], all: readonly ChannelReading[]): string =>
  listed.format(some.map((one) => nameOf(one, all)));

const listed = new Intl.ListFormat('it-IT', { type: 'conjunction' });

/** When the one that was read longest ago was read; empty while one was never. */
export function oldestWords(read: readonly ChannelReading[], now: Date): string {
  const moments = read.map(({ readAt }) => readAt).toSorted((one, other) => (one ?? '').localeCompare(other ?? ''));
  const [oldest] = moments;
  return oldest === undefined || oldest === null ? '' : momentWords(oldest, now);
}

/** One account's reading as a person says it; two accounts on one network are told apart by their names. */
export function readingWords(reading: ChannelReading, now: Date, all: readonly ChannelReading[]): string {
  const words = it.moderation.channels;
  const { readAt, error } = reading;
  const name = nameOf(reading, all);
  if (isUnread(reading, now)) {
    const since = readAt === null ? words.unread(name) : words.unreadFor(name, lately(minutesSince(readAt, now)));
    return error === null ? since : `${since}: ${error}`;
  }
  return readAt === null ? words.never(name) : words.readAt(name, momentWords(readAt, now));
}

const lately = (minutes: number): string => (minutes === 0 ? it.moderation.channels.justNow : span(minutes));

export const networkName = (network: string): string => it.network[network] ?? network;
