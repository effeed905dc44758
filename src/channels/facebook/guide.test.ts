// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { COMMAND_TYPES } from '../contract.ts';
import type { Command, Post } from '../port.ts';
import { guide } from './guide.ts';

const page = { externalId: '700', handle: 'comunediesempio' };
const content: Post = {
  text: 'Avviso',
  media: [{ kind: 'image', url: 'https://comune.example/a.jpg', type: 'image/jpeg', alt: 'Un cartello' }],
  comments: 'nobody',
};
const order = (type: Command['type']): Command =>
  ({
    ...{ type, key: 'k', target: '222_333', post: '700_222', text: 'Testo di prova', reason: 'spam' },
    ...{ content, writtenAt: new Date() },
  }) as Command;

it('tells for every command where to go and what to do there, in two to five steps', () => {
  for (const type of COMMAND_TYPES) {
    const { link, steps } = guide(page, order(type), null);
    assert.match(link, /^https:\/\/(www|business)\.facebook\.com\/\S+$/, type);
    assert.ok(steps.length >= 2 && steps.length <= 5, `${type}: ${steps.length} steps`);
    for (const step of steps) assert.match(step, /^[A-Z].*\.$/, type);
  }
});

it('leads to the thing itself where the network told its address', () => {
  const permalink = 'https://www.facebook.com/comunediesempio/posts/222?comment_id=333';
  assert.equal(guide(page, order('report'), permalink).link, permalink);
  assert.equal(guide(page, order('report'), null).link, 'https://www.facebook.com/222_333');
});

it('a report has the four elements of a notice: reasons, address, who notifies, good faith', () => {
  const { link, steps, check } = guide(page, order('report'), null);
  const text = steps.join('\n');
  for (const element of [/motivi: «Testo di prova»/, /nome ed e-mail/, /buona fede/]) assert.match(text, element);
  assert.ok(text.includes(link));
  assert.equal(check, undefined);
});

it('promises to look afterwards only where Facebook can be asked', () => {
  assert.match(guide(page, order('answer-message'), null).check ?? '', /nella conversazione/);
  for (const type of ['close-comments', 'open-comments', 'approve'] as const) {
    assert.equal(guide(page, order(type), null).check, undefined);
  }
});

it('a post has its words, its pictures with what they show, and who may comment', () => {
  const text = guide(page, order('publish'), null).steps.join('\n');
  for (const part of [/«Avviso»/, /a\.jpg \(testo alternativo: «Un cartello»\)/, /chi può commentare/]) {
    assert.match(text, part);
  }
});
