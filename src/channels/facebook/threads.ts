// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GraphReader, Sifted } from '../core/graph.ts';
import type { Seen } from '../core/standing.ts';
import type { WholeThread } from '../port.ts';
import { commentEvent, othersPostEvent, type Reading } from './events.ts';
import { OLD_READING_POSTS, PAGE_SIZE, RECENT_POSTS, WHOLE_READING_POSTS } from './limits.ts';
import {
  COMMENT_FIELDS,
  type Comment,
  CommentList,
  IN_STREAM,
  POST_FIELDS,
  type Post,
  PostList,
  postFieldsSince,
} from './wire.ts';

/** How much of a Page one reading looks at. `since`: Unix seconds. */
export interface Depth {
  readonly whole: boolean;
  readonly since: number | null;
}

export interface Threads {
  readonly seen: readonly Seen[];
  readonly wholeThreads: readonly WholeThread[];
  readonly posts: ReadonlySet<string>;
}

/** The Page's posts and its visitors', with what hangs under them. */
export async function readThreads(reader: GraphReader, reading: Reading, depth: Depth): Promise<Threads> {
  const page = encodeURIComponent(reading.pageId);
  const own = await recentPosts(reader, `${page}/published_posts`, depth);
  const visitors = await recentPosts(reader, `${page}/visitor_posts`, depth);
  const seen: Seen[] = visitors.map((post) => ({
    event: othersPostEvent(post, 'visitor-post', reading),
    standing: post.is_hidden ? 'hidden' : 'shown',
  }));
  const wholeThreads: WholeThread[] = [];
  const posts = new Map([...own, ...visitors].map((post) => [post.id, post]));
  for (const post of posts.values()) {
    const { comments, ids } = await threadOf(reader, post, depth);
    seen.push(...comments.map((comment) => seenUnder(comment, post, reading)));
    if (ids !== null) wholeThreads.push({ postExternalId: post.id, seenAt: reading.seenAt, itemExternalIds: ids });
  }
  return { seen, wholeThreads, posts: new Set(posts.keys()) };
}

/** What came since under posts down to the oldest that Facebook lists, but for those that were just read. */
export async function readOldThreads(
  reader: GraphReader,
  reading: Reading,
  { since, known }: { readonly since: number; readonly known: ReadonlySet<string> },
): Promise<readonly Seen[]> {
  const path = `${encodeURIComponent(reading.pageId)}/published_posts`;
  const query = { fields: postFieldsSince(since), limit: `${PAGE_SIZE}` };
  const { nodes } = await reader.list<Post>(PostList, path, query, (posts) => posts.length >= OLD_READING_POSTS);
  const seen: Seen[] = [];
  for (const post of nodes) {
    if (known.has(post.id)) continue;
    const { comments } = await threadOf(reader, post, { whole: false, since });
    seen.push(...comments.map((comment) => seenUnder(comment, post, reading)));
  }
  return seen;
}

const seenUnder = (comment: Comment, post: Post, reading: Reading): Seen => ({
  event: commentEvent(comment, post, reading),
  standing: comment.is_hidden ? 'hidden' : 'shown',
});

/** Newest first, as many as the depth asks for and at least back to the previous reading. */
async function recentPosts(reader: GraphReader, path: string, { whole, since }: Depth): Promise<readonly Post[]> {
  const wanted = whole ? WHOLE_READING_POSTS : RECENT_POSTS;
  const enough = (posts: readonly Post[]): boolean => {
    const oldest = posts.at(-1)?.created_time.getTime() ?? 0;
    return posts.length >= wanted && (since === null || oldest < since * 1000);
  };
  const { nodes } = await reader.list(PostList, path, { fields: POST_FIELDS, limit: `${RECENT_POSTS}` }, enough);
  return nodes;
}

interface Thread {
  readonly comments: readonly Comment[];
  /** Of all that is in the thread, readable or not; null where it was not read to its end or someone has no id. */
  readonly ids: readonly string[] | null;
}

async function threadOf(reader: GraphReader, post: Post, { whole, since }: Depth): Promise<Thread> {
  const first = post.comments ?? { data: [] };
  const top = reader.sift(first.data);
  if (first.paging?.next === undefined) return threadFrom(top, true);
  const path = `${encodeURIComponent(post.id)}/comments`;
  const query = { ...IN_STREAM, fields: COMMENT_FIELDS, limit: `${PAGE_SIZE}` };
  const toTheEnd = whole || since === null;
  const after = first.paging.cursors?.after;
  const rest = await reader.list(CommentList, path, {
    ...query,
    ...(toTheEnd ? (after === undefined ? {} : { after }) : { since: `${since}` }),
  });
  const nodes = [...top.nodes, ...rest.nodes];
  return threadFrom({ nodes, unreadable: [...top.unreadable, ...rest.unreadable] }, toTheEnd);
}

function threadFrom({ nodes, unreadable }: Sifted<Comment>, whole: boolean): Thread {
  const comments = new Map(nodes.map((comment) => [comment.id, comment]));
  const others = unreadable.flatMap(({ id }) => id ?? []);
  const areAllKnown = whole && others.length === unreadable.length;
  return { comments: [...comments.values()], ids: areAllKnown ? [...new Set([...comments.keys(), ...others])] : null };
}
