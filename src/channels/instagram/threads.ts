// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GraphReader, Sifted } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import type { Seen } from '../core/standing.ts';
import type { WholeThread } from '../port.ts';
import type { KnownThread } from './cursor.ts';
import {
  AGE_LADDER,
  COMMENTS_AT_ONCE,
  LISTED_POSTS,
  LONG_LIST_POSTS,
  LONG_THREAD_COMMENTS,
  OVERLAP_SECONDS,
  WHOLE_THREAD_EVERY_SECONDS,
} from './limits.ts';
import {
  COMMENT_FIELDS,
  type Comment,
  CommentList,
  commentEvent,
  MEDIA_FIELDS,
  type Media,
  MediaList,
  REPLY_FIELDS,
  type Reading,
  ReplyList,
  type TopComment,
} from './wire.ts';

export interface ThreadsRead {
  readonly seen: readonly Seen[];
  readonly whole: readonly WholeThread[];
  /** What is now known of the threads that were read. */
  readonly read: Readonly<Record<string, KnownThread>>;
  /** Instagram wants nothing more for so long. */
  readonly stoppedSeconds?: number;
}

export interface Wanted {
  readonly reading: Reading;
  readonly known: Readonly<Record<string, KnownThread>>;
  /** Whether to list far back. */
  readonly isLong: boolean;
}

/** The threads that are due: their number of comments changed, or they went unread too long for their age. */
export async function readThreads(reader: GraphReader, { reading, known, isLong }: Wanted): Promise<ThreadsRead> {
  const now = Math.floor(reading.seenAt.getTime() / 1000);
  const [seen, whole]: [Seen[], WholeThread[]] = [[], []];
  const read: Record<string, KnownThread> = {};
  for (const media of await ownPosts(reader, reading, isLong)) {
    const before = known[media.id];
    if (!isDue(media, before, now)) continue;
    const thread = await attempt(reader, () => threadOf(reader, media, { before, now }));
    if (thread.state === 'stopped') return { seen, whole, read, stoppedSeconds: thread.waitSeconds };
    // A post that went away meanwhile, or whose comments Instagram does not tell.
    if (thread.state === 'closed') continue;
    const { comments, ids, isWhole } = thread.found;
    for (const { comment, parent } of comments)
      seen.push({
        event: commentEvent(comment, { media, parent }, reading),
        standing: comment.hidden ? 'hidden' : 'shown',
      });
    if (isWhole && ids !== null)
      whole.push({ postExternalId: media.id, seenAt: reading.seenAt, itemExternalIds: [...new Set(ids)] });
    read[media.id] = { comments: media.comments_count, readAt: now, wholeAt: isWhole ? now : (before?.wholeAt ?? now) };
  }
  return { seen, whole, read };
}

async function ownPosts(reader: GraphReader, { accountId }: Reading, isLong: boolean): Promise<readonly Media[]> {
  const query = { fields: MEDIA_FIELDS, limit: LISTED_POSTS };
  const wanted = isLong ? LONG_LIST_POSTS : LISTED_POSTS;
  const { nodes } = await reader.list<Media>(
    MediaList,
    `${encodeURIComponent(accountId)}/media`,
    query,
    (posts) => posts.length >= wanted,
  );
  return nodes;
}

/** `now` in Unix seconds. */
export function isDue(
  media: Pick<Media, 'comments_count' | 'timestamp'>,
  before: KnownThread | undefined,
  now: number,
): boolean {
  if (before === undefined || before.comments !== media.comments_count) return true;
  const days = (now - media.timestamp.getTime() / 1000) / 86_400;
  const step = AGE_LADDER.find(({ underDays }) => days < underDays);
  return step !== undefined && now - before.readAt >= step.readEverySeconds;
}

interface Thread {
  readonly comments: readonly { readonly comment: Comment; readonly parent: string | null }[];
  /** Of all that was read, readable or not; null where someone has no id. */
  readonly ids: readonly string[] | null;
  readonly isWhole: boolean;
}

/** Newest first, and without a date to start from: a long thread is left off where the previous reading began. */
async function threadOf(
  reader: GraphReader,
  media: Media,
  { before, now }: { readonly before: KnownThread | undefined; readonly now: number },
): Promise<Thread> {
  const mustBeWhole = before === undefined || now - before.wholeAt >= WHOLE_THREAD_EVERY_SECONDS;
  const since = before === undefined ? 0 : before.readAt - OVERLAP_SECONDS;
  let leftOff = false;
  const enough = (comments: readonly TopComment[]): boolean => {
    if (mustBeWhole || comments.length < LONG_THREAD_COMMENTS) return false;
    leftOff = (comments.at(-1)?.timestamp.getTime() ?? 0) < since * 1000;
    return leftOff;
  };
  const query = { fields: COMMENT_FIELDS, limit: COMMENTS_AT_ONCE };
  const top = await reader.list<TopComment>(CommentList, `${encodeURIComponent(media.id)}/comments`, query, enough);
  const comments: { comment: Comment; parent: string | null }[] = [];
  const ids: (string | null)[] = idsOf(top);
  for (const comment of top.nodes) {
    comments.push({ comment, parent: null });
    const replies = await repliesOf(reader, comment);
    comments.push(...replies.nodes.map((reply) => ({ comment: reply, parent: comment.id })));
    ids.push(...idsOf(replies));
  }
  const known = ids.filter((id) => id !== null);
  return { comments, ids: known.length === ids.length ? known : null, isWhole: !leftOff };
}

const idsOf = ({ nodes, unreadable }: Sifted<{ id: string }>): (string | null)[] => [
  ...nodes.map(({ id }) => id),
  ...unreadable.map(({ id }) => id),
];

/** Those that came with the comment, and the rest where they were too many. */
async function repliesOf(reader: GraphReader, { id, replies }: TopComment): Promise<Sifted<Comment>> {
  const first = reader.sift<Comment>(replies?.data ?? []);
  const after = replies?.paging?.next === undefined ? undefined : replies.paging.cursors?.after;
  if (after === undefined) return first;
  const query = { fields: REPLY_FIELDS, limit: COMMENTS_AT_ONCE, after };
  const rest = await reader.list<Comment>(ReplyList, `${encodeURIComponent(id)}/replies`, query);
  return { nodes: [...first.nodes, ...rest.nodes], unreadable: [...first.unreadable, ...rest.unreadable] };
}
