// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { CasePage } from '#moderation/contract';
import { neighbours, rowsOf } from './list.ts';

export type Listed = UseInfiniteQueryResult<InfiniteData<CasePage, unknown>>;

/** Where to go after a decision. */
export interface NextCase {
  readonly id: string | undefined;
  /** Nothing else is left to decide in the list, loaded to its end. */
  readonly last: boolean;
}

/** The next case still to be decided, page after page where the loaded ones have none. */
export async function nextToDecide(
  queue: Pick<Listed, 'data' | 'hasNextPage' | 'fetchNextPage'>,
  id: string,
): Promise<NextCase> {
  let { data, hasNextPage } = queue;
  for (;;) {
    const found = neighbours(rowsOf(data), id, hasNextPage).nextOpen;
    if (found !== undefined) return { id: found.id, last: false };
    if (!hasNextPage) return { id: undefined, last: data !== undefined };
    const answer = await queue.fetchNextPage({ cancelRefetch: false });
    if (answer.isFetchNextPageError) return { id: undefined, last: false };
    ({ data, hasNextPage } = answer);
  }
}
