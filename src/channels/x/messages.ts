// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault } from '../port.ts';
import { backFrom, type Cursor } from './cursor.ts';
import { MESSAGE_PAGES, PAGE_SIZE } from './limits.ts';
import type { Reader } from './reader.ts';
import { MESSAGE_QUERY, Message } from './wire.ts';

/**
 * Private messages down to the last one read and a little further. X lists the newest first and grants few calls: a long list is read in several
 * pulls, and only then counts as read.
 */
export async function readMessages(reader: Reader, cursor: Cursor['messages']): Promise<Read> {
  try {
    return await goOn(reader, cursor);
  } catch (cause) {
    const isStale = cause instanceof ChannelFault && cause.error.kind === 'rejected-content' && cursor.next !== null;
    if (!isStale) throw cause;
    // X no longer knows where the last reading stopped: it begins again.
    return await goOn(reader, { read: cursor.read, newest: null, next: null });
  }
}

interface Read {
  readonly messages: readonly Message[];
  readonly cursor: Cursor['messages'];
}

async function goOn(reader: Reader, { read, newest, next }: Cursor['messages']): Promise<Read> {
  const floor = backFrom(read);
  const isKnown = ({ at }: Message): boolean => floor !== null && at < floor;
  const listed = await reader.list({
    shape: Message,
    path: 'dm_events',
    query: { max_results: `${PAGE_SIZE}`, ...MESSAGE_QUERY },
    from: next ?? undefined,
    pages: MESSAGE_PAGES,
    enough: (messages) => messages.some(isKnown),
  });
  const highest = listed.items.reduce<number | null>(
    (top, { at }) => Math.max(top ?? 0, at.getTime()),
    next === null ? null : newest,
  );
  const messages = listed.items.filter((message) => !isKnown(message));
  return listed.next === null
    ? { messages, cursor: { read: highest ?? read, newest: null, next: null } }
    : { messages, cursor: { read, newest: highest, next: listed.next } };
}
