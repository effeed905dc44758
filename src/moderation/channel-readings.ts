// SPDX-License-Identifier: AGPL-3.0-or-later
import { readingOf } from '#inbox';
import type { ChannelReadings } from './contract.ts';
import type { ModerationPorts } from './ports.ts';

/** How far each account of the body has been read: a channel that cannot be read must not look like a quiet day. */
export async function channelReadings(
  { database }: Pick<ModerationPorts, 'database'>,
  body: string,
): Promise<ChannelReadings['items']> {
  const readings = await database.inBody(body, (tx) => readingOf(tx, body));
  return readings.map(({ readAt, ...reading }) => ({ ...reading, readAt: readAt?.toISOString() ?? null }));
}
