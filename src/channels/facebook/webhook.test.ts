// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChannelFault, type InboundEvent, type WebhookDelivery } from '../port.ts';
import { webhook } from './webhook.ts';

const SECRET = 'segreto inventato';
const NOW = new Date('2026-11-22T10:00:00Z');
const verify = (delivery: WebhookDelivery, appSecret = SECRET) => webhook.verify(delivery, { appSecret }, NOW);
const sign = (body: Uint8Array | string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const change = (value: object, field = 'feed') => ({ field, value });
const delivery = (changes: object[], page = '111') => {
  const body = { object: 'page', entry: [{ id: page, time: 1790000100, changes }] };
  return { rawBody: Buffer.from(JSON.stringify(body)), headers: {} };
};
const eventsOf = (...changes: object[]): readonly InboundEvent[] => webhook.parse(delivery(changes))[0]?.events ?? [];

const comment = {
  item: 'comment',
  verb: 'add',
  post_id: '111_222',
  comment_id: '222_333',
  parent_id: '111_222',
  from: { id: '999', name: 'Ada Prova' },
  message: 'perché?',
  created_time: 1790000000,
};

describe('handshake', () => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': 'parola', 'hub.challenge': '1158201444' };
  const word = { verifyToken: 'parola' };
  it('answers the bare challenge to who knows the word', () => {
    assert.deepEqual(webhook.handshake(query, word), { type: 'text/plain', body: '1158201444' });
  });
  it('answers nothing otherwise', () => {
    assert.equal(webhook.handshake(query, { verifyToken: 'altra' }), null);
    assert.equal(webhook.handshake({ ...query, 'hub.verify_token': '' }, { verifyToken: '' }), null);
    assert.equal(webhook.handshake({ ...query, 'hub.mode': 'unsubscribe' }, word), null);
    assert.equal(webhook.handshake({ ...query, 'hub.challenge': '<script>' }, word), null);
    assert.equal(webhook.handshake({}, word), null);
    assert.equal(webhook.handshake(query, {}), null);
  });
});

describe('signature', () => {
  const rawBody = Buffer.from('{"message":"perch\\u00e9"}');
  const signed = (signature: string | undefined, name = 'x-hub-signature-256') => ({
    rawBody,
    headers: { [name]: signature },
  });
  it('covers the bytes as they came: accents are escaped in them', () => {
    assert.ok(verify(signed(sign(rawBody))));
    assert.ok(verify(signed(sign(rawBody), 'X-Hub-Signature-256')));
    const again = Buffer.from(JSON.stringify(JSON.parse(rawBody.toString())));
    assert.ok(!verify({ ...signed(sign(rawBody)), rawBody: again }));
  });
  it('refuses wrong, short, old-style and missing ones', () => {
    for (const wrong of [sign(rawBody, 'altro'), 'sha256=00', sign(rawBody).slice(7), undefined, '']) {
      assert.ok(!verify(signed(wrong)));
    }
    assert.ok(!verify(signed(sign(rawBody), 'x-hub-signature')));
    assert.ok(!verify(signed(sign(rawBody, '')), ''));
  });
});

describe('changes', () => {
  it('reads a comment', () => {
    assert.deepEqual(eventsOf(change(comment)), [
      {
        type: 'written',
        externalId: '222_333',
        kind: 'comment',
        text: 'perché?',
        author: { externalId: '999', name: 'Ada Prova' },
        at: new Date(1790000000_000),
        permalink: null,
        post: { externalId: '111_222', text: null },
        parentExternalId: null,
        own: false,
        hasMedia: false,
      },
    ]);
  });

  it('reads replies, photos, missing authors and our own words', () => {
    const [reply, photo, nameless, own] = eventsOf(
      change({ ...comment, parent_id: '222_300' }),
      change({ ...comment, photo: 'https://immagini.invalid/1.jpg' }),
      change({ ...comment, from: undefined, message: undefined }),
      change({ ...comment, from: { id: '111', name: 'Comune di Esempio' } }),
    );
    assert.ok(reply?.type === 'written' && reply.kind === 'reply' && reply.parentExternalId === '222_300');
    assert.ok(photo?.type === 'written' && photo.hasMedia);
    assert.ok(nameless?.type === 'written' && nameless.author === null && nameless.text === '');
    assert.ok(own?.type === 'written' && own.own);
  });

  it('reads edits, deletions, hiding and showing with the time of the notice', () => {
    const events = ['edited', 'remove', 'hide', 'unhide'].flatMap((verb) => eventsOf(change({ ...comment, verb })));
    assert.deepEqual(
      events.map(({ type, externalId, at }) => [type, externalId, at.getTime() / 1000]),
      ['edited', 'deleted', 'hidden', 'shown'].map((type) => [type, '222_333', 1790000100]),
    );
  });

  it('reads visitor posts, and leaves out the posts of the Page', () => {
    const post = { item: 'status', verb: 'add', post_id: '111_500', message: 'Buca in via Inventata', created_time: 1 };
    const [visitor, ...others] = eventsOf(
      change({ ...post, from: { id: '999', name: 'Ada Prova' } }),
      change({ ...post, from: { id: '111', name: 'Comune di Esempio' } }),
    );
    assert.deepEqual(others, []);
    assert.ok(visitor?.type === 'written' && visitor.kind === 'visitor-post' && visitor.post === null);
  });

  it('passes over what it does not know, and keeps the rest', () => {
    const events = eventsOf(
      change({ item: 'reaction', verb: 'add', post_id: '111_222' }),
      change({ item: 'ologramma', verb: 'proiettato' }),
      change({ ...comment, verb: 'constructor' }),
      change({ ...comment, comment_id: undefined }),
      change({}, 'leadgen'),
      change({ ...comment, created_time: 'mai' }),
      change(comment),
    );
    assert.deepEqual(
      events.map(({ externalId }) => externalId),
      ['222_333'],
    );
  });

  it('keeps huge ids, and the pages apart', () => {
    const text = JSON.stringify({
      object: 'page',
      entry: [
        { id: '111', time: 1, changes: [change({ ...comment, comment_id: 'GRANDE' })] },
        { id: '112', time: 1, changes: [change(comment)] },
        { id: '111', time: 1 },
      ],
    }).replace('"GRANDE"', '98765432109876543210');
    const batches = webhook.parse({ rawBody: Buffer.from(text), headers: {} });
    assert.deepEqual(
      batches.map(({ accountExternalId, events }) => [accountExternalId, events.map(({ externalId }) => externalId)]),
      [
        ['111', ['98765432109876543210']],
        ['112', ['222_333']],
      ],
    );
  });

  it('throws on a body that is not a Page notice', () => {
    for (const text of ['', 'ciao', '[]', '{"object":"instagram","entry":[]}', '\xff']) {
      const rawBody = Buffer.from(text, 'latin1');
      assert.throws(() => webhook.parse({ rawBody, headers: {} }), ChannelFault);
    }
  });
});
