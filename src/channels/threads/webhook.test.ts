// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { it } from 'node:test';
import { ChannelFault, type WebhookDelivery } from '../port.ts';
import { webhook } from './webhook.ts';

const delivery = (text: string, headers: WebhookDelivery['headers'] = {}): WebhookDelivery => ({
  rawBody: Buffer.from(text),
  headers,
});
const notice = (field: string, value: unknown, more: object = {}) => ({
  ...{ app_id: '1', topic: 'moderate', target_id: '178', time: 1790000000, subscription_id: '2', has_uid_field: false },
  values: { field, value },
  ...more,
});
const eventsOf = (told: object) => webhook.parse(delivery(JSON.stringify(told))).flatMap(({ events }) => events);

const reply = {
  ...{
    id: '180',
    username: 'utente',
    text: 'perché?',
    media_type: 'TEXT_POST',
    permalink: 'https://www.threads.com/t/a',
  },
  ...{ replied_to: { id: '179' }, root_post: { id: '179', owner_id: '178', username: 'ente' }, shortcode: 'a' },
  timestamp: '2026-11-22T08:00:00+0000',
};

it('the signature is that of the Threads application, on the bytes as they came', () => {
  const text = '{"text":"perch\\u00e9 \\ud83d\\udc4d"}';
  const signed = (secret: string, body = text) =>
    delivery(body, { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}` });
  const credentials = { appSecret: 'chiave-threads' };
  assert.equal(webhook.verify(signed('chiave-threads'), credentials, new Date(0)), true);
  assert.equal(webhook.verify(signed('chiave-meta'), credentials, new Date(0)), false);
  assert.equal(
    webhook.verify(signed('chiave-threads', JSON.stringify(JSON.parse(text))), credentials, new Date(0)),
    false,
  );
  assert.equal(webhook.verify(signed(''), { appSecret: '' }, new Date(0)), false);
});

it('a reply of the first level is a comment, a deeper one a reply', () => {
  const [comment] = eventsOf(notice('replies', reply));
  assert.deepEqual(comment, {
    type: 'written',
    externalId: '180',
    kind: 'comment',
    text: 'perché?',
    author: { externalId: 'utente', name: 'utente' },
    at: new Date('2026-11-22T08:00:00Z'),
    permalink: 'https://www.threads.com/t/a',
    post: { externalId: '179', text: null },
    parentExternalId: null,
    own: false,
    hasMedia: false,
  });
  const [deeper] = eventsOf(notice('replies', { ...reply, replied_to: { id: '185' }, media_type: 'IMAGE' }));
  assert.ok(
    deeper?.type === 'written' && deeper.kind === 'reply' && deeper.parentExternalId === '185' && deeper.hasMedia,
  );
});

it('our own replies come back as ours', () => {
  const [own] = eventsOf(notice('replies', { ...reply, username: 'ente' }));
  assert.ok(own?.type === 'written' && own.own);
});

it('a deletion is told with its moment, a mention without a post', () => {
  const [gone] = eventsOf(notice('delete', { id: '180', deleted_at: '2026-11-22T09:00:00+0000' }));
  assert.deepEqual(gone, { type: 'deleted', externalId: '180', at: new Date('2026-11-22T09:00:00Z') });
  const [timeless] = eventsOf(notice('delete', { id: '180' }));
  assert.equal(timeless?.at.getTime(), 1790000000_000);
  const [mention] = eventsOf(notice('mentions', { ...reply, root_post: undefined }, { topic: 'interaction' }));
  assert.ok(mention?.type === 'written' && mention.kind === 'mention' && mention.post === null);
});

it('what is not known is passed over; the account is named all the same', () => {
  for (const told of [
    notice('publish', { id: '1' }, { topic: 'interaction' }),
    notice('ologramma', null),
    notice('replies', { id: '1' }),
    notice('replies', { text: 'senza numero' }),
    { ...notice('replies', reply), values: [] },
  ])
    assert.deepEqual(webhook.parse(delivery(JSON.stringify(told))), [{ accountExternalId: '178', events: [] }]);
  const several = {
    ...notice('x', null),
    values: [notice('replies', reply).values, notice('delete', { id: '9' }).values],
  };
  assert.equal(eventsOf(several).length, 2);
});

it('keeps ids beyond 2^53', () => {
  const text = JSON.stringify(notice('replies', reply)).replace('"180"', '18012345678901234567');
  assert.equal(webhook.parse(delivery(text))[0]?.events[0]?.externalId, '18012345678901234567');
});

it('throws on a body that is not a notice of Threads', () => {
  for (const text of ['', '[]', '{"object":"page","entry":[]}', '{"topic":"moderate"}'])
    assert.throws(() => webhook.parse(delivery(text)), ChannelFault, text);
});
