// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import { type Graph, type GraphReader, graphReader } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import { standingChanges } from '../core/standing.ts';
import { ChannelFault, type ConnectedAccount, type InboundEvent, type Pulled } from '../port.ts';
import { readConversations } from './conversations.ts';
import { cursorFrom, type KnownThread } from './cursor.ts';
import { errors, otherAccount } from './errors.ts';
import { HIDDEN_REMEMBERED, LONG_LIST_EVERY, LONG_LIST_POSTS, MENTIONS_AT_ONCE } from './limits.ts';
import { MENTION_FIELDS, Me, mentionEvent, type Post, PostList, type Reading } from './wire.ts';

/**
 * Reads what is on the account now: conversations that are due by the age of their post, with the replies that wait for
 * approval, and mentions. Where Threads asks to slow down it stops, and the next pull goes on from there.
 */
export async function pull(
  { graph, clock }: { readonly graph: Graph; readonly clock: Clock },
  account: ConnectedAccount,
  cursor: string | null,
): Promise<Pulled> {
  const previous = cursorFrom(cursor);
  const reader = graphReader(graph, errors);
  const began = clock.now();
  const username = await whoAmI(reader, account);
  const seenAt = reader.startedAt() ?? began;
  const reading: Reading = { username, seenAt };
  const isLong = previous.round % LONG_LIST_EVERY === 0;
  const conversations = await readConversations(reader, { reading, known: previous.threads, isLong });
  const mentions = await attempt(reader, () => readMentions(reader, reading));
  const { seen, stoppedSeconds = 0 } = conversations;
  const { changes, standings } = standingChanges(seen, previous.standings, { seenAt, most: HIDDEN_REMEMBERED });
  const told = mentions.state === 'read' ? mentions.found : [];
  const stopped = mentions.state === 'stopped' ? mentions.waitSeconds : 0;
  const waitSeconds = Math.max(reader.waitSeconds() ?? 0, stoppedSeconds, stopped);
  const unreadable = reader.unreadable();
  return {
    events: [...seen.map(({ event }) => event), ...changes, ...told].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    ),
    cursor: JSON.stringify({
      // A reading that was stopped is not yet that reading.
      round: stoppedSeconds === 0 ? previous.round + 1 : previous.round,
      threads: latest({ ...previous.threads, ...conversations.read }),
      standings,
    }),
    wholeThreads: conversations.whole,
    ...(waitSeconds === 0 ? {} : { waitSeconds }),
    ...(unreadable === 0 ? {} : { unreadable }),
  };
}

/** The account's name, once it is sure that the token is that account's. */
export async function whoAmI(reader: GraphReader, account: ConnectedAccount): Promise<string> {
  const me = await reader.read(Me, 'me', { fields: 'id,username' });
  if (me.id !== account.externalId) throw new ChannelFault(otherAccount);
  return me.username;
}

async function readMentions(reader: GraphReader, reading: Reading): Promise<readonly InboundEvent[]> {
  const query = { fields: MENTION_FIELDS, limit: MENTIONS_AT_ONCE };
  const enough = (found: readonly Post[]): boolean => found.length >= MENTIONS_AT_ONCE;
  const { nodes } = await reader.list<Post>(PostList, 'me/mentions', query, enough);
  return nodes.map((post) => mentionEvent(post, reading));
}

/** As many as the longest list shows, the last read first. */
function latest(threads: Readonly<Record<string, KnownThread>>): Readonly<Record<string, KnownThread>> {
  const byReading = Object.entries(threads).sort(([, one], [, other]) => other.readAt - one.readAt);
  return Object.fromEntries(byReading.slice(0, LONG_LIST_POSTS));
}
