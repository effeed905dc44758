// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import { ChannelFault, type ConnectedAccount, type InboundEvent, type Pulled } from '../port.ts';
import type { Api } from './api.ts';
import { Unanswered } from './api.ts';
import { type Cursor, cursorFrom, type Followed, type Watched } from './cursor.ts';
import { readDeletions } from './deletions.ts';
import { otherAccount } from './errors.ts';
import { commentOf, isPrivate, mentionOf, messageOf, type OurPost, type Written } from './events.ts';
import { FOLLOWED_POSTS, REMEMBERED_NOTIFICATIONS, STATUSES_AT_ONCE, WATCHED_ITEMS } from './limits.ts';
import { readMessages } from './messages.ts';
import { markOf, readNotifications } from './notifications.ts';
import { ownStatuses } from './own-statuses.ts';
import { beginReading, contextOf, type Reading } from './reading.ts';
import { followed, readThreads } from './threads.ts';
import { Account, type Status } from './wire.ts';

/** What is new since the cursor, oldest first. A status may be told twice; none is skipped. Throws `Unanswered`. */
export async function pull(api: Api, account: ConnectedAccount, { cursor, clock }: Asked): Promise<Pulled> {
  const previous = cursorFrom(cursor);
  const me = account.externalId;
  await assertAccount(api, me);
  const reading = beginReading(api, me, clock);
  const own = await newOwn(reading, previous);
  const listed = own.filter((status) => status.inReplyToId == null && !isPrivate(status));
  const posts = followed(previous.posts, listed);
  const threads = await readThreads(reading, { posts, listed });
  const notified = await readNotifications(reading, previous.notified);
  const messages = await readMessages(reading, previous.conversations);
  const places = placesOf(reading, { posts, listed, watched: previous.watched, told: threads.events });
  const known = new Set([...threads.events, ...messages.events].map(({ externalId }) => externalId));
  const [toldOwn, told] = [new Set(previous.own), new Set(previous.told)];
  const others = [
    ...notified.statuses.filter((status) => !told.has(markOf(status))),
    ...own.filter((status) => status.inReplyToId != null && !toldOwn.has(status.id)),
  ].filter(({ id }) => !known.has(id));
  const placed: Written[] = [];
  for (const status of others) placed.push(await places(status));
  const written = once([...threads.events, ...messages.events, ...placed]);
  const watched = watchedAfter(previous.watched, written);
  const toldNow = new Set(written.map(({ externalId }) => externalId));
  const absent = previous.watched.filter(({ id }) => !toldNow.has(id));
  const deletions = await readDeletions(reading, { watched: absent, checked: previous.checked }, threads.seen);
  const next: Cursor = {
    notified: notified.floor,
    told: notified.statuses.map(markOf).slice(0, REMEMBERED_NOTIFICATIONS),
    posts: [...threads.posts],
    own: [...own.map(({ id }) => id), ...previous.own].slice(0, FOLLOWED_POSTS),
    conversations: messages.conversations,
    watched: watched.filter(({ id }) => !deletions.gone.has(id)),
    checked: deletions.checked,
  };
  const events: InboundEvent[] = [...written, ...deletions.events];
  return {
    events: events.sort((one, other) => one.at.getTime() - other.at.getTime()),
    cursor: JSON.stringify(next),
    ...asides(reading),
  };
}

interface Asked {
  readonly cursor: string | null;
  readonly clock: Clock;
}

/** With the token of another account everything read would be another's. */
async function assertAccount({ client }: Api, me: string): Promise<void> {
  const account = Account.safeParse(await client.v1.accounts.verifyCredentials());
  if (!account.success) throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-account' });
  if (account.data.id !== me) throw new ChannelFault(otherAccount);
}

function asides(reading: Reading): Pick<Pulled, 'unreadable' | 'waitSeconds'> {
  const [unreadable, waitSeconds] = [reading.unreadable(), reading.waitSeconds()];
  return { ...(unreadable > 0 && { unreadable }), ...(waitSeconds !== undefined && { waitSeconds }) };
}

/** The latest of ours always, for their counts; further back as long as nothing is known. */
async function newOwn(reading: Reading, previous: Cursor): Promise<readonly Status[]> {
  const known = new Set([...previous.own, ...previous.posts.map(({ id }) => id)]);
  const found: Status[] = [];
  for await (const page of ownStatuses(reading, { atOnce: STATUSES_AT_ONCE })) {
    found.push(...page);
    if (page.some(({ id }) => known.has(id)) || found.length >= FOLLOWED_POSTS) break;
  }
  return found;
}

/** Each once, the later telling wins: the messages are read after the threads. */
const once = (events: readonly Written[]): readonly Written[] => [
  ...new Map(events.map((event) => [event.externalId, event])).values(),
];

function watchedAfter(before: readonly Watched[], written: readonly Written[]): readonly Watched[] {
  const items = written
    .filter(({ own }) => !own)
    .map(({ externalId, post }) => ({ id: externalId, post: post?.externalId ?? null }));
  const again = new Set(items.map(({ id }) => id));
  return [...before.filter(({ id }) => !again.has(id)), ...items].slice(-WATCHED_ITEMS);
}

interface Known {
  readonly posts: readonly Followed[];
  readonly listed: readonly Status[];
  readonly watched: readonly Watched[];
  readonly told: readonly Written[];
}

/** Where a status hangs that came without its thread: what is known first, then one question. */
function placesOf(reading: Reading, { posts, listed, watched, told }: Known): (status: Status) => Promise<Written> {
  const texts = new Map<string, string | null>(
    told.flatMap(({ post }) => (post ? [[post.externalId, post.text]] : [])),
  );
  const roots = new Map<string, string>([
    ...posts.map(({ id }) => [id, id] as const),
    ...listed.map(({ id }) => [id, id] as const),
    ...watched.flatMap(({ id, post }) => (post === null ? [] : [[id, post] as const])),
    ...told.flatMap(({ externalId, post }) => (post ? [[externalId, post.externalId] as const] : [])),
  ]);
  const ours = (id: string): OurPost => ({ externalId: id, text: texts.get(id) ?? null });

  return async (status) => {
    if (isPrivate(status)) return messageOf(reading, status);
    const parent = status.inReplyToId;
    if (parent == null) return mentionOf(reading, status);
    const known = roots.get(parent);
    if (known !== undefined) return commentOf(reading, status, ours(known));
    const root = reading.affords() ? (await contextOf(reading, status.id))?.ancestors[0] : undefined;
    if (root?.account.id === reading.me) return commentOf(reading, status, ours(root.id));
    // In a thread of others, what answers us hangs under what we said there.
    return status.inReplyToAccountId === reading.me && status.account.id !== reading.me
      ? { ...commentOf(reading, status, ours(parent)), kind: 'reply' }
      : mentionOf(reading, status);
  };
}
