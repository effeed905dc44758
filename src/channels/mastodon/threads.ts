// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Followed } from './cursor.ts';
import { commentOf, isPrivate, messageOf, type OurPost, type Written } from './events.ts';
import { AGE_LADDER, ALWAYS_READ, FOLLOWED_POSTS, THREADS_AT_ONCE } from './limits.ts';
import { contextOf, type Reading } from './reading.ts';
import { textOf } from './text.ts';
import type { Status } from './wire.ts';

export interface Threads {
  readonly events: readonly Written[];
  readonly posts: readonly Followed[];
  /** What was seen under each post read now, by the post's id. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Known posts with what is newly seen of them: those published since come first. */
export function followed(known: readonly Followed[], listed: readonly Status[]): readonly Followed[] {
  const before = new Map(known.map((post) => [post.id, post]));
  const posts = listed.map(
    ({ id, createdAt }) => before.get(id) ?? { id, at: createdAt.toISOString(), readAt: null, replies: 0, digest: '' },
  );
  const isListed = new Set(posts.map(({ id }) => id));
  const all = [...posts, ...known.filter(({ id }) => !isListed.has(id))];
  return all.sort((one, other) => other.at.localeCompare(one.at)).slice(0, FOLLOWED_POSTS);
}

/**
 * Reads threads whole: a citizen who takes our name out of a reply is in none of the notifications, and an edit is told by
 * nothing else. The newest at every pull, those with more replies than before, and the others by their age.
 */
export async function readThreads(
  reading: Reading,
  { posts, listed }: { readonly posts: readonly Followed[]; readonly listed: readonly Status[] },
): Promise<Threads> {
  const fresh = new Map(listed.map((status) => [status.id, status]));
  const due = dueOf(posts, fresh, reading.seenAt);
  const events: Written[] = [];
  const seen = new Map<string, ReadonlySet<string>>();
  const after = new Map(posts.map((post) => [post.id, post]));
  for (const post of due) {
    if (!reading.affords()) break;
    const context = await contextOf(reading, post.id);
    if (context === null) {
      after.delete(post.id);
      continue;
    }
    const { descendants } = context;
    seen.set(post.id, new Set(descendants.map(({ id }) => id)));
    const status = fresh.get(post.id);
    const digest = digestOf(descendants);
    const replies = status?.repliesCount ?? post.replies;
    after.set(post.id, { ...post, readAt: reading.seenAt.toISOString(), replies, digest });
    if (digest === post.digest) continue;
    const ours = { externalId: post.id, text: status === undefined ? null : textOf(status) };
    events.push(...descendants.map((one) => hung(reading, one, ours)));
  }
  return { events, posts: posts.flatMap(({ id }) => after.get(id) ?? []), seen };
}

const hung = (reading: Reading, status: Status, post: OurPost): Written =>
  isPrivate(status) ? messageOf(reading, status) : commentOf(reading, status, post);

/** The most urgent first, as many as one pull reads. */
function dueOf(posts: readonly Followed[], fresh: ReadonlyMap<string, Status>, now: Date): readonly Followed[] {
  const isUrgent = (post: Followed): boolean => (fresh.get(post.id)?.repliesCount ?? post.replies) !== post.replies;
  const newest = posts.slice(0, ALWAYS_READ);
  const others = posts.slice(ALWAYS_READ).filter((post) => isUrgent(post) || isDue(post, now));
  const waiting = others.sort(
    (one, other) =>
      Number(isUrgent(other)) - Number(isUrgent(one)) || (one.readAt ?? '').localeCompare(other.readAt ?? ''),
  );
  return [...newest, ...waiting].slice(0, THREADS_AT_ONCE);
}

function isDue({ at, readAt }: Followed, now: Date): boolean {
  if (readAt === null) return true;
  const days = (now.getTime() - Date.parse(at)) / 86_400_000;
  const { everySeconds } = AGE_LADDER.find((step) => days < step.days) ?? { everySeconds: 0 };
  return now.getTime() - Date.parse(readAt) >= everySeconds * 1000;
}

function digestOf(statuses: readonly Status[]): string {
  const hash = createHash('sha256');
  for (const { id, editedAt, content } of statuses) hash.update(JSON.stringify([id, editedAt ?? null, content]));
  return hash.digest('base64url').slice(0, 16);
}
