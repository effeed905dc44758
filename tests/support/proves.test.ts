// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alteredName, declaredBy, proves } from './proves.ts';

test('the name of a test says which clauses it proves', () => {
  assert.equal(proves('ESE-004', 'a number is removed'), 'ESE-004 · a number is removed');
  assert.equal(proves(['ESE-004', 'ES2-005'], 'two at once'), 'ESE-004 ES2-005 · two at once');
  assert.deepEqual(declaredBy(proves(['ESE-004', 'ES2-005'], 'two')), { ids: ['ESE-004', 'ES2-005'], altered: false });
  assert.deepEqual(declaredBy(alteredName('ESE-004')), { ids: ['ESE-004'], altered: true });
});

test('other names prove nothing', () => {
  for (const name of ['ESE-004 is removed', 'of ESE-004 · a number', 'ESE-04 · a number', 'ese-004 · a number', ''])
    assert.equal(declaredBy(name), undefined, name);
});

test('what is no clause id is refused', () => {
  for (const ids of ['ESE-4', 'ESE-0044', '', 'ESE-004 ESE-005', [], ['ESE-004', 'x']])
    assert.throws(() => proves(ids, 'a title'), /not a clause id/);
});
