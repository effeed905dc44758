// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InboundEvent } from '../port.ts';
import { webhook } from './webhook.ts';

const PAGE = '111';
const AT = 1790000000123;

function eventsOf(...messaging: unknown[]): readonly InboundEvent[] {
  const body = { object: 'page', entry: [{ id: PAGE, time: AT, messaging }] };
  return webhook.parse({ rawBody: Buffer.from(JSON.stringify(body)), headers: {} })[0]?.events ?? [];
}

const person = { sender: { id: '5001' }, recipient: { id: PAGE }, timestamp: AT };
const page = { sender: { id: PAGE }, recipient: { id: '5001' }, timestamp: AT };

describe('notices of private messages', () => {
  it('tell who wrote, in milliseconds, and the conversation as an answer names it', () => {
    assert.deepEqual(eventsOf({ ...person, message: { mid: 'm_1', text: 'Buongiorno' } }), [
      {
        type: 'written',
        externalId: 'm_1',
        kind: 'message',
        text: 'Buongiorno',
        author: { externalId: '5001', name: '' },
        at: new Date(AT),
        permalink: null,
        post: null,
        parentExternalId: null,
        own: false,
        hasMedia: false,
        conversation: '5001',
      },
    ]);
  });

  it('our own come back as ours, in the same conversation', () => {
    const [echo] = eventsOf({ ...page, message: { mid: 'm_2', text: 'Rispondiamo', is_echo: true } });
    assert.ok(echo?.type === 'written' && echo.own && echo.conversation === '5001');
  });

  it('attachments of any kind are kept, also those that do not exist yet', () => {
    const kinds = [{ type: 'image', payload: { url: 'https://immagini.invalid/1' } }, { type: 'sticker' }, 'ologramma'];
    for (const attachment of kinds) {
      const [event] = eventsOf({ ...person, message: { mid: 'm_3', attachments: [attachment] } });
      assert.ok(event?.type === 'written' && event.hasMedia && event.text === '');
    }
  });

  it('edits, withdrawals and pressed buttons are told', () => {
    const told = eventsOf(
      { ...person, message_edit: { mid: 'm_1', text: 'Buonasera', num_edit: 1 } },
      { ...person, message: { mid: 'm_1', is_deleted: true } },
      { ...person, postback: { mid: 'm_4', title: 'Orari', payload: 'ORARI' } },
    );
    assert.deepEqual(
      told.map((event) => [event.type, event.externalId, 'text' in event ? event.text : null]),
      [
        ['edited', 'm_1', 'Buonasera'],
        ['deleted', 'm_1', null],
        ['written', 'm_4', 'Orari'],
      ],
    );
  });

  it('readings, deliveries and what has no shape are passed over', () => {
    const told = eventsOf(
      { ...person, read: { watermark: AT } },
      { ...person, delivery: { mids: ['m_1'] } },
      { ...person, message: { text: 'senza nome' } },
      { sender: {}, message: { mid: 'm_9' } },
      null,
      { ...person, message: { mid: 'm_5', text: 'resto' } },
    );
    assert.deepEqual(
      told.map(({ externalId }) => externalId),
      ['m_5'],
    );
  });
});

const mention = (value: object): InboundEvent | undefined => {
  const body = { object: 'page', entry: [{ id: PAGE, time: 1790000100, changes: [{ field: 'mention', value }] }] };
  return webhook.parse({ rawBody: Buffer.from(JSON.stringify(body)), headers: {} })[0]?.events[0];
};
const named = { post_id: '900_1', item: 'post', verb: 'add', sender_id: '999', sender_name: 'Ada Prova' };

describe('notices of mentions', () => {
  it('tell who named the Page, in a post or in a comment', () => {
    const inPost = mention({ ...named, message: 'Che dice il Comune?', created_time: 1790000000 });
    assert.ok(inPost?.type === 'written' && inPost.kind === 'mention' && inPost.externalId === '900_1');
    assert.deepEqual(inPost.author, { externalId: '999', name: 'Ada Prova' });
    assert.deepEqual([inPost.at, inPost.post, inPost.own], [new Date(1790000000_000), null, false]);
    const inComment = mention({ ...named, item: 'comment', comment_id: '1_2' });
    assert.ok(inComment?.type === 'written' && inComment.externalId === '1_2');
  });

  it('tell edits and withdrawals too', () => {
    assert.equal(mention({ ...named, verb: 'edit' })?.type, 'edited');
    assert.equal(mention({ ...named, verb: 'delete' })?.type, 'deleted');
  });

  it('are passed over on the Page itself: the feed tells what is written there', () => {
    assert.equal(mention({ ...named, post_id: '111_222', comment_id: '222_333' }), undefined);
  });
});
