// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeCsam } from './csam.ts';

test('by a clause that is touched, or by anything noticed, however faint', () => {
  assert.equal(mayBeCsam([{ categories: ['insult'] }, { categories: ['illegal', 'csam'] }]), true);
  assert.equal(mayBeCsam([{ category: 'csam' }]), true);
  assert.equal(mayBeCsam([{ categories: ['insult'] }, { category: 'threat' }]), false);
  assert.equal(mayBeCsam([]), false);
});
