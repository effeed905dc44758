// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongs, caseAddress, filterOf, QueueSearch, searchOf } from './filter.ts';

test('what the address says and what is asked of the server go both ways', () => {
  const filter = { state: 'decided', network: 'facebook' } as const;
  assert.deepEqual(filterOf(searchOf(filter)), filter);
  assert.deepEqual(searchOf({ state: 'open', network: undefined }), {});
  assert.deepEqual(filterOf(searchOf({ ...filter, state: 'stuck' })), { ...filter, state: 'stuck' });
});

test('an address written by hand with nonsense is the open queue', () => {
  assert.deepEqual(filterOf(QueueSearch.parse({ stato: 'boh', social: 7 })), { state: 'open', network: undefined });
});

test('the address of a case keeps the filter', () => {
  assert.equal(caseAddress('il-mosaico', 'a1', {}), '/banco/il-mosaico/pratiche/a1');
  const search = { stato: 'decise', social: 'facebook' } as const;
  assert.equal(caseAddress('il-mosaico', 'a1', search), '/banco/il-mosaico/pratiche/a1?stato=decise&social=facebook');
});

test('a case belongs to the list of its state and network; what is stuck is decided too', () => {
  const row = { state: 'decided', network: 'facebook', enforcement: 'failed' } as const;
  const lists = (of: Parameters<typeof belongs>[0]) =>
    (['open', 'decided', 'stuck'] as const).filter((state) => belongs(of, { state, network: undefined }));
  assert.deepEqual(lists(row), ['decided', 'stuck']);
  assert.deepEqual(lists({ ...row, enforcement: 'confirmed' }), ['decided']);
  assert.deepEqual(lists({ ...row, state: 'open' }), ['open']);
  assert.equal(belongs(row, { state: 'decided', network: 'x' }), false);
});
