// SPDX-License-Identifier: AGPL-3.0-or-later
import { ageOf, backFrom, type Cursor, type Root } from './cursor.ts';
import { PAGE_SIZE, QUERY_LENGTH, READING_TIERS, SEARCH_DAYS, WHOLE_READING_EVERY } from './limits.ts';
import type { Reader } from './reader.ts';
import { POST_QUERY, Post } from './wire.ts';

const DAY_SECONDS = 86_400;
/** The search refuses what is right at the edge of its week. */
const EDGE_SECONDS = 3600;

type TierName = (typeof READING_TIERS)[number]['name'];

export interface Conversations {
  readonly posts: readonly Post[];
  /** Conversations read from the beginning of the search's week to now. */
  readonly whole: ReadonlySet<string>;
  readonly tiers: Cursor['tiers'];
}

/** What was written in the conversations that our posts open: recent ones at every reading, older ones less often. */
export async function readConversations(reader: Reader, cursor: Cursor, now: Date): Promise<Conversations> {
  const posts: Post[] = [];
  const whole = new Set<string>();
  const tiers: Cursor['tiers'] = { ...cursor.tiers };
  for (const { name, everySeconds } of READING_TIERS) {
    const last = cursor.tiers[name];
    if (last !== undefined && (now.getTime() - last) / 1000 < everySeconds) continue;
    const roots = cursor.roots.filter((root) => tierOf(root, now) === name).map(({ id }) => id);
    const isWhole = last === undefined || (name === 'recent' && cursor.round % WHOLE_READING_EVERY === 0);
    const since = isWhole ? null : startTime(backFrom(last), now);
    for (const query of queriesOf(roots)) posts.push(...(await search(reader, query, since)));
    if (isWhole) for (const id of roots) whole.add(id);
    tiers[name] = now.getTime();
  }
  return { posts: posts.filter(({ isRepost }) => !isRepost), whole, tiers };
}

const tierOf = (root: Root, now: Date): TierName | undefined =>
  READING_TIERS.find(({ untilDays }) => ageOf(root, now) < untilDays * DAY_SECONDS)?.name;

/** Null where that is further back than the search reaches: it then begins at its own limit. */
export function startTime(from: Date | null, now: Date): string | null {
  const reach = now.getTime() - (SEARCH_DAYS * DAY_SECONDS - EDGE_SECONDS) * 1000;
  return from === null || from.getTime() < reach ? null : inSeconds(from);
}

/** X takes no fractions of a second. */
export const inSeconds = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;

async function search(reader: Reader, query: string, since: string | null): Promise<readonly Post[]> {
  const { items } = await reader.list({
    shape: Post,
    path: 'tweets/search/recent',
    query: {
      query,
      max_results: `${PAGE_SIZE}`,
      sort_order: 'recency',
      ...POST_QUERY,
      ...(since === null ? {} : { start_time: since }),
    },
  });
  return items;
}

const OR = ' OR ';

/** As many conversations in each search as its length allows. */
export function queriesOf(roots: readonly string[]): string[] {
  const queries: string[] = [];
  for (const id of roots) {
    const term = `conversation_id:${id}`;
    const last = queries.at(-1);
    const longer = last === undefined ? term : `${last}${OR}${term}`;
    if (last === undefined || longer.length > QUERY_LENGTH) queries.push(term);
    else queries[queries.length - 1] = longer;
  }
  return queries;
}

/**
 * Our own posts since the previous reading: those that open conversations, and our replies. The first time only the former,
 * which many replies would otherwise push out of reach.
 */
export async function readOwnPosts(reader: Reader, account: string, cursor: Cursor): Promise<readonly Post[]> {
  const from = backFrom(cursor.at);
  const { items } = await reader.list({
    shape: Post,
    path: `users/${account}/tweets`,
    query: {
      max_results: `${PAGE_SIZE}`,
      exclude: from === null ? 'replies,retweets' : 'retweets',
      ...POST_QUERY,
      ...(from === null ? {} : { start_time: inSeconds(from) }),
    },
    // The first time, what can still be answered; later all there is, which `start_time` keeps short.
    ...(from === null ? { enough: (posts: readonly Post[]) => posts.length >= 2 * PAGE_SIZE } : {}),
  });
  return items.filter(({ isRepost }) => !isRepost);
}

export const rootsAmong = (posts: readonly Post[]): Root[] =>
  posts.filter(({ replyTo }) => replyTo === null).map(({ first, text, at }) => ({ id: first, text, at: at.getTime() }));

/** Posts that mention the account, also by answering it. */
export async function readMentions(reader: Reader, account: string, cursor: Cursor): Promise<readonly Post[]> {
  const from = backFrom(cursor.at);
  const { items } = await reader.list({
    shape: Post,
    path: `users/${account}/mentions`,
    query: {
      max_results: `${PAGE_SIZE}`,
      ...POST_QUERY,
      ...(from === null ? {} : { start_time: inSeconds(from) }),
    },
    ...(from === null ? { enough: (posts: readonly Post[]) => posts.length >= 2 * PAGE_SIZE } : {}),
  });
  return items.filter(({ isRepost, author }) => !isRepost && author !== account);
}
