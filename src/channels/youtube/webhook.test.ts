// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChannelFault } from '../port.ts';
import { webhook } from './webhook.ts';

const CHANNEL = 'UCcomunediesempio0000001';
const NOW = new Date('2026-11-22T10:00:00Z');
const TOPIC = `https://www.youtube.com/feeds/videos.xml?channel_id=${CHANNEL}`;
const secrets = { verifyToken: 'parola', hubSecret: 'segreto' };

const entry = (channel: string) =>
  `<entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><yt:channelId>${channel}</yt:channelId><title>Perché no</title></entry>`;
const feed = (content: string) =>
  `<?xml version='1.0'?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom">${content}</feed>`;
const delivery = (text: string, headers: Record<string, string> = {}) => ({ rawBody: Buffer.from(text), headers });

describe('handshake', () => {
  const query = {
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.challenge': '123-abc',
    'hub.verify_token': 'parola',
    'hub.lease_seconds': '432000',
  };
  it('echoes the challenge to who knows the word', () => {
    assert.equal(webhook.handshake(query, secrets)?.body, '123-abc');
    const other = TOPIC.replace('feeds/videos.xml', 'xml/feeds/videos.xml');
    assert.equal(webhook.handshake({ ...query, 'hub.topic': other }, secrets)?.body, '123-abc');
  });
  it('agrees to nothing else: other topics, other words, an end that we did not ask for', () => {
    for (const wrong of [
      { 'hub.verify_token': 'altra' },
      { 'hub.verify_token': undefined },
      { 'hub.mode': 'unsubscribe' },
      { 'hub.topic': 'https://malevolo.example/feeds/videos.xml?channel_id=UC1' },
      { 'hub.challenge': '<script>' },
    ]) {
      assert.equal(webhook.handshake({ ...query, ...wrong }, secrets), null, JSON.stringify(wrong));
    }
    assert.equal(webhook.handshake({ ...query, 'hub.verify_token': '' }, { ...secrets, verifyToken: '' }), null);
  });
});

describe('signature', () => {
  const text = feed(entry(CHANNEL));
  const sign = (secret: string) => `sha1=${createHmac('sha1', secret).update(text).digest('hex')}`;
  it('covers the bytes as they came', () => {
    assert.ok(webhook.verify(delivery(text, { 'X-Hub-Signature': sign('segreto') }), secrets, NOW));
    assert.ok(!webhook.verify(delivery(`${text} `, { 'x-hub-signature': sign('segreto') }), secrets, NOW));
  });
  it('refuses wrong, short and missing ones, and no secret at all', () => {
    const headers: Record<string, string>[] = [
      {},
      { 'x-hub-signature': 'sha1=00' },
      { 'x-hub-signature': sign('altro') },
    ];
    for (const wrong of headers) assert.ok(!webhook.verify(delivery(text, wrong), secrets, NOW));
    assert.ok(!webhook.verify(delivery(text, { 'x-hub-signature': sign('') }), { hubSecret: '' }, NOW));
  });
});

describe('feeds', () => {
  const channels = (content: string) => webhook.parse(delivery(feed(content))).map((one) => one.accountExternalId);
  it('name each channel once, of new, changed and deleted videos', () => {
    const deleted = `<at:deleted-entry ref="yt:video:abc" when="2026-11-22T08:00:00Z"><at:by><uri>https://www.youtube.com/channel/UC2</uri></at:by></at:deleted-entry>`;
    assert.deepEqual(channels(entry(CHANNEL) + entry(CHANNEL) + deleted), [CHANNEL, 'UC2']);
  });
  it('carry no comments, hence no events', () => {
    assert.deepEqual(webhook.parse(delivery(feed(entry(CHANNEL))))[0]?.events, []);
  });
  it('with nothing known in them concern nobody', () => {
    assert.deepEqual(channels('<entry><id>altro</id></entry><novità/>'), []);
  });
  it('are nothing else: what is no feed is refused', () => {
    for (const text of ['', '{}', '<html></html>', '<feed>']) {
      assert.throws(() => webhook.parse(delivery(text)), ChannelFault);
    }
    const bytes = Buffer.concat([Buffer.from(feed('')), Buffer.from([0xff])]);
    assert.throws(() => webhook.parse({ rawBody: bytes, headers: {} }), ChannelFault);
  });
});
