// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CasePage } from '#moderation/contract';
import { type Listed, nextToDecide } from './next-case.ts';
import { caseDetail } from './testing/case-detail.ts';

const page = (...rows: readonly [string, 'open' | 'decided'][]): CasePage => ({
  items: rows.map(([id, state]) => caseDetail({ id, state })),
  next_cursor: null,
  counters: { open: 0, decided: 0, grave: 0, stuck: 0 },
});

/** A list of pages, of which the first is there. */
function listOf(pages: readonly CasePage[], failing = false) {
  let loaded = 1;
  const now = () => ({
    ...{ data: { pages: pages.slice(0, loaded), pageParams: [] }, hasNextPage: loaded < pages.length },
    isFetchNextPageError: failing,
  });
  const fetchNextPage = async () => {
    if (!failing) loaded += 1;
    return now();
  };
  const queue = { ...now(), fetchNextPage } as unknown as Listed;
  return { queue, asked: () => loaded - 1 };
}

test('page after page is asked for until one has a case to decide; nobody goes round before the end', async () => {
  const { queue, asked } = listOf([page(['a', 'open'], ['b', 'open']), page(['c', 'decided']), page(['d', 'open'])]);
  assert.deepEqual(await nextToDecide(queue, 'b'), { id: 'd', last: false });
  assert.equal(asked(), 2);
});

test('at the end of the list what was passed over comes again, and then it is the last', async () => {
  const { queue } = listOf([page(['a', 'open'], ['b', 'open']), page(['c', 'decided'])]);
  assert.deepEqual(await nextToDecide(queue, 'b'), { id: 'a', last: false });
  assert.deepEqual(await nextToDecide(listOf([page(['b', 'open'])]).queue, 'b'), { id: undefined, last: true });
});

test('a page that does not come makes nothing the last', async () => {
  const { queue } = listOf([page(['b', 'open']), page(['c', 'open'])], true);
  assert.deepEqual(await nextToDecide(queue, 'b'), { id: undefined, last: false });
});
