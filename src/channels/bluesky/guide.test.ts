// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { COMMAND_TYPES } from '../contract.ts';
import type { Command } from '../port.ts';
import { guide } from './guide.ts';

const PROFILE = { externalId: 'did:plc:enteinventato', handle: 'comune.example.org' };
const LINK = 'https://bsky.app/profile/did:plc:cittadina/post/3m';

/** Whatever a command of that type may hold. */
const orderOf = (type: Command['type']): Command =>
  ({
    ...{
      type,
      key: 'k',
      target: 'at://did:plc:cittadina/app.bsky.feed.post/3m',
      post: null,
      text: 'Le parole',
      reason: 'rude',
    },
    ...{ writtenAt: new Date(0), content: { text: 'Le parole', media: [] } },
  }) as Command;

for (const type of COMMAND_TYPES) {
  it(`${type}: a link and whole sentences that say what to do`, () => {
    for (const permalink of [null, LINK]) {
      const { link, steps, check } = guide(PROFILE, orderOf(type), permalink);
      assert.match(link, /^https:\/\/\S+$/);
      assert.ok(steps.length >= 2 && steps.length <= 5, type);
      for (const step of [...steps, ...(check === undefined ? [] : [check])]) assert.match(step, /^[A-ZÈ«].{8,}[.:]$/s);
    }
  });
}

it('a report has the elements of a notice: reasons, address, who, good faith', () => {
  const { steps } = guide(PROFILE, orderOf('report'), LINK);
  const all = steps.join(' ');
  for (const element of [/Le parole/, new RegExp(LINK.replace(/[./]/g, '\\$&')), /nome ed e-mail/, /buona fede/]) {
    assert.match(all, element);
  }
});

it('a publication by hand has its words, its pictures and what describes them', () => {
  const media = [
    { kind: 'image', url: 'https://comune.example/1.jpg', type: 'image/jpeg', alt: 'Un cartello' },
  ] as const;
  const link = { url: 'https://comune.example/avviso', title: 'Avviso', description: '' };
  const order: Command = { type: 'publish', key: 'k', content: { text: 'Avviso', media, link } };
  const all = guide(PROFILE, order, null).steps.join(' ');
  for (const part of ['«Avviso»', 'https://comune.example/1.jpg', '«Un cartello»', link.url])
    assert.ok(all.includes(part), part);
});
