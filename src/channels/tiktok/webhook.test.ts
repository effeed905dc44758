// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChannelFault, type InboundEvent } from '../port.ts';
import { webhook } from './webhook.ts';

const SECRET = 'segreto inventato';
const NOW = new Date('2026-11-22T10:00:00Z');
const T = NOW.getTime() / 1000;
const sign = (body: string, { t = T, secret = SECRET } = {}) =>
  `t=${t},s=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;

it('has no handshake: TikTok asks an address nothing', () => {
  assert.equal(webhook.handshake({ challenge: 'x' }, { appSecret: SECRET }), null);
});

describe('signature', () => {
  const text = '{"content":"{\\"text\\":\\"perché 👍\\"}"}';
  const verify = (header: string | undefined, secrets: Record<string, string> = { appSecret: SECRET }) =>
    webhook.verify({ rawBody: Buffer.from(text), headers: { 'TikTok-Signature': header } }, secrets, NOW);
  it('covers the time and the bytes, by either application', () => {
    assert.ok(verify(sign(text)));
    assert.ok(verify(sign(text), { appSecret: 'altro', clientSecret: SECRET }));
    assert.ok(verify(sign(text, { t: T - 299 })));
  });
  it('is believed for five minutes, before and after', () => {
    assert.ok(!verify(sign(text, { t: T - 301 })));
    assert.ok(!verify(sign(text, { t: T + 301 })));
  });
  it('refuses every other', () => {
    const right = sign(text);
    const wrong = [
      sign(text, { secret: 'altro' }),
      sign(`${text} `),
      right.replace(/^t=\d+/, `t=${T - 1}`),
      right.slice(0, -2),
    ];
    for (const header of [...wrong, right.split(',')[1], '', undefined, 't=,s=', 't=1e9,s=00']) {
      assert.ok(!verify(header), `${header}`);
    }
    assert.ok(!verify(sign(text, { secret: '' }), { appSecret: '', clientSecret: '' }));
  });
});

const content = (more = '') =>
  `{"comment_id":7412345678901234567,"video_id":7412345678901234111,"comment_type":"comment","comment_action":"insert","timestamp":1790000000,"unique_identifier":"uid-1","text":"perché?"${more}}`;
const parse = (inside: string, more: object = {}) => {
  const body = {
    client_key: 'k',
    event: 'comment.update',
    create_time: 1790000100,
    user_openid: '-000a',
    content: inside,
    ...more,
  };
  return webhook.parse({ rawBody: Buffer.from(JSON.stringify(body)), headers: {} });
};
const eventOf = (inside: string): InboundEvent | undefined => parse(inside)[0]?.events[0];
const action = (name: string) => content().replace('"insert"', `"${name}"`);

describe('comment updates', () => {
  it('keeps ids beyond 2^53 digit by digit', () => {
    const [batch] = parse(content());
    assert.equal(batch?.accountExternalId, '-000a');
    assert.deepEqual(batch?.events, [
      {
        type: 'written',
        externalId: '7412345678901234567',
        kind: 'comment',
        text: 'perché?',
        author: { externalId: 'uid-1', name: '' },
        at: new Date(1790000000_000),
        permalink: null,
        post: { externalId: '7412345678901234111', text: null },
        parentExternalId: null,
        own: false,
        hasMedia: false,
      },
    ]);
  });

  it('reads replies, deletions, hiding and showing; for friends only is hidden', () => {
    const reply = eventOf(
      content(',"parent_comment_id":7412345678901234222').replace('"comment_type":"comment"', '"comment_type":"reply"'),
    );
    assert.ok(reply?.type === 'written' && reply.kind === 'reply' && reply.parentExternalId === '7412345678901234222');
    const types = ['delete', 'set_to_hidden', 'set_to_friends_only', 'set_to_public'].map(
      (name) => eventOf(action(name))?.type,
    );
    assert.deepEqual(types, ['deleted', 'hidden', 'hidden', 'shown']);
  });

  it('passes over other events, other actions and content that cannot be read', () => {
    for (const inside of [
      action('constructor'),
      action('pinned'),
      '{}',
      'ciao',
      content().replace('1790000000', '1e30'),
    ]) {
      assert.deepEqual(parse(inside), [{ accountExternalId: '-000a', events: [] }], inside);
    }
    assert.deepEqual(parse(content(), { event: 'post.publish.complete' }), [
      { accountExternalId: '-000a', events: [] },
    ]);
  });

  it('throws on a body that is not a notice of TikTok', () => {
    for (const text of ['', 'ciao', '[]', '{"event":1}', '\xff']) {
      assert.throws(() => webhook.parse({ rawBody: Buffer.from(text, 'latin1'), headers: {} }), ChannelFault);
    }
  });
});
