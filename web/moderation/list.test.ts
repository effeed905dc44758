// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CasePage, CaseSummary } from '#moderation/contract';
import { neighbours, rowsOf } from './list.ts';

const row = (id: string, state: CaseSummary['state'] = 'open'): CaseSummary => ({
  id,
  number: 1,
  state,
  priority: 2,
  network: 'facebook',
  kind: 'comment',
  author: null,
  excerpt: '',
  writtenAt: '2026-11-20T10:00:00Z',
  receivedAt: '2026-11-20T10:00:00Z',
  due: null,
  proposal: 'none',
  clauses: [],
  edited: false,
  deletedByAuthor: false,
  hasMedia: false,
  decision: null,
  enforcement: 'none',
});
const page = (...items: CaseSummary[]): CasePage => ({
  items,
  next_cursor: null,
  counters: { open: 0, decided: 0, grave: 0 },
});

test('a case listed on two pages is one row, where it was first', () => {
  const pages = { pages: [page(row('a'), row('b')), page(row('b'), row('c'))], pageParams: [null, 'x'] };
  assert.deepEqual(
    rowsOf(pages).map((item) => item.id),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(rowsOf(undefined), []);
});

test('neighbours skip nothing, the next open one skips what is decided and goes round', () => {
  const rows = [row('a'), row('b'), row('c', 'decided'), row('d')];
  const ids = (id: string) => {
    const found = neighbours(rows, id);
    return [found.previous?.id, found.next?.id, found.nextOpen?.id];
  };
  assert.deepEqual(ids('b'), ['a', 'c', 'd']);
  assert.deepEqual(ids('d'), ['c', undefined, 'a']);
  assert.deepEqual(ids('a'), [undefined, 'b', 'b']);
});

test('a case outside the list starts from the top; the only one has nobody', () => {
  assert.equal(neighbours([row('a')], 'z').next?.id, 'a');
  assert.equal(neighbours([row('a')], 'z').previous, undefined);
  assert.equal(neighbours([row('a')], 'a').nextOpen, undefined);
});
