// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InboundEvent } from './port.ts';
import { storable, wellFormed } from './storable.ts';

type Text = Extract<InboundEvent, { text: string }>;

const written: Text = {
  type: 'written',
  externalId: '1_2',
  kind: 'comment',
  text: 'perché 👍',
  author: { externalId: '9', name: 'Ada Prova' },
  at: new Date(0),
  permalink: null,
  post: { externalId: '1', text: null },
  parentExternalId: null,
  own: false,
  hasMedia: false,
};

describe('text that comes from outside', () => {
  it('keeps what the database can hold, and marks what it cannot', () => {
    assert.equal(wellFormed('perché 👍'), 'perché 👍');
    assert.equal(wellFormed('a\0b\ud83dc\udc4d'), 'a\ufffdb\ufffdc\ufffd');
  });

  it('is mended wherever it stands in an event', () => {
    const bad = 'x\0\ud83d';
    const event = {
      ...written,
      externalId: bad,
      text: bad,
      author: { externalId: bad, name: bad },
      post: { externalId: bad, text: bad },
      parentExternalId: bad,
      permalink: `https://social.example/${bad}`,
    };
    assert.doesNotMatch(JSON.stringify(storable(event, [])), /\\u0000|\\ud83d/);
    assert.equal(storable({ type: 'deleted', externalId: bad, at: new Date(0) }, []).externalId, 'x\ufffd\ufffd');
    assert.deepEqual(storable(written, []), written);
  });
});

describe('links that people will follow', () => {
  const HOME = 'http://127.0.0.1:4010/graph';
  const linkOf = (permalink: string, baseUrl = HOME) => {
    const event = storable({ ...written, permalink }, [baseUrl]);
    return event.type === 'written' ? event.permalink : undefined;
  };

  it('lead to the web, or to where the account lives', () => {
    assert.equal(linkOf('https://social.example/p/1?c=2#3'), 'https://social.example/p/1?c=2#3');
    assert.equal(linkOf('http://127.0.0.1:4010/facebook/p'), 'http://127.0.0.1:4010/facebook/p');
  });

  for (const link of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'http://social.example/p',
    'http://127.0.0.1:4011/p',
    'file:///etc/passwd',
    '//social.example/p',
    '',
  ]) {
    it(`are dropped: ${JSON.stringify(link)}`, () => {
      assert.equal(linkOf(link), null);
      assert.equal(linkOf(link, 'data:,x'), null);
    });
  }
});
