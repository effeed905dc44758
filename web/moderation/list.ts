// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { type CasePage, CaseSummary } from '#moderation/contract';
import { belongs, filterFromKey } from './filter.ts';

type Pages = InfiniteData<CasePage, unknown>;

/** The rows of all pages, each case once: a case may slip onto the next page while the reader turns it. */
export function rowsOf(pages: { readonly pages: readonly CasePage[] } | undefined): readonly CaseSummary[] {
  const seen = new Set<string>();
  return (pages?.pages ?? []).flatMap((page) =>
    page.items.filter((item) => !seen.has(item.id) && seen.add(item.id).has(item.id)),
  );
}

export interface Neighbours {
  readonly previous: CaseSummary | undefined;
  readonly next: CaseSummary | undefined;
  /** The next one still to be decided: after this one, else from the top where nothing is left to load. */
  readonly nextOpen: CaseSummary | undefined;
}

/** `more`: the list goes on beyond these rows. */
export function neighbours(rows: readonly CaseSummary[], id: string, more = false): Neighbours {
  const at = rows.findIndex((row) => row.id === id);
  const after = rows.slice(at + 1);
  const before = at <= 0 || more ? [] : rows.slice(0, at);
  const isOpen = (row: CaseSummary) => row.state === 'open' && row.id !== id;
  return {
    previous: at <= 0 ? undefined : rows[at - 1],
    next: rows[at + 1],
    nextOpen: after.find(isOpen) ?? before.find(isOpen),
  };
}

/** How many rows from the end the next page is asked for: somebody who decides fast still finds it there. */
const AHEAD = 10;

/** Whether the reader of a case comes near the end of the rows. One outside the list is at its top. */
export const isNearEnd = (rows: readonly CaseSummary[], id: string): boolean =>
  rows.length - 1 - rows.findIndex((row) => row.id === id) <= AHEAD;

/**
 * Puts what is now known of a case into its row, wherever that row is listed; rows keep their places.
 * False when no list holds it.
 */
export function updateRow(queries: QueryClient, body: string, news: CaseSummary): boolean {
  let listed = false;
  queries.setQueriesData<Pages>({ queryKey: ['cases', body, 'queue'] }, (pages) => {
    if (!isListed(pages, news.id)) return pages;
    listed = true;
    return pages && { ...pages, pages: pages.pages.map((page) => withRow(page, news)) };
  });
  return listed;
}

/** The same, and a case that the person has just brought back stands in the open queue again, in its place. */
export function returnRow(queries: QueryClient, body: string, news: CaseSummary): void {
  updateRow(queries, body, news);
  for (const [key, pages] of queries.getQueriesData<Pages>({ queryKey: ['cases', body, 'queue', 'open'] })) {
    const filter = filterFromKey(String(key[4]));
    if (pages === undefined || isListed(pages, news.id) || !belongs(news, filter)) continue;
    queries.setQueryData<Pages>(key, insertRow(pages, news));
  }
}

export const isListed = (pages: Pages | undefined, id: string): boolean => rowsOf(pages).some((row) => row.id === id);

/** Whether a case comes before the end of what has been loaded of the open queue; the rest comes page by page. */
export const isWithin = (pages: Pages, news: CaseSummary): boolean => {
  const last = rowsOf(pages).at(-1);
  return pages.pages.at(-1)?.next_cursor === null || (last !== undefined && comesBefore(news, last));
};

/** The open queue's own order, as the server says it. */
export const comesBefore = (one: CaseSummary, other: CaseSummary): boolean => one.place < other.place;

export function insertRow(pages: Pages, news: CaseSummary): Pages {
  if (!isWithin(pages, news)) return pages;
  const at = pages.pages.findIndex(({ items }) => items.some((row) => comesBefore(news, row)));
  const target = at === -1 ? pages.pages.length - 1 : at;
  const inserted = pages.pages.map((page, index) => {
    if (index !== target) return page;
    const before = page.items.findIndex((row) => comesBefore(news, row));
    return { ...page, items: page.items.toSpliced(before === -1 ? page.items.length : before, 0, rowOf(news)) };
  });
  return { ...pages, pages: inserted };
}

function withRow(page: CasePage, news: CaseSummary): CasePage {
  return { ...page, items: page.items.map((row) => (row.id === news.id ? rowOf(news) : row)) };
}

/** Only what a row knows: a case's page carries much more. */
const rowOf = (news: CaseSummary): CaseSummary => CaseSummary.parse(news);
