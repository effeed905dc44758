// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileNameOf, nextVersion } from './history.ts';

it('the next version is one that was never used', () => {
  assert.equal(nextVersion([]), '1');
  assert.equal(nextVersion(['2', '10', '9']), '11');
  assert.equal(nextVersion(['1.2', '1.1']), '1.3');
  assert.equal(nextVersion(['1.2', '1.3']), '1.4');
  assert.equal(nextVersion(['2026 bis']), '2027 bis');
  assert.equal(nextVersion(['bozza']), 'bozza (2)');
});

it('a file is named by body and version, and by nothing that a header could not carry', () => {
  assert.equal(fileNameOf('asl-roma-1', '2'), 'asl-roma-1.v2.policy.md');
  assert.equal(fileNameOf('asl-roma-1', 'uno/"due"\r\nè'), 'asl-roma-1.vuno-due-.policy.md');
});
