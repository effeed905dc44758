// SPDX-License-Identifier: AGPL-3.0-or-later
import { ChannelFault } from '../port.ts';
import type { Rest } from './cursor.ts';
import { BACKLOG_PAGES } from './limits.ts';
import type { Reading } from './reading.ts';
import { threadsPage } from './threads.ts';
import type { Listed, Thread } from './wire.ts';

/** What was read of one list. */
export interface ListRead {
  readonly threads: readonly Thread[];
  /** Unix seconds: everything written after it was read, from the top. */
  readonly covers: number;
  /** What is left for the next reading. */
  readonly rest: Rest | undefined;
}

export interface ListAsked {
  readonly status: Listed;
  /** Pages wanted whatever their age. */
  readonly pages: number;
  /** Unix seconds; beyond the pages, the list is read down to here. Null: no further. */
  readonly since: number | null;
  /** What the previous reading left. */
  readonly rest: Rest | undefined;
}

/** Reads a list from the top, then what earlier readings left of it: a burst is caught up in steps. */
export async function readList(reading: Reading, asked: ListAsked): Promise<ListRead> {
  const { pages, since, rest } = asked;
  const top = await stretch(reading, asked.status, { token: null, pages, until: since });
  if (rest === undefined) return { ...top, rest: top.next === null ? undefined : leftFrom(top.next, since) };
  // What was left lies below: on the way down it comes by itself.
  if (top.next !== null) return { ...top, rest: leftFrom(top.next, rest.until) };
  const older = await below(reading, asked.status, rest);
  return {
    threads: [...top.threads, ...older.threads],
    covers: top.covers,
    rest: older.next === null ? undefined : leftFrom(older.next, rest.until),
  };
}

const leftFrom = (token: string, until: number | null): Rest | undefined =>
  until === null ? undefined : { token, until };

interface Stretch {
  readonly threads: readonly Thread[];
  readonly covers: number;
  /** Where to go on, when there was too much for one reading. */
  readonly next: string | null;
}

/** A page's name may have run out since: then from the top again. */
async function below(reading: Reading, status: Listed, { token, until }: Rest): Promise<Stretch> {
  try {
    return await stretch(reading, status, { token, pages: 0, until });
  } catch (cause) {
    if (!(cause instanceof ChannelFault && cause.error.kind === 'rejected-content')) throw cause;
    return stretch(reading, status, { token: null, pages: 0, until });
  }
}

async function stretch(
  reading: Reading,
  status: Listed,
  { token, pages, until }: { readonly token: string | null; readonly pages: number; readonly until: number | null },
): Promise<Stretch> {
  const threads: Thread[] = [];
  const of = { channel: reading.acting.account.externalId };
  let at = token ?? undefined;
  for (let count = 1; ; count++) {
    const page = await threadsPage(reading.acting, { of, status, token: at, purpose: 'read' });
    reading.passOver(page.unreadable);
    threads.push(...page.items);
    if (page.next === undefined || page.next === at) return { threads, covers: Number.NEGATIVE_INFINITY, next: null };
    const covers = secondsOf(threads.at(-1)) ?? Number.POSITIVE_INFINITY;
    if (count >= pages && (until === null || covers < until)) return { threads, covers, next: null };
    if (count >= Math.max(pages, BACKLOG_PAGES)) return { threads, covers, next: page.next };
    at = page.next;
  }
}

const secondsOf = (thread: Thread | undefined): number | undefined =>
  thread && thread.snippet.topLevelComment.snippet.publishedAt.getTime() / 1000;
