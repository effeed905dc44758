// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeReturn } from './safe-return.ts';

test('back to the page of the desk that was wanted, filter included', () => {
  assert.equal(safeReturn('/banco/il-mosaico?stato=decise'), '/banco/il-mosaico?stato=decise');
});

test('never to another site, nor to a page that is not of the desk', () => {
  for (const path of ['https://example.com', '//example.com', '/banco//example.com', '/altrove', '', undefined]) {
    assert.equal(safeReturn(path), '/banco');
  }
});
