// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Clock } from '#kernel';
import { ChannelFault, type ConnectedAccount, type InboundEvent, type Pulled, type WholeThread } from '../port.ts';
import { faultOf, notActingAsPage, unclear, usageOf, waitAfter } from './errors.ts';
import { OVERLAP_SECONDS, PAGE_SIZE, RECENT_POSTS, WHOLE_READING_EVERY, WHOLE_READING_POSTS } from './limits.ts';
import {
  COMMENT_FIELDS,
  type Comment,
  CommentList,
  commentEvent,
  type Graph,
  IN_STREAM,
  type Listing,
  POST_FIELDS,
  type Post,
  PostList,
  Unreadable,
  visitorPostEvent,
  Written,
} from './wire.ts';

const HIDDEN_REMEMBERED = 1000;

const Cursor = z.object({
  /** Facebook's own time, in Unix seconds, when the previous reading began; null before the first. */
  at: z.number().nullable(),
  /** How many readings there were. */
  round: z.number().int(),
  /** What was hidden at the previous reading, so that hiding and showing are told once. */
  hidden: z.array(z.string()),
});
type Cursor = z.infer<typeof Cursor>;

/**
 * Reads what is on the Page now. Recent threads are read again each time, because Facebook marks neither edits nor
 * comments that surface late; longer and older ones since the previous reading, and whole at every twelfth.
 */
export async function pull(
  { graph, clock }: { readonly graph: Graph; readonly clock: Clock },
  account: ConnectedAccount,
  cursor: string | null,
): Promise<Pulled> {
  const previous = cursorFrom(cursor);
  const reader = readerOf(graph);
  const began = clock.now();
  await assertPage(reader, account.externalId);
  // Of the first answer: what happened after it may already be in the later ones, or not yet.
  const seenAt = reader.startedAt() ?? began;
  const reading = { pageId: account.externalId, seenAt };
  const depth: Depth = {
    whole: previous.round % WHOLE_READING_EVERY === 0,
    since: previous.at === null ? null : previous.at - OVERLAP_SECONDS,
  };
  const page = encodeURIComponent(account.externalId);
  const own = await recentPosts(reader, `${page}/published_posts`, depth);
  const visitors = await recentPosts(reader, `${page}/visitor_posts`, depth);
  const seen: Seen[] = visitors.map((post) => ({ event: visitorPostEvent(post, reading), hidden: post.is_hidden }));
  const wholeThreads: WholeThread[] = [];
  for (const post of new Map([...own, ...visitors].map((post) => [post.id, post])).values()) {
    const thread = await threadOf(reader, post, depth);
    for (const comment of thread.comments) {
      seen.push({ event: commentEvent(comment, post, reading), hidden: comment.is_hidden });
    }
    if (thread.ids !== null) wholeThreads.push({ postExternalId: post.id, seenAt, itemExternalIds: thread.ids });
  }
  const { changes, hidden } = visibilityChanges(seen, previous.hidden, seenAt);
  const next: Cursor = {
    at: Math.floor(seenAt.getTime() / 1000),
    round: previous.round + 1,
    hidden,
  };
  const [waitSeconds, unreadable] = [reader.waitSeconds(), reader.unreadable()];
  return {
    events: [...seen.map(({ event }) => event), ...changes].sort((one, other) => one.at.getTime() - other.at.getTime()),
    cursor: JSON.stringify(next),
    wholeThreads,
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    ...(unreadable === 0 ? {} : { unreadable }),
  };
}

interface Depth {
  readonly whole: boolean;
  readonly since: number | null;
}

interface Seen {
  readonly event: InboundEvent;
  readonly hidden: boolean;
}

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return { at: null, round: 0, hidden: [] };
  }
}

/** With a person's token Facebook answers that there are no comments at all, without an error. */
async function assertPage(reader: Reader, pageId: string): Promise<void> {
  const me = await reader.read(Written, 'me', { fields: 'id' });
  if (me.id !== pageId) throw new ChannelFault(notActingAsPage);
}

/** Newest first, as many as the depth asks for and at least back to the previous reading. */
async function recentPosts(reader: Reader, path: string, { whole, since }: Depth): Promise<readonly Post[]> {
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

async function threadOf(reader: Reader, post: Post, { whole, since }: Depth): Promise<Thread> {
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

function visibilityChanges(seen: readonly Seen[], before: readonly string[], seenAt: Date) {
  const hidden = new Set(before);
  const changes: InboundEvent[] = [];
  for (const { event, hidden: isHidden } of seen) {
    if (isHidden === hidden.has(event.externalId)) continue;
    changes.push({ type: isHidden ? 'hidden' : 'shown', externalId: event.externalId, at: seenAt });
    if (isHidden) hidden.add(event.externalId);
    else hidden.delete(event.externalId);
  }
  return { changes, hidden: [...hidden].slice(-HIDDEN_REMEMBERED) };
}

interface Sifted<Node> {
  readonly nodes: readonly Node[];
  readonly unreadable: readonly Unreadable[];
}

interface Reader {
  read<Shape>(shape: z.ZodType<Shape>, path: string, query: Readonly<Record<string, string>>): Promise<Shape>;
  /** Follows the pages to the end, or until there is enough. */
  list<Node>(
    shape: z.ZodType<Listing<Node | Unreadable>>,
    path: string,
    query: Readonly<Record<string, string>>,
    enough?: (nodes: readonly Node[]) => boolean,
  ): Promise<Sifted<Node>>;
  /** Puts aside, and counts, what cannot be read. */
  sift<Node>(nodes: readonly (Node | Unreadable)[]): Sifted<Node>;
  startedAt(): Date | null;
  waitSeconds(): number | undefined;
  unreadable(): number;
}

function readerOf(graph: Graph): Reader {
  let started: Date | null = null;
  let wait: number | undefined;
  const unreadable = new Set<string | Unreadable>();
  const read: Reader['read'] = async (shape, path, query) => {
    const answer = await graph('GET', path, query);
    if (answer.kind !== 'answer') throw new ChannelFault(faultOf(answer));
    started ??= dateOf(answer.headers);
    wait = waitAfter(usageOf(answer.headers)) ?? wait;
    const body = shape.safeParse(answer.body);
    if (!body.success) throw new ChannelFault(unclear('unexpected-shape'), { cause: body.error });
    return body.data;
  };
  const sift = <Node>(nodes: readonly (Node | Unreadable)[]): Sifted<Node> => {
    const [kept, aside]: [Node[], Unreadable[]] = [[], []];
    for (const node of nodes) {
      if (node instanceof Unreadable) aside.push(node);
      else kept.push(node);
    }
    for (const node of aside) unreadable.add(node.id ?? node);
    return { nodes: kept, unreadable: aside };
  };
  const list = async <Node>(
    shape: z.ZodType<Listing<Node | Unreadable>>,
    path: string,
    query: Readonly<Record<string, string>>,
    enough: (nodes: readonly Node[]) => boolean = () => false,
  ): Promise<Sifted<Node>> => {
    const nodes: Node[] = [];
    const aside: Unreadable[] = [];
    const visited = new Set<string>();
    let after: string | undefined;
    do {
      const page = await read(shape, path, after === undefined ? query : { ...query, after });
      const found = sift(page.data);
      nodes.push(...found.nodes);
      aside.push(...found.unreadable);
      // Only the cursor is taken from `next`: its address carries the token, and need not be the network's.
      after = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
      if (after !== undefined && visited.has(after)) throw new ChannelFault(unclear('paging-loop'));
      if (after !== undefined) visited.add(after);
    } while (after !== undefined && !enough(nodes));
    return { nodes, unreadable: aside };
  };
  return { read, list, sift, startedAt: () => started, waitSeconds: () => wait, unreadable: () => unreadable.size };
}

function dateOf(headers: Headers): Date | null {
  const date = new Date(headers.get('date') ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}
