// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { dateOf } from '../core/call.ts';
import { ChannelFault, type InboundEvent, type Pulled, type WholeThread } from '../port.ts';
import { notReading } from './errors.ts';
import { commentEvent, notifiedEvent, type Reading } from './events.ts';
import {
  NOTIFICATION_DAYS,
  OLD_READING_EVERY,
  OLD_READING_POSTS,
  OVERLAP_SECONDS,
  READING_ROLES,
  THROTTLED_SECONDS,
  WHOLE_READING_EVERY,
  WHOLE_READING_POSTS,
  YOUNG_POST_DAYS,
} from './limits.ts';
import { type Lister, lister } from './list.ts';
import { type Acting, read } from './rest.ts';
import { encoded } from './urn.ts';
import { NotificationList, type Post, PostList, RoleList } from './wire.ts';

const DAY_MILLISECONDS = 86_400_000;

const Cursor = z.object({
  /** LinkedIn's own time when the previous reading began, in milliseconds; null before the first. */
  at: z.number().nullable(),
  /** How many readings there were. */
  round: z.number().int().nonnegative(),
});
type Cursor = z.infer<typeof Cursor>;

/** An unreadable cursor means reading from the start: repeating is harmless, skipping is not. */
function cursorFrom(text: string | null): Cursor {
  try {
    return Cursor.parse(JSON.parse(text ?? ''));
  } catch {
    return { at: null, round: 0 };
  }
}

/**
 * What the page was told of since the previous reading, in one call for all posts: LinkedIn grants few calls a day. Every
 * twenty-fourth time the threads of young posts are read whole, once a day those of older ones too.
 */
export async function pull(acting: Acting, cursor: string | null): Promise<Pulled> {
  const { at, round } = cursorFrom(cursor);
  const isDeep = round % WHOLE_READING_EVERY === 0;
  const began = isDeep ? await assertReader(acting) : null;
  const lists = lister(acting);
  const notified = await notifications(acting, lists, at);
  const seenAt = began ?? lists.startedAt() ?? acting.now;
  const deep = isDeep ? await threads(acting, lists, { seenAt, old: round % OLD_READING_EVERY === 0 }) : NOTHING;
  const next: Cursor = { at: seenAt.getTime(), round: round + 1 };
  const unreadable = lists.unreadable();
  return {
    events: settled([...notified, ...deep.events]),
    cursor: JSON.stringify(next),
    ...(isDeep && { wholeThreads: deep.wholeThreads }),
    ...(deep.waitSeconds !== undefined && { waitSeconds: deep.waitSeconds }),
    ...(unreadable > 0 && { unreadable }),
  };
}

/** With a role that may write and not read LinkedIn answers that there is nothing, without an error. */
async function assertReader(acting: Acting): Promise<Date | null> {
  const came = await read(acting, RoleList, {
    path: 'organizationAcls',
    query: { q: 'roleAssignee', state: 'APPROVED' },
    restMethod: 'FINDER',
  });
  const roles = came === 'gone' ? [] : came.found.elements;
  const isReader = roles.some(
    ({ organization, role }) => organization === acting.account.externalId && READING_ROLES.includes(role),
  );
  if (!isReader) throw new ChannelFault(notReading);
  return came === 'gone' ? null : dateOf(came.headers);
}

const ACTIONS = 'List(COMMENT,COMMENT_EDIT,COMMENT_DELETE,ADMIN_COMMENT,SHARE_MENTION)';

async function notifications({ account, now }: Acting, lists: Lister, at: number | null): Promise<InboundEvent[]> {
  const oldest = now.getTime() - NOTIFICATION_DAYS * DAY_MILLISECONDS;
  const start = at === null ? oldest : Math.max(oldest, at - OVERLAP_SECONDS * 1000);
  // Their clock may be before ours: what is being told right now must not fall outside.
  const end = Math.max(now.getTime(), at ?? 0) + DAY_MILLISECONDS;
  const { elements } = await lists.all(NotificationList, {
    path: 'organizationalEntityNotifications',
    query: {
      q: 'criteria',
      actions: ACTIONS,
      organizationalEntity: encoded(account.externalId),
      timeRange: `(start:${start},end:${end})`,
    },
    restMethod: 'FINDER',
  });
  const known = new Map(elements.map((notification) => [notification.notificationId, notification]));
  return [...known.values()].flatMap((notification) => notifiedEvent(notification) ?? []);
}

interface Deep {
  readonly events: readonly InboundEvent[];
  readonly wholeThreads: readonly WholeThread[];
  /** LinkedIn wanted no more calls before the end: what was read is kept, and the rest is read another time. */
  readonly waitSeconds?: number;
}
const NOTHING: Deep = { events: [], wholeThreads: [] };

async function threads(
  acting: Acting,
  lists: Lister,
  { seenAt, old }: { readonly seenAt: Date; readonly old: boolean },
): Promise<Deep> {
  const reading: Reading = { organization: acting.account.externalId, seenAt };
  const events: InboundEvent[] = [];
  const wholeThreads: WholeThread[] = [];
  try {
    for (const post of await postsToRead(acting, lists, { seenAt, old })) {
      const comments = await lists.thread(post.id);
      events.push(...comments.found.map((comment) => commentEvent(comment, post, reading)));
      if (comments.ids !== null) wholeThreads.push({ postExternalId: post.id, seenAt, itemExternalIds: comments.ids });
    }
  } catch (fault) {
    if (!(fault instanceof ChannelFault) || fault.error.kind !== 'rate-limited') throw fault;
    return { events, wholeThreads, waitSeconds: fault.error.retryAfterSeconds ?? THROTTLED_SECONDS };
  }
  return { events, wholeThreads };
}

async function postsToRead(
  { account }: Acting,
  lists: Lister,
  { seenAt, old }: { readonly seenAt: Date; readonly old: boolean },
): Promise<readonly Post[]> {
  const wanted = old ? OLD_READING_POSTS : WHOLE_READING_POSTS;
  const { elements } = await lists.all(
    PostList,
    {
      path: 'posts',
      query: { q: 'author', author: encoded(account.externalId), sortBy: 'CREATED' },
      restMethod: 'FINDER',
    },
    wanted,
  );
  const youngest = seenAt.getTime() - YOUNG_POST_DAYS * DAY_MILLISECONDS;
  return elements
    .filter(
      ({ lifecycleState, createdAt }) => lifecycleState === 'PUBLISHED' && (old || createdAt.getTime() >= youngest),
    )
    .slice(0, wanted);
}

/**
 * In the order of what happened. What is gone is not told again as written; what was read in its thread is not told also from
 * the notice of it, except its edits, which bear their time.
 */
function settled(events: readonly InboundEvent[]): readonly InboundEvent[] {
  const gone = new Set(events.flatMap(({ type, externalId }) => (type === 'deleted' ? [externalId] : [])));
  const read = new Set(events.flatMap((event) => ('seenAt' in event && event.seenAt ? [event.externalId] : [])));
  return events
    .filter((event) => {
      if (!('text' in event)) return true;
      if (gone.has(event.externalId)) return false;
      return event.seenAt !== undefined || event.type === 'edited' || !read.has(event.externalId);
    })
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
