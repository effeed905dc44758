// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { commentNameOf, commentPath, commentUrn, encoded } from './urn.ts';

const COMMENT = 'urn:li:comment:(urn:li:activity:7300000000000000008,7300000000000000007)';

it('escapes names whole, the signs of Rest.li too', () => {
  assert.equal(
    encoded('urn:li:comment:(urn:li:activity:8,7)'),
    'urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A8%2C7%29',
  );
  assert.equal(encoded("a'b*c!d"), 'a%27b%2Ac%21d');
});

it('reads the name of a comment and writes it again', () => {
  const name = commentNameOf(COMMENT);
  assert.deepEqual(name, { object: 'urn:li:activity:7300000000000000008', id: '7300000000000000007' });
  assert.ok(name);
  assert.equal(commentUrn(name), COMMENT);
  assert.equal(
    commentPath(name),
    'socialActions/urn%3Ali%3Aactivity%3A7300000000000000008/comments/7300000000000000007',
  );
});

it('takes nothing else for the name of a comment', () => {
  for (const other of ['', 'urn:li:share:9', 'urn:li:comment:(urn:li:activity:8,..)', `${COMMENT}/../x`, '7']) {
    assert.equal(commentNameOf(other), null, other);
  }
});
