// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import { type Graph, type GraphReader, graphReader } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import { standingChanges } from '../core/standing.ts';
import { ChannelFault, type ConnectedAccount, type InboundEvent, type Pulled } from '../port.ts';
import { cursorFrom, type KnownThread } from './cursor.ts';
import { errors, otherAccount } from './errors.ts';
import { HIDDEN_REMEMBERED, LONG_LIST_EVERY, LONG_LIST_POSTS, TAGGED_AT_ONCE } from './limits.ts';
import { readMessages } from './messages.ts';
import { readThreads } from './threads.ts';
import { Me, type Media, MediaList, type Reading, routeOf, TAGGED_FIELDS, taggedEvent } from './wire.ts';

/**
 * Reads what is on the account now: threads whose number of comments changed or that are due by their age, posts in which the
 * account is tagged, private messages. Where Instagram asks to slow down it stops, and the next pull goes on from there.
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
  const reading: Reading = { accountId: account.externalId, username, seenAt: reader.startedAt() ?? began };
  const isLong = previous.round % LONG_LIST_EVERY === 0;
  const threads = await readThreads(reader, { reading, known: previous.threads, isLong });
  const tagged = await attempt(reader, () => readTagged(reader, reading));
  const messages = await readMessages(reader, {
    reading,
    since: previous.messagesAt,
    known: previous.conversations,
  });
  const { seenAt } = reading;
  const { changes, standings } = standingChanges(threads.seen, previous.standings, { seenAt, most: HIDDEN_REMEMBERED });
  const waitSeconds = Math.max(
    reader.waitSeconds() ?? 0,
    threads.stoppedSeconds ?? 0,
    tagged.state === 'stopped' ? tagged.waitSeconds : 0,
    messages.stoppedSeconds ?? 0,
  );
  const mentions = tagged.state === 'read' ? tagged.found : [];
  const unreadable = reader.unreadable();
  return {
    events: [...threads.seen.map(({ event }) => event), ...changes, ...mentions, ...messages.events].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    ),
    cursor: JSON.stringify({
      // A reading that was stopped is not yet that reading.
      round: threads.stoppedSeconds === undefined ? previous.round + 1 : previous.round,
      threads: latest({ ...previous.threads, ...threads.read }),
      standings,
      messagesAt: messages.readTo,
      conversations: messages.known,
    }),
    wholeThreads: threads.whole,
    ...(waitSeconds === 0 ? {} : { waitSeconds }),
    ...(unreadable === 0 ? {} : { unreadable }),
  };
}

/** The account's name, once it is sure that the token is that account's. */
export async function whoAmI(reader: GraphReader, account: ConnectedAccount): Promise<string> {
  const isThroughFacebook = routeOf(account) === 'facebook-login';
  const me = isThroughFacebook
    ? await reader.read(Me, encodeURIComponent(account.externalId), { fields: 'id,username' })
    : await reader.read(Me, 'me', { fields: 'user_id,username' });
  const id = isThroughFacebook ? me.id : me.user_id;
  if (id !== account.externalId) throw new ChannelFault(otherAccount);
  return me.username;
}

async function readTagged(reader: GraphReader, reading: Reading): Promise<readonly InboundEvent[]> {
  const path = `${encodeURIComponent(reading.accountId)}/tags`;
  const query = { fields: TAGGED_FIELDS, limit: TAGGED_AT_ONCE };
  const { nodes } = await reader.list<Media>(MediaList, path, query, (found) => found.length >= TAGGED_AT_ONCE);
  return nodes.map((media) => taggedEvent(media, reading));
}

/** As many as the longest list shows, the last read first. */
function latest(threads: Readonly<Record<string, KnownThread>>): Readonly<Record<string, KnownThread>> {
  const byReading = Object.entries(threads).sort(([, one], [, other]) => other.readAt - one.readAt);
  return Object.fromEntries(byReading.slice(0, LONG_LIST_POSTS));
}
