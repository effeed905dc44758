// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CAPABILITIES } from './port.ts';
import { adapterOf, adapters } from './registry.ts';

it('finds an adapter by its network', () => {
  for (const adapter of adapters) assert.equal(adapterOf(adapter.network), adapter);
  assert.equal(new Set(adapters.map(({ network }) => network)).size, adapters.length);
});

it('knows of each adapter every capability, its limits and what its secrets are', () => {
  for (const { capabilities, limits, credentials } of adapters) {
    assert.deepEqual(Object.keys(capabilities).toSorted(), CAPABILITIES.toSorted());
    assert.ok(limits.replyLength > 0 && limits.pollSeconds > 0);
    for (const meaning of Object.values(credentials)) assert.ok(meaning.length > 10);
  }
});
