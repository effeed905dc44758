// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lexicons } from '@atproto/api';
import { ChannelFault } from '../port.ts';
import { blockRecord } from './block.ts';
import { REASON_TYPES } from './report.ts';
import { withHiding } from './threadgate.ts';
import { hasMedia, type Notification, parseNotification, parseOwn, postRecord } from './wire.ts';

const BODY = 'did:plc:enteinventato2222222222';
const CITIZEN = 'did:plc:cittadina33333333333333';
const CID = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';
const NOW = new Date('2026-11-22T10:00:00.000Z');
const READING = { did: BODY, handle: 'comune.example.org', now: NOW };
const POST_URI = `at://${BODY}/app.bsky.feed.post/3m5zgbk3g2k2a`;
const OTHER_URI = `at://${CITIZEN}/app.bsky.feed.post/3m5zgbk3g2k2b`;
const ITEM_URI = `at://${CITIZEN}/app.bsky.feed.post/3m5zgbk3g2k2c`;
const ref = (uri: string) => ({ uri, cid: CID });
const TEXTS = new Map([[POST_URI, 'Avviso: domenica la piazza resta chiusa.']]);

/** As the AppView writes it, fields that the desk does not read included. */
function notification(reason: string, record: object, more: Partial<Notification> = {}): Notification {
  return {
    uri: ITEM_URI,
    cid: CID,
    author: {
      did: CITIZEN,
      handle: 'cittadina.example.org',
      displayName: 'Cittadina Inventata',
      avatar: 'https://cdn.example.org/img/avatar/plain/x@jpeg',
      associated: { chat: { allowIncoming: 'following' } },
      createdAt: '2024-02-06T09:00:00.000Z',
      viewer: { muted: false, blockedBy: false },
      labels: [],
    },
    reason,
    record: { $type: 'app.bsky.feed.post', langs: ['it'], createdAt: '2026-11-22T09:58:00.000Z', ...record },
    isRead: false,
    indexedAt: '2026-11-22T09:58:01.120Z',
    labels: [],
    ...more,
  };
}

describe('notifications', () => {
  test('a reply to our post is a comment under it', () => {
    const record = { text: 'Finalmente! Era ora 👏', reply: { root: ref(POST_URI), parent: ref(POST_URI) } };
    assert.deepEqual(parseNotification(notification('reply', record, { reasonSubject: POST_URI }), READING, TEXTS), {
      type: 'written',
      seenAt: NOW,
      externalId: ITEM_URI,
      kind: 'comment',
      text: 'Finalmente! Era ora 👏',
      author: { externalId: CITIZEN, name: 'Cittadina Inventata' },
      at: new Date('2026-11-22T09:58:01.120Z'),
      permalink: `https://bsky.app/profile/${CITIZEN}/post/3m5zgbk3g2k2c`,
      post: { externalId: POST_URI, text: 'Avviso: domenica la piazza resta chiusa.' },
      parentExternalId: null,
      own: false,
      hasMedia: false,
    });
  });

  test('a reply that also mentions us is notified as a mention and is a comment all the same', () => {
    const record = { text: '@comune vergogna', reply: { root: ref(POST_URI), parent: ref(POST_URI) } };
    assert.equal(parseNotification(notification('mention', record), READING, TEXTS).kind, 'comment');
  });

  test('an answer to another citizen in our thread keeps both', () => {
    const record = { text: 'Sono d’accordo', reply: { root: ref(POST_URI), parent: ref(OTHER_URI) } };
    const item = parseNotification(notification('reply', record, { reasonSubject: POST_URI }), READING, TEXTS);
    assert.deepEqual([item.kind, item.post?.externalId, item.parentExternalId], ['reply', POST_URI, OTHER_URI]);
  });

  test('an answer to our reply in a thread of others hangs under that reply', () => {
    const record = { text: 'Grazie', reply: { root: ref(OTHER_URI), parent: ref(POST_URI) } };
    const item = parseNotification(notification('reply', record, { reasonSubject: POST_URI }), READING, TEXTS);
    assert.deepEqual([item.kind, item.post?.externalId, item.parentExternalId], ['reply', POST_URI, null]);
  });

  test('mentions and quotes outside our threads have no post of ours', () => {
    const quote = { text: 'Leggete', embed: { $type: 'app.bsky.embed.record', record: ref(POST_URI) } };
    for (const given of [
      notification('mention', { text: 'Ciao @comune' }),
      notification('quote', quote, { reasonSubject: POST_URI }),
    ]) {
      const item = parseNotification(given, READING, TEXTS);
      assert.deepEqual([item.kind, item.post, item.parentExternalId, item.hasMedia], ['mention', null, null, false]);
    }
    const elsewhere = { text: '@comune che ne dite?', reply: { root: ref(OTHER_URI), parent: ref(OTHER_URI) } };
    const item = parseNotification(notification('mention', elsewhere), READING, TEXTS);
    assert.deepEqual([item.kind, item.post, item.parentExternalId], ['mention', null, OTHER_URI]);
  });

  test('what was attached is said, and what is not known counts as something to look at', () => {
    const embed = ($type: string) => hasMedia({ embed: { $type } });
    for (const $type of [
      'app.bsky.embed.images',
      'app.bsky.embed.video',
      'app.bsky.embed.recordWithMedia',
      'app.bsky.embed.futuro',
    ]) {
      assert.equal(embed($type), true, $type);
    }
    for (const $type of ['app.bsky.embed.external', 'app.bsky.embed.record']) assert.equal(embed($type), false, $type);
  });

  test('a record of any shape is read without breaking', () => {
    for (const record of [
      {},
      { text: 7 },
      { text: 'x', reply: 'no' },
      { text: 'x', reply: { root: { uri: POST_URI } } },
    ]) {
      assert.equal(parseNotification(notification('mention', record), READING, TEXTS).kind, 'mention');
    }
    const nameless = notification('mention', { text: 'x' });
    const item = parseNotification({ ...nameless, author: { ...nameless.author, displayName: ' ' } }, READING, TEXTS);
    assert.equal(item.author?.name, 'cittadina.example.org');
  });

  test('a reply of our own is marked, a post of our own is not an item', () => {
    const value = postRecord({ text: 'Riapre alle 20.', thread: { root: ref(POST_URI), parent: ref(ITEM_URI) } }, NOW);
    const own = parseOwn({ uri: POST_URI, cid: CID, value }, READING);
    assert.deepEqual([own?.own, own?.parentExternalId, own?.post?.externalId], [true, ITEM_URI, POST_URI]);
    assert.equal(parseOwn({ uri: POST_URI, cid: CID, value: { text: 'Avviso' } }, READING), null);
  });
});

describe('records', () => {
  const thread = { root: ref(POST_URI), parent: ref(ITEM_URI) };
  const refusal = (code: string) => (cause: unknown) => cause instanceof ChannelFault && cause.error.code === code;

  test('a reply is what the lexicon wants; links count bytes and unresolved mentions stay text', () => {
    const record = postRecord(
      { text: ' Perché sì: https://example.org/è e @comune.example.org #piazza ', thread },
      NOW,
    );
    lexicons.assertValidRecord('app.bsky.feed.post', record);
    assert.equal(record.text, 'Perché sì: https://example.org/è e @comune.example.org #piazza');
    const kinds = record.facets?.flatMap(({ features }) => features.map(({ $type }) => $type));
    assert.deepEqual(kinds, ['app.bsky.richtext.facet#link', 'app.bsky.richtext.facet#tag']);
    assert.equal(record.facets?.[0]?.index.byteStart, Buffer.byteLength('Perché sì: '));
  });

  test('300 graphemes pass whatever they are made of, 301 do not, nor does nothing', () => {
    for (const grapheme of ['a', 'è', '🏳️‍🌈']) {
      const fits = Buffer.byteLength(grapheme) * 300 <= 3000;
      const build = (count: number) => postRecord({ text: grapheme.repeat(count), thread }, NOW);
      if (fits) lexicons.assertValidRecord('app.bsky.feed.post', build(300));
      else assert.throws(() => build(300), refusal('TextTooLong'));
      assert.throws(() => build(301), refusal('TextTooLong'));
    }
    assert.throws(() => postRecord({ text: ' \n ', thread }, NOW), refusal('EmptyText'));
  });

  test('hiding adds to the threadgate, keeps what it says of replies, and is taken back', () => {
    const made = withHiding(null, { root: POST_URI, target: ITEM_URI, hidden: true }, NOW);
    assert.ok(made);
    lexicons.assertValidRecord('app.bsky.feed.threadgate', made);
    assert.deepEqual([made.post, made.hiddenReplies, 'allow' in made], [POST_URI, [ITEM_URI], false]);

    const closed = { ...made, allow: [], hiddenReplies: [OTHER_URI], createdAt: '2026-01-01T00:00:00.000Z' };
    const more = withHiding(closed, { root: POST_URI, target: ITEM_URI, hidden: true }, NOW);
    assert.deepEqual(
      [more?.allow, more?.hiddenReplies, more?.createdAt],
      [[], [OTHER_URI, ITEM_URI], closed.createdAt],
    );
    const less = withHiding({ ...more }, { root: POST_URI, target: OTHER_URI, hidden: false }, NOW);
    assert.deepEqual([less?.allow, less?.hiddenReplies], [[], [ITEM_URI]]);
  });

  test('hiding what is hidden changes nothing; the 301st of a thread is refused', () => {
    const full = {
      hiddenReplies: Array.from({ length: 300 }, (_, index) => `at://${CITIZEN}/app.bsky.feed.post/${index}`),
    };
    const first = full.hiddenReplies[0] ?? '';
    assert.equal(withHiding(full, { root: POST_URI, target: first, hidden: true }, NOW), null);
    assert.equal(withHiding(null, { root: POST_URI, target: first, hidden: false }, NOW), null);
    assert.throws(
      () => withHiding(full, { root: POST_URI, target: ITEM_URI, hidden: true }, NOW),
      refusal('HiddenRepliesFull'),
    );
  });

  test('blocks and reports are what the lexicons want', () => {
    lexicons.assertValidRecord('app.bsky.graph.block', blockRecord(CITIZEN, NOW));
    for (const reasonType of Object.values(REASON_TYPES)) {
      lexicons.assertValidXrpcInput('com.atproto.moderation.createReport', {
        reasonType,
        reason: 'testo',
        subject: { $type: 'com.atproto.repo.strongRef', ...ref(ITEM_URI) },
        modTool: { name: 'portavoce', meta: { key: 'k' } },
      });
    }
    assert.throws(() => lexicons.assertValidRecord('app.bsky.graph.block', { ...blockRecord('nessuno', NOW) }));
  });
});
