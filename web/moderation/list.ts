// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { CasePage, CaseSummary } from '#moderation/contract';

type Pages = InfiniteData<CasePage, string | null>;

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
  /** The next one still to be decided: after this one, else from the top. */
  readonly nextOpen: CaseSummary | undefined;
}

export function neighbours(rows: readonly CaseSummary[], id: string): Neighbours {
  const at = rows.findIndex((row) => row.id === id);
  const after = rows.slice(at + 1);
  const before = at <= 0 ? [] : rows.slice(0, at);
  const isOpen = (row: CaseSummary) => row.state === 'open' && row.id !== id;
  return {
    previous: at <= 0 ? undefined : rows[at - 1],
    next: rows[at + 1],
    nextOpen: after.find(isOpen) ?? before.find(isOpen),
  };
}

/**
 * Puts what is now known of a case into its row, wherever that row is listed; rows keep their places.
 * False when no list holds it.
 */
export function updateRow(queries: QueryClient, body: string, news: CaseSummary): boolean {
  let listed = false;
  queries.setQueriesData<Pages>({ queryKey: ['cases', body, 'queue'] }, (pages) => {
    if (!rowsOf(pages).some((row) => row.id === news.id)) return pages;
    listed = true;
    return pages && { ...pages, pages: pages.pages.map((page) => withRow(page, news)) };
  });
  return listed;
}

function withRow(page: CasePage, news: CaseSummary): CasePage {
  return { ...page, items: page.items.map((row) => (row.id === news.id ? summaryOf(row, news) : row)) };
}

/** Only what a row knows: a case's page carries much more. */
function summaryOf(row: CaseSummary, news: CaseSummary): CaseSummary {
  const names = Object.keys(row) as (keyof CaseSummary)[];
  return Object.assign({}, row, Object.fromEntries(names.map((name) => [name, news[name]])));
}
