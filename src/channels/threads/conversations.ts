// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GraphReader, Sifted } from '../core/graph.ts';
import { attempt, unlessClosed } from '../core/graph-stopping.ts';
import type { Seen, Standing } from '../core/standing.ts';
import type { WholeThread } from '../port.ts';
import type { KnownThread } from './cursor.ts';
import { AGE_LADDER, APPROVALS_ASKED_EVERY_SECONDS, LISTED_POSTS, LONG_LIST_POSTS, REPLIES_AT_ONCE } from './limits.ts';
import {
  isHidden,
  PENDING_FIELDS,
  POST_FIELDS,
  type Post,
  PostList,
  REPLY_FIELDS,
  type Reading,
  type Reply,
  ReplyList,
  replyEvent,
} from './wire.ts';

export interface ConversationsRead {
  readonly seen: readonly Seen[];
  readonly whole: readonly WholeThread[];
  readonly read: Readonly<Record<string, KnownThread>>;
  /** Threads wants nothing more for so long. */
  readonly stoppedSeconds?: number;
}

export interface Wanted {
  readonly reading: Reading;
  readonly known: Readonly<Record<string, KnownThread>>;
  /** Whether to list far back. */
  readonly isLong: boolean;
}

/** The conversations that are due by the age of their post, each from end to end, with what waits for approval. */
export async function readConversations(reader: GraphReader, wanted: Wanted): Promise<ConversationsRead> {
  const { reading, known } = wanted;
  const now = Math.floor(reading.seenAt.getTime() / 1000);
  const [seen, whole]: [Seen[], WholeThread[]] = [[], []];
  const read: Record<string, KnownThread> = {};
  for (const post of await ownPosts(reader, wanted.isLong)) {
    const before = known[post.id];
    if (!isDue(post, before, now)) continue;
    const thread = await attempt(reader, () => conversationOf(reader, post, { before, now }));
    if (thread.state === 'stopped') return { seen, whole, read, stoppedSeconds: thread.waitSeconds };
    if (thread.state === 'closed') continue;
    const { replies, ids } = thread.found;
    for (const { reply, standing } of replies) seen.push({ event: replyEvent(reply, post, reading), standing });
    if (ids !== null) whole.push({ postExternalId: post.id, seenAt: reading.seenAt, itemExternalIds: ids });
    read[post.id] = thread.found.known;
  }
  return { seen, whole, read };
}

async function ownPosts(reader: GraphReader, isLong: boolean): Promise<readonly Post[]> {
  const wanted = isLong ? LONG_LIST_POSTS : LISTED_POSTS;
  const query = { fields: POST_FIELDS, limit: LISTED_POSTS };
  const { nodes } = await reader.list<Post>(PostList, 'me/threads', query, (posts) => posts.length >= wanted);
  return nodes;
}

/** `now` in Unix seconds. */
export function isDue({ timestamp }: Pick<Post, 'timestamp'>, before: KnownThread | undefined, now: number): boolean {
  if (before === undefined) return true;
  const days = (now - timestamp.getTime() / 1000) / 86_400;
  const step = AGE_LADDER.find(({ underDays }) => days < underDays);
  return step !== undefined && now - before.readAt >= step.readEverySeconds;
}

interface Conversation {
  readonly replies: readonly { readonly reply: Reply; readonly standing: Standing }[];
  /** Of all that is there, readable or not; null where someone has no id. */
  readonly ids: readonly string[] | null;
  readonly known: KnownThread;
}

const NOTHING: Sifted<Reply> = { nodes: [], unreadable: [] };

async function conversationOf(
  reader: GraphReader,
  post: Post,
  { before, now }: { readonly before: KnownThread | undefined; readonly now: number },
): Promise<Conversation> {
  const path = encodeURIComponent(post.id);
  const query = { fields: REPLY_FIELDS, reverse: false, limit: REPLIES_AT_ONCE };
  // A post that says it has none, and had none, is believed; one that had some is read once more.
  const isEmpty = !post.has_replies && (before?.replies ?? 0) === 0;
  const open = isEmpty ? NOTHING : await reader.list<Reply>(ReplyList, `${path}/conversation`, query);
  const approvals = await approvalsOf(reader, post, { before, now });
  const waiting = approvals.replies;
  // What waits may or may not also stand in the conversation: how it waits is what counts.
  const standings = new Map<string, { reply: Reply; standing: Standing }>();
  for (const reply of open.nodes) standings.set(reply.id, { reply, standing: isHidden(reply) ? 'hidden' : 'shown' });
  for (const reply of waiting.nodes) {
    standings.set(reply.id, { reply, standing: reply.reply_approval_status === 'ignored' ? 'hidden' : 'held' });
  }
  const unread = [...open.unreadable, ...waiting.unreadable];
  const ids = [...standings.keys(), ...unread.flatMap(({ id }) => id ?? [])];
  return {
    replies: [...standings.values()],
    ids: unread.some(({ id }) => id === null) ? null : [...new Set(ids)],
    known: { readAt: now, replies: standings.size, approvals: approvals.isOn, askedAt: approvals.askedAt },
  };
}

interface Approvals {
  readonly isOn: boolean;
  readonly askedAt: number;
  readonly replies: Sifted<Reply>;
}

/** Both those that wait and those that were ignored. Of a post without approvals Threads refuses to tell. */
async function approvalsOf(
  reader: GraphReader,
  post: Post,
  { before, now }: { readonly before: KnownThread | undefined; readonly now: number },
): Promise<Approvals> {
  if (before?.approvals === false && now - before.askedAt < APPROVALS_ASKED_EVERY_SECONDS)
    return { isOn: false, askedAt: before.askedAt, replies: NOTHING };
  const query = { fields: PENDING_FIELDS, reverse: false, limit: REPLIES_AT_ONCE };
  const path = `${encodeURIComponent(post.id)}/pending_replies`;
  const replies = await unlessClosed(() => reader.list<Reply>(ReplyList, path, query));
  return { isOn: replies !== null, askedAt: now, replies: replies ?? NOTHING };
}
