// SPDX-License-Identifier: AGPL-3.0-or-later
import { ageOf, type Watched } from './cursor.ts';
import { problemName } from './errors.ts';
import { PAGE_SIZE, SEARCH_DAYS, WATCH_TIERS } from './limits.ts';
import type { Reader } from './reader.ts';
import { POST_QUERY, Post } from './wire.ts';

/** What became of the items that were looked at. */
export interface Looked {
  /** Edited since: as they are now. */
  readonly edited: readonly Post[];
  readonly gone: ReadonlySet<string>;
  readonly watched: readonly Watched[];
  /** Newly hidden by somebody on X, and shown again. */
  readonly hidden: readonly string[];
  readonly shown: readonly string[];
}

export interface Looking {
  readonly watched: readonly Watched[];
  /** First ids of what the search has just shown, and the conversations that it read whole. */
  readonly found: ReadonlySet<string>;
  readonly whole: ReadonlySet<string>;
  readonly now: Date;
}

/** X's problems for what nobody can see any more; a protected author is no deletion. */
const GONE = new Set(['resource-not-found', 'resource-unavailable']);
/** The search may still lack what is younger, and lack again what is about to leave its week. */
const SETTLED_SECONDS = 300;
const LEAVING_SECONDS = (SEARCH_DAYS - 0.5) * 86_400;

/**
 * Looks at items again, the younger the more often, because X tells of deletions and edits only to who asks. What the search
 * showed once, leaves out now and still exists was hidden: no interface says so outright.
 */
export async function lookAgain(reader: Reader, { watched, found, whole, now }: Looking): Promise<Looked> {
  const missing = new Set(watched.filter((item) => isMissing(item, { found, whole, now })).map(({ id }) => id));
  const due = watched.filter((item) => missing.has(item.id) || (!found.has(item.id) && isDue(item, now)));
  const { posts, gone } = await lookup(
    reader,
    due.map(({ id }) => id),
  );
  const newer = posts.flatMap(({ id, latest }) => (latest === id ? [] : latest));
  const { posts: edited } = await lookup(reader, newer);
  const looked = new Set(due.map(({ id }) => id));
  const exists = new Set(posts.map(({ first }) => first));
  const hidden = watched.filter((item) => !item.hidden && missing.has(item.id) && exists.has(item.id));
  const shown = watched.filter((item) => item.hidden && found.has(item.id));
  const changed = new Set([...hidden, ...shown].map(({ id }) => id));
  return {
    edited,
    gone,
    hidden: hidden.map(({ id }) => id),
    shown: shown.map(({ id }) => id),
    watched: watched
      .filter(({ id }) => !gone.has(id))
      .map((item) => ({
        ...item,
        hidden: changed.has(item.id) !== item.hidden,
        seen: looked.has(item.id) || found.has(item.id) ? now.getTime() : item.seen,
      })),
  };
}

function isDue(item: Watched, now: Date): boolean {
  const age = ageOf(item, now);
  const tier = WATCH_TIERS.find(({ untilHours }) => age < untilHours * 3600);
  return tier !== undefined && (now.getTime() - item.seen) / 1000 >= tier.everySeconds;
}

function isMissing(item: Watched, { found, whole, now }: Omit<Looking, 'watched'>): boolean {
  if (item.root === null || !whole.has(item.root) || found.has(item.id)) return false;
  const age = ageOf(item, now);
  return age > SETTLED_SECONDS && age < LEAVING_SECONDS;
}

async function lookup(reader: Reader, ids: readonly string[]): Promise<{ posts: Post[]; gone: Set<string> }> {
  const posts: Post[] = [];
  const gone = new Set<string>();
  for (let start = 0; start < ids.length; start += PAGE_SIZE) {
    const asked = ids.slice(start, start + PAGE_SIZE);
    const { items, problems } = await reader.list({
      shape: Post,
      path: 'tweets',
      query: { ids: asked.join(','), ...POST_QUERY },
      partial: true,
    });
    posts.push(...items);
    for (const problem of problems) {
      const id = problem.resource_id ?? problem.value ?? '';
      if (GONE.has(problemName(problem)) && asked.includes(id)) gone.add(id);
    }
  }
  return { posts, gone };
}
