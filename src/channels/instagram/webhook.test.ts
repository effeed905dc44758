// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChannelFault, type WebhookDelivery } from '../port.ts';
import { webhook } from './webhook.ts';

const SECRET = 'chiave-di-prova';
const delivery = (text: string, headers: WebhookDelivery['headers'] = {}): WebhookDelivery => ({
  rawBody: Buffer.from(text),
  headers,
});
const notice = (...entry: object[]): WebhookDelivery => delivery(JSON.stringify({ object: 'instagram', entry }));
const eventsOf = (...entry: object[]) => webhook.parse(notice(...entry)).flatMap(({ events }) => events);

const value = { id: '179', text: 'perché?', from: { id: '123', username: 'utente' }, media: { id: '180' } };
const flat = { id: '178', time: 1790000000, field: 'comments', value };
const listed = { id: '178', time: 1790000000, changes: [{ field: 'comments', value }] };

describe('signature', () => {
  const text = '{"object":"instagram","entry":[],"x":"perch\\u00e9 \\ud83d\\udc4d"}';
  const signed = (secret: string, body = text) =>
    delivery(body, {
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`,
    });

  it('is of the bytes as they came: accents stay escaped', () => {
    assert.equal(webhook.verify(signed(SECRET), { appSecret: SECRET }, new Date(0)), true);
    const again = JSON.stringify(JSON.parse(text));
    assert.equal(webhook.verify(signed(SECRET, again), { appSecret: SECRET }, new Date(0)), false);
  });

  it('is refused where it is wrong, missing, or of no secret', () => {
    assert.equal(webhook.verify(signed('altro'), { appSecret: SECRET }, new Date(0)), false);
    assert.equal(webhook.verify(delivery(text), { appSecret: SECRET }, new Date(0)), false);
    assert.equal(webhook.verify(signed(''), { appSecret: '' }, new Date(0)), false);
    assert.equal(webhook.verify(signed(SECRET), {}, new Date(0)), false);
  });
});

it('answers the bare challenge to who knows the word', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'parola', 'hub.challenge': '115' };
  assert.deepEqual(webhook.handshake(query, { verifyToken: 'parola' }), { type: 'text/plain', body: '115' });
  assert.equal(webhook.handshake(query, { verifyToken: 'altra' }), null);
  assert.equal(webhook.handshake(query, {}), null);
});

describe('notices', () => {
  it('are read in both shapes, flat and in a list, and say the same', () => {
    const [one] = eventsOf(flat);
    assert.deepEqual(one, {
      type: 'written',
      externalId: '179',
      kind: 'comment',
      text: 'perché?',
      author: { externalId: '123', name: 'utente' },
      at: new Date(1790000000_000),
      permalink: null,
      post: { externalId: '180', text: null },
      parentExternalId: null,
      own: false,
      hasMedia: false,
    });
    assert.deepEqual(eventsOf(listed), [one]);
  });

  it('tell replies, comments of a live, nameless ones and our own', () => {
    const [reply, live, nameless, own] = eventsOf(
      { ...flat, value: { ...value, parent_id: '177' } },
      { ...flat, field: 'live_comments' },
      { ...flat, value: { ...value, from: undefined, text: undefined } },
      { ...flat, value: { ...value, from: { id: '178', username: 'ente' } } },
    );
    assert.ok(reply?.type === 'written' && reply.kind === 'reply' && reply.parentExternalId === '177');
    assert.equal(live?.externalId, '179');
    assert.ok(nameless?.type === 'written' && nameless.author === null && nameless.hasMedia);
    assert.ok(own?.type === 'written' && own.own);
  });

  it('of a mention hold numbers alone: a person has to look', () => {
    const [comment, caption] = eventsOf(
      { ...flat, field: 'mentions', value: { media_id: '500', comment_id: '501' } },
      { ...flat, field: 'mentions', value: { media_id: '500' } },
    );
    assert.ok(comment?.type === 'written' && comment.kind === 'mention' && comment.hasMedia && comment.post === null);
    assert.deepEqual([comment.externalId, caption?.externalId], ['500_501', '500']);
  });

  it('keep ids beyond 2^53, and the accounts apart', () => {
    const text = JSON.stringify({ object: 'instagram', entry: [flat, { ...flat, id: '200' }] })
      .replace('"179"', '17912345678901234567')
      .replace('"178"', '17841400000000009999');
    const batches = webhook.parse(delivery(text));
    assert.deepEqual(
      batches.map(({ accountExternalId, events }) => [accountExternalId, events[0]?.externalId]),
      [
        ['17841400000000009999', '17912345678901234567'],
        ['200', '179'],
      ],
    );
  });

  it('pass over what is not known, and keep the rest', () => {
    const told = eventsOf(
      { ...flat, field: 'story_insights', value: { media_id: '1' } },
      { ...flat, field: 'ologramma', value: null },
      { ...flat, value: { text: 'senza numero' } },
      { id: '178', time: 1790000000 },
      { ...listed, changes: ['?', { field: 'comments' }, listed.changes[0]] },
    );
    assert.deepEqual(
      told.map(({ externalId }) => externalId),
      ['179'],
    );
    for (const text of ['', '[]', '{"object":"page","entry":[]}', '{"object":"instagram","entry":[{}]}'])
      assert.throws(() => webhook.parse(delivery(text)), ChannelFault, text);
  });
});

describe('private messages', () => {
  const base = { sender: { id: '123' }, recipient: { id: '178' }, timestamp: 1790000000123 };
  const messaging = (...told: object[]) => eventsOf({ id: '178', time: 1790000000123, messaging: told });

  it('are told with the person as their conversation, and the time in milliseconds', () => {
    const [event] = messaging({ ...base, message: { mid: 'm1', text: 'buongiorno' } });
    assert.ok(event?.type === 'written' && event.kind === 'message');
    assert.deepEqual(
      [event.conversation, event.at.getTime(), event.post, event.own],
      ['123', 1790000000123, null, false],
    );
  });

  it('keep stickers, shared posts and whatever is new as something to look at', () => {
    for (const type of ['sticker', 'ig_post', 'ologramma']) {
      const [event] = messaging({ ...base, message: { mid: 'm2', attachments: [{ type, payload: {} }] } });
      assert.ok(event?.type === 'written' && event.hasMedia && event.text === '', type);
    }
  });

  it('tell our own, edits, withdrawals and buttons; readings and reactions are nothing', () => {
    const own = { sender: base.recipient, recipient: base.sender, timestamp: base.timestamp };
    const [echo, edited, deleted, button, ...others] = messaging(
      { ...own, message: { mid: 'm3', text: 'prego', is_echo: true } },
      { ...base, message_edit: { mid: 'm1', text: 'buonasera', num_edit: 1 } },
      { ...base, message: { mid: 'm1', is_deleted: true } },
      { ...base, postback: { mid: 'm4', title: 'Orari', payload: 'ORARI' } },
      { ...base, read: { mid: 'm1' } },
      { ...base, reaction: { mid: 'm1', emoji: '👍' } },
    );
    assert.ok(echo?.type === 'written' && echo.own && echo.conversation === '123');
    assert.ok(edited?.type === 'edited' && edited.text === 'buonasera');
    assert.equal(deleted?.type, 'deleted');
    assert.ok(button?.type === 'written' && button.text === 'Orari');
    assert.deepEqual(others, []);
  });
});
