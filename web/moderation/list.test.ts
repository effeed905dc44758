// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryClient } from '@tanstack/react-query';
import type { CasePage, CaseSummary } from '#moderation/contract';
import { queueQuery } from './cases.ts';
import { insertRow, isNearEnd, isWithin, neighbours, returnRow, rowsOf, updateRow } from './list.ts';

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
  place: `2 ${id}`,
  proposal: 'none',
  clauses: [],
  mustLook: false,
  edited: false,
  deletedByAuthor: false,
  hasMedia: false,
  decision: null,
  enforcement: 'none',
});
const page = (...items: CaseSummary[]): CasePage => ({
  items,
  next_cursor: null,
  counters: { open: 0, decided: 0, grave: 0, stuck: 0 },
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

test('while the list goes on nobody goes round, and its end is near some rows before', () => {
  const rows = [row('a'), row('b'), row('c', 'decided')];
  assert.equal(neighbours(rows, 'b', true).nextOpen, undefined);
  assert.equal(neighbours(rows, 'b').nextOpen?.id, 'a');
  const many = Array.from({ length: 50 }, (_, at) => row(`r${at}`));
  assert.deepEqual(
    ['r0', 'r38', 'r39', 'r49'].map((id) => isNearEnd(many, id)),
    [false, false, true, true],
  );
});

test('a case outside the list starts from the top; the only one has nobody', () => {
  assert.equal(neighbours([row('a')], 'z').next?.id, 'a');
  assert.equal(neighbours([row('a')], 'z').previous, undefined);
  assert.equal(neighbours([row('a')], 'a').nextOpen, undefined);
});

const graver = (id: string, priority: 0 | 1 | 2 | 3): CaseSummary => ({
  ...row(id),
  priority,
  place: `${priority} ${id}`,
});
const idsIn = (pages: Parameters<typeof rowsOf>[0]) => rowsOf(pages).map(({ id }) => id);

test('a case that comes back takes its place: the one that the server gives it', () => {
  const learned = { ...graver('c', 2), place: '2 100 c', due: '2026-11-20T12:00:00Z' };
  const pages = {
    pages: [page(graver('a', 0), learned), page(graver('d', 2), graver('e', 3))],
    pageParams: [null, 'x'],
  };
  assert.deepEqual(idsIn(insertRow(pages, graver('b', 1))), ['a', 'b', 'c', 'd', 'e']);
  // Later by its deadline, earlier by what was learned of it.
  const ranked = { ...graver('z', 2), place: '2 040 z', due: '2026-11-20T12:30:00Z' };
  assert.deepEqual(idsIn(insertRow(pages, ranked)), ['a', 'z', 'c', 'd', 'e']);
  assert.deepEqual(idsIn(insertRow(pages, graver('z', 3))), ['a', 'c', 'd', 'e', 'z']);
});

test('what lies beyond the loaded pages is left to the next page', () => {
  const first = { ...page(graver('a', 1), graver('b', 2)), next_cursor: 'x' };
  const pages = { pages: [first], pageParams: [null] };
  assert.equal(isWithin(pages, graver('z', 3)), false);
  assert.deepEqual(idsIn(insertRow(pages, graver('z', 3))), ['a', 'b']);
  assert.deepEqual(idsIn(insertRow(pages, graver('z', 0))), ['z', 'a', 'b']);
});

test('a case undone returns to the open lists it belongs to, and to no other', () => {
  const queries = new QueryClient();
  const keyOf = (state: 'open' | 'decided', network?: string) => queueQuery('ente', { state, network }).queryKey;
  const lists = [keyOf('open'), keyOf('open', 'facebook'), keyOf('open', 'x'), keyOf('decided')];
  for (const key of lists) queries.setQueryData(key, { pages: [page(row('a'))], pageParams: [null] });
  assert.equal(updateRow(queries, 'ente', row('b')), false);
  returnRow(queries, 'ente', row('b'));
  returnRow(queries, 'ente', row('b'));
  assert.deepEqual(
    lists.map((key) => idsIn(queries.getQueryData(key)).join()),
    ['a,b', 'a,b', 'a', 'a'],
  );
});
