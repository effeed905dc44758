// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseAddress, filterOf, QueueSearch, searchOf } from './filter.ts';

test('what the address says and what is asked of the server go both ways', () => {
  const filter = { state: 'decided', network: 'facebook' } as const;
  assert.deepEqual(filterOf(searchOf(filter)), filter);
  assert.deepEqual(searchOf({ state: 'open', network: undefined }), {});
});

test('an address written by hand with nonsense is the open queue', () => {
  assert.deepEqual(filterOf(QueueSearch.parse({ stato: 'boh', social: 7 })), { state: 'open', network: undefined });
});

test('the address of a case keeps the filter', () => {
  assert.equal(caseAddress('il-mosaico', 'a1', {}), '/banco/il-mosaico/pratiche/a1');
  const search = { stato: 'decise', social: 'facebook' } as const;
  assert.equal(caseAddress('il-mosaico', 'a1', search), '/banco/il-mosaico/pratiche/a1?stato=decise&social=facebook');
});
