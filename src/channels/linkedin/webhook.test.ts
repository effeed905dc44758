// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { ChannelFault, type InboundEvent } from '../port.ts';
import { webhook } from './webhook.ts';

const SECRET = 'segreto inventato';
const NOW = new Date('2026-11-22T10:00:00Z');
const hex = (text: string, secret = SECRET) => createHmac('sha256', secret).update(text).digest('hex');

describe('handshake', () => {
  const challengeCode = '0f5a9f0e-6c1f-4b0a-9f57-1c2d3e4f5a6b';
  it('answers the challenge with its signature', () => {
    const answer = webhook.handshake({ challengeCode, applicationId: '1' }, { clientSecret: SECRET });
    assert.equal(answer?.type, 'application/json');
    assert.deepEqual(JSON.parse(answer?.body ?? ''), { challengeCode, challengeResponse: hex(challengeCode) });
  });
  it('signs nothing that is not a challenge, and nothing without a secret', () => {
    for (const other of ['', 'ciao', '{"type":"x"}', `${challengeCode}x`, 'hmacsha256=']) {
      assert.equal(webhook.handshake({ challengeCode: other }, { clientSecret: SECRET }), null, other);
    }
    assert.equal(webhook.handshake({}, { clientSecret: SECRET }), null);
    assert.equal(webhook.handshake({ challengeCode }, { clientSecret: '' }), null);
  });
});

describe('signature', () => {
  const text = '{"text":"perché «così» 👍"}';
  const rawBody = Buffer.from(text);
  const verify = (signature: string | undefined, clientSecret = SECRET, body = rawBody) =>
    webhook.verify({ rawBody: body, headers: { 'X-LI-Signature': signature } }, { clientSecret }, NOW);
  const right = hex(`hmacsha256=${text}`);
  it('covers the bytes with what LinkedIn puts before them, the header with or without it', () => {
    assert.ok(verify(right));
    assert.ok(verify(`hmacsha256=${right}`));
  });
  it('refuses every other', () => {
    for (const wrong of [hex(text), hex(`hmacsha256=${text}`, 'altro'), right.slice(2), '', undefined]) {
      assert.ok(!verify(wrong), `${wrong}`);
    }
    assert.ok(!verify(right, SECRET, Buffer.from(`${text} `)));
    assert.ok(!verify(hex(`hmacsha256=${text}`, ''), ''));
  });
});

const COMMENT = 'urn:li:comment:(urn:li:activity:8,7)';
const notification = (more: object = {}) => ({
  notificationId: 123,
  organizationalEntity: 'urn:li:organization:1',
  action: 'COMMENT',
  sourcePost: 'urn:li:share:9',
  decoratedSourcePost: {
    entity: 'urn:li:share:9',
    owner: 'urn:li:organization:1',
    text: 'Orari \\(nuovi\\)',
    mediaCategory: 'NONE',
  },
  generatedActivity: COMMENT,
  decoratedGeneratedActivity: {
    comment: { entity: COMMENT, owner: 'urn:li:person:abc', text: 'perché?', object: 'urn:li:activity:8' },
  },
  lastModifiedAt: 1790000000000,
  subscriber: 'urn:li:person:adm',
  ...more,
});
const parse = (...notifications: unknown[]) =>
  webhook.parse({
    rawBody: Buffer.from(JSON.stringify({ type: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS', notifications })),
    headers: {},
  });
const eventsOf = (...notifications: unknown[]): readonly InboundEvent[] => parse(...notifications)[0]?.events ?? [];

describe('notifications', () => {
  it('reads a comment', () => {
    assert.deepEqual(eventsOf(notification()), [
      {
        type: 'written',
        externalId: COMMENT,
        kind: 'comment',
        text: 'perché?',
        author: { externalId: 'urn:li:person:abc', name: '' },
        at: new Date(1790000000000),
        permalink: `https://www.linkedin.com/feed/update/urn:li:share:9?commentUrn=${encodeURIComponent(COMMENT)}`,
        post: { externalId: 'urn:li:share:9', text: 'Orari (nuovi)' },
        parentExternalId: null,
        own: false,
        hasMedia: false,
      },
    ]);
  });

  it('reads replies, edits, deletions, mentions and our own words', () => {
    const decorated = (comment: object) => ({
      decoratedGeneratedActivity: { comment: { entity: COMMENT, owner: 'urn:li:person:abc', text: 'x', ...comment } },
    });
    const share = {
      entity: 'urn:li:share:55',
      owner: 'urn:li:person:abc',
      text: 'Bravi @[Comune](urn:li:organization:1)',
    };
    const events = eventsOf(
      notification({ notificationId: 1, ...decorated({ parentComment: 'urn:li:comment:(urn:li:activity:8,6)' }) }),
      notification({ notificationId: 2, action: 'COMMENT_EDIT' }),
      notification({ notificationId: 3, action: 'COMMENT_DELETE', decoratedGeneratedActivity: undefined }),
      notification({ notificationId: 4, action: 'SHARE_MENTION', decoratedGeneratedActivity: { share } }),
      notification({ notificationId: 5, action: 'ADMIN_COMMENT', ...decorated({ owner: 'urn:li:organization:1' }) }),
    );
    const told = events.map((event) =>
      'text' in event ? [event.type, event.kind, event.own, event.parentExternalId] : [event.type, event.externalId],
    );
    assert.deepEqual(told, [
      ['written', 'reply', false, 'urn:li:comment:(urn:li:activity:8,6)'],
      ['edited', 'comment', false, null],
      ['deleted', COMMENT],
      ['written', 'mention', false, null],
      ['written', 'comment', true, null],
    ]);
    assert.ok(events[3]?.type === 'written' && events[3].text === 'Bravi Comune' && events[3].post === null);
  });

  it('tells one notification once, and keeps the pages apart', () => {
    const other = { notificationId: 7, organizationalEntity: 'urn:li:organization:2' };
    const batches = parse(notification(), notification(), notification(other));
    assert.deepEqual(
      batches.map(({ accountExternalId, events }) => [accountExternalId, events.length]),
      [
        ['urn:li:organization:1', 1],
        ['urn:li:organization:2', 1],
      ],
    );
  });

  it('passes over what it does not know, and keeps the rest', () => {
    const events = eventsOf(
      notification({ notificationId: 1, action: 'LIKE' }),
      notification({ notificationId: 2, action: 'HOLOGRAM' }),
      notification({ notificationId: 3, decoratedGeneratedActivity: {} }),
      null,
      'ciao',
      notification({ notificationId: 4, lastModifiedAt: 'mai' }),
      notification({ notificationId: 5 }),
    );
    assert.equal(events.length, 1);
    const body = JSON.stringify({ type: 'LEAD_ACTION', leads: [] });
    assert.deepEqual(webhook.parse({ rawBody: Buffer.from(body), headers: {} }), []);
  });

  it('throws on a body that is not a notice of LinkedIn', () => {
    for (const text of ['', 'ciao', '[]', '\xff']) {
      assert.throws(() => webhook.parse({ rawBody: Buffer.from(text, 'latin1'), headers: {} }), ChannelFault);
    }
  });
});
