// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sameText } from './same-text.ts';

it('takes tidied spaces and composed letters for the same words, and nothing else', () => {
  assert.ok(sameText('È  così.\r\n\n Grazie ', 'E\u0300 così.\nGrazie'));
  assert.ok(!sameText('È così.', 'È così'));
  assert.ok(!sameText('Grazie', 'grazie'));
});
