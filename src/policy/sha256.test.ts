// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256 } from './sha256.ts';

test('agrees with the platform at every length around the padding, and beyond ASCII', () => {
  const texts = [...Array.from({ length: 200 }, (_, length) => 'a'.repeat(length)), 'perché «così» 😡'.repeat(999)];
  for (const text of texts) assert.equal(sha256(text), createHash('sha256').update(text, 'utf8').digest('hex'));
});
