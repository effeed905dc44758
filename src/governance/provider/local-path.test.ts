// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localPath } from './local-path.ts';

test('a page of the desk is gone back to, with its query and without its fragment', () => {
  assert.equal(localPath('/banco/asl-roma-1'), '/banco/asl-roma-1');
  assert.equal(localPath('/banco/asl-roma-1?stato=aperte#qui'), '/banco/asl-roma-1?stato=aperte');
});

for (const wanted of [
  '',
  '/',
  '/accedi',
  '/bancone/x',
  'https://evil.example/banco/',
  '//evil.example/banco/',
  '/banco//evil.example',
  '/banco/../../evil',
  '/banco/..//evil.example',
  '/banco/%2e%2e/accedi',
  '/banco/\\evil.example',
  '\\\\evil.example',
  '/banco/\r\nlocation: https://evil.example',
  'javascript:alert(1)',
  '/banco/\u0000',
])
  test(`anything else leads to the desk: ${JSON.stringify(wanted)}`, () => assert.equal(localPath(wanted), '/banco'));
