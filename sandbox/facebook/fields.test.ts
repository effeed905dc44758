// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseFields } from './fields.ts';

it('reads nested selections with their parameters', () => {
  assert.deepEqual(parseFields('id, comments.filter(stream).limit(5){id,parent{id}}'), [
    { name: 'id', parameters: {}, inner: null },
    {
      name: 'comments',
      parameters: { filter: 'stream', limit: '5' },
      inner: [
        { name: 'id', parameters: {}, inner: null },
        { name: 'parent', parameters: {}, inner: [{ name: 'id', parameters: {}, inner: null }] },
      ],
    },
  ]);
});

it('refuses what it cannot read', () => {
  for (const text of ['', 'id,', 'id{', 'id}', 'comments.filter(', 'a b']) {
    assert.throws(() => parseFields(text), SyntaxError, text);
  }
});
