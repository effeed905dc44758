// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import type { ConnectedAccount, InboundEvent, Pulled } from '../port.ts';
import type { Client } from './client.ts';
import { readConversations, readMentions, readOwnPosts, rootsAmong } from './conversations.ts';
import { type Cursor, cursorFrom, type Watched, withRoots, withWatched } from './cursor.ts';
import { messageEvent, postEvent, type Seeing } from './events.ts';
import { readMessages } from './messages.ts';
import { readerOf } from './reader.ts';
import { lookAgain } from './watch.ts';
import type { Post } from './wire.ts';

/**
 * Reads what is on X now: our posts, the conversations that they open, mentions, private messages; then looks again at items
 * that may have been edited, deleted or hidden.
 */
export async function pull(
  { client, clock }: { readonly client: Client; readonly clock: Clock },
  { externalId: account }: ConnectedAccount,
  text: string | null,
): Promise<Pulled> {
  const before = cursorFrom(text);
  const reader = readerOf(client, () => clock.now());
  const began = clock.now();
  const own = await readOwnPosts(reader, account, before);
  // Of the first answer: what happened after it may already be in the later ones, or not yet.
  const seenAt = reader.startedAt() ?? began;
  const roots = withRoots(before.roots, rootsAmong(own));
  const talks = await readConversations(reader, { ...before, roots }, seenAt);
  const mentions = await readMentions(reader, account, before);
  const { messages, cursor: messageCursor } = await readMessages(reader, before.messages);

  const rootTexts = new Map(roots.map(({ id, text }) => [id, text]));
  const seeing: Seeing = {
    account,
    users: reader.users,
    seenAt,
    rootText: (conversation) => rootTexts.get(conversation),
  };
  const isRoot = ({ first }: Post): boolean => rootTexts.has(first);
  const spoken = [...own, ...mentions, ...talks.posts].filter((post) => post.author === null || !isRoot(post));
  const searched = new Set(talks.posts.map(({ first }) => first));
  const looked = await lookAgain(reader, {
    watched: withWatched(before.watched, toWatch(spoken, { account, searched, rootTexts, seenAt })),
    found: searched,
    whole: talks.whole,
    now: seenAt,
  });

  const written = latestOf([...spoken, ...looked.edited]).map((post) => postEvent(post, seeing));
  const private_ = messages.flatMap((message) => messageEvent(message, seeing) ?? []);
  const next: Cursor = {
    at: seenAt.getTime(),
    round: before.round + 1,
    tiers: talks.tiers,
    roots: [...roots],
    watched: [...looked.watched],
    messages: messageCursor,
  };
  const [waitSeconds, unreadable] = [reader.waitSeconds(), reader.unreadable()];
  return {
    events: [...written, ...private_, ...changes(looked, seenAt)].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    ),
    cursor: JSON.stringify(next),
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    ...(unreadable === 0 ? {} : { unreadable }),
  };
}

interface Watching {
  readonly account: string;
  readonly searched: ReadonlySet<string>;
  readonly rootTexts: ReadonlyMap<string, string>;
  readonly seenAt: Date;
}

function toWatch(posts: readonly Post[], { account, searched, rootTexts, seenAt }: Watching): Watched[] {
  return posts
    .filter(({ author }) => author !== account)
    .map(({ first, conversation, at }) => ({
      id: first,
      at: at.getTime(),
      root: searched.has(first) && conversation !== null && rootTexts.has(conversation) ? conversation : null,
      hidden: false,
      seen: seenAt.getTime(),
    }));
}

/** Each item once, as its latest edit has it. */
function latestOf(posts: readonly Post[]): readonly Post[] {
  const latest = new Map<string, Post>();
  for (const post of posts) {
    const known = latest.get(post.first);
    if (known === undefined || BigInt(post.id) > BigInt(known.id)) latest.set(post.first, post);
  }
  return [...latest.values()];
}

function changes(
  { gone, hidden, shown }: Pick<Awaited<ReturnType<typeof lookAgain>>, 'gone' | 'hidden' | 'shown'>,
  at: Date,
): InboundEvent[] {
  return [
    ...[...gone].map((externalId): InboundEvent => ({ type: 'deleted', externalId, at })),
    ...hidden.map((externalId): InboundEvent => ({ type: 'hidden', externalId, at })),
    ...shown.map((externalId): InboundEvent => ({ type: 'shown', externalId, at })),
  ];
}
