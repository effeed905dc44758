// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { webhook } from './webhook.ts';

const SECRET = { consumerSecret: 'segreto-di-prova' };
const NOW = new Date('2026-11-22T08:00:00Z');

const delivered = (body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = createHmac('sha256', SECRET.consumerSecret).update(text).digest('base64');
  return { rawBody: Buffer.from(text), headers: { 'X-Twitter-Webhooks-Signature': `sha256=${signature}` } };
};
const parse = (body: unknown) => webhook.parse(delivered(body));

const activity = (event_type: string, payload: object, more: object = {}) => ({
  data: { event_uuid: '2080000000000000000', filter: { user_id: '111' }, event_type, tag: 'ente-1', payload, ...more },
});
const reply = {
  id: '2080000000000000001',
  text: '@ente testo',
  author_id: '222',
  conversation_id: '2070000000000000000',
  created_at: '2026-11-22T08:00:00.000Z',
  referenced_tweets: [{ type: 'replied_to', id: '2070000000000000000' }],
};
const users = { includes: { users: [{ id: '222', name: 'Ada Prova', username: 'ada' }] } };

describe('notices of X', () => {
  it('are believed by the signature of their raw bytes', () => {
    const delivery = delivered(activity('post.reply.create', { ...reply, text: 'Perché «no»? 👍' }));
    assert.equal(webhook.verify(delivery, SECRET, NOW), true);
    assert.equal(webhook.verify({ ...delivery, rawBody: Buffer.from(`${delivery.rawBody} `) }, SECRET, NOW), false);
    assert.equal(webhook.verify(delivery, { consumerSecret: 'altro' }, NOW), false);
    assert.equal(webhook.verify(delivery, {}, NOW), false);
    assert.equal(webhook.verify({ ...delivery, headers: {} }, SECRET, NOW), false);
    const escaped = Buffer.from(
      delivery.rawBody.toString().replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`),
    );
    assert.equal(webhook.verify({ ...delivery, rawBody: escaped }, SECRET, NOW), false);
  });

  it('tell a direct reply to our post', () => {
    const [batch, ...others] = parse(activity('post.reply.create', reply, users));
    assert.equal(others.length, 0);
    assert.equal(batch?.accountExternalId, '111');
    const [event] = batch?.events ?? [];
    assert.ok(event && 'text' in event);
    assert.deepEqual(
      [event.kind, event.author?.name, event.post?.externalId, event.parentExternalId, event.own],
      ['comment', 'Ada Prova', '2070000000000000000', null, false],
    );
    assert.equal(event.permalink, 'https://x.com/ada/status/2080000000000000001');
  });

  it('tell an explicit mention elsewhere, and one in a reply to us as that reply', () => {
    const elsewhere = { ...reply, referenced_tweets: [], conversation_id: reply.id };
    const kinds = [elsewhere, { ...reply, in_reply_to_user_id: '111' }, { ...reply, in_reply_to_user_id: '333' }].map(
      (payload) => parse(activity('post.mention.create', payload, users))[0]?.events[0],
    );
    assert.deepEqual(
      kinds.map((event) => (event && 'kind' in event ? event.kind : null)),
      ['mention', 'comment', 'mention'],
    );
  });

  it('tell deletions at their moment', () => {
    const [event] = parse(activity('post.delete', { id: '5', author_id: '111' }))[0]?.events ?? [];
    assert.deepEqual([event?.type, event?.externalId, event?.at.getUTCFullYear()], ['deleted', '5', 2026]);
  });

  it('tell private messages in their older shape', () => {
    const message = {
      type: 'message_create',
      id: '2080000000000000009',
      created_timestamp: '1795334400000',
      message_create: { sender_id: '222', target: { recipient_id: '111' }, message_data: { text: 'A &amp; B' } },
    };
    const payload = {
      direct_message_events: [message],
      users: { 222: { id: '222', name: 'Ada Prova', screen_name: 'ada' } },
    };
    const [event] = parse(activity('dm.received', payload))[0]?.events ?? [];
    assert.ok(event && 'text' in event);
    assert.deepEqual(
      [event.kind, event.text, event.conversation, event.author?.name, event.at.toISOString()],
      ['message', 'A & B', '111-222', 'Ada Prova', new Date(1_795_334_400_000).toISOString()],
    );
  });

  it('keep ids beyond 2^53 though sent as numbers', () => {
    const text = JSON.stringify(activity('post.reply.create', reply)).replace(
      '"2080000000000000001"',
      '2080000000000000001',
    );
    assert.equal(parse(text)[0]?.events[0]?.externalId, '2080000000000000001');
  });

  it('that are of no concern, or of tomorrow, are passed over', () => {
    for (const type of ['oauth.revoke', 'block.block', 'mute.mute', 'like.create', 'something.new']) {
      assert.deepEqual(parse(activity(type, { any: 'thing' })), [{ accountExternalId: '111', events: [] }], type);
    }
    assert.deepEqual(parse(activity('post.reply.create', { id: 'non un numero' }))[0]?.events, []);
    assert.deepEqual(parse({ data: { event_type: 'post.reply.create' } }), []);
  });

  it('that are not X’s are a fault', () => {
    for (const body of ['', 'testo', '[]', '{}', '{"for_user_id":"1"}'])
      assert.throws(() => parse(body), /foreign-delivery/);
  });
});
