// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChannelReading, isUnread, namesOf, oldestWords, readingWords } from './channels.ts';

const NOW = new Date('2026-11-20T09:57:00Z');
const reading: ChannelReading = {
  account: 'a',
  network: 'facebook',
  name: 'Ente di prova',
  handle: 'EnteDiProva',
  readAt: '2026-11-20T09:32:00Z',
  error: null,
  failures: 0,
};
const words = (change: Partial<ChannelReading>, ...others: ChannelReading[]) =>
  readingWords({ ...reading, ...change }, NOW, [{ ...reading, ...change }, ...others]);

test('a reading is told in Rome’s time, and a channel never read yet as such', () => {
  assert.equal(words({}), 'Facebook: letto alle 10:32');
  assert.equal(words({ readAt: null }), 'Facebook: non ancora letto');
});

test('a channel that cannot be read says since when, and why', () => {
  const error = 'il social non risponde';
  assert.equal(words({ error, failures: 3 }), `Facebook non si legge da 25 min: ${error}`);
  assert.equal(words({ error, failures: 3, readAt: null }), `Facebook non si legge: ${error}`);
  assert.equal(
    words({ error, failures: 1, readAt: '2026-11-20T09:56:40Z' }),
    `Facebook non si legge da meno di un minuto: ${error}`,
  );
});

test('a reading that is too old is no reading, although nobody reported an error', () => {
  const old = { ...reading, readAt: '2026-11-20T07:00:00Z' };
  assert.equal(isUnread(old, NOW), true);
  assert.equal(isUnread(reading, NOW), false);
  assert.equal(words({ readAt: old.readAt }), 'Facebook non si legge da 2 ore');
});

test('two accounts on one network are told apart', () => {
  const other = { ...reading, account: 'b', name: 'Altro account' };
  assert.equal(words({}, other), 'Facebook (Ente di prova): letto alle 10:32');
});

test('many accounts are told in one line: their names, or the reading that is oldest', () => {
  const x = { ...reading, account: 'b', network: 'x', readAt: '2026-11-20T09:11:00Z' };
  const youtube = { ...reading, account: 'c', network: 'youtube', readAt: '2026-11-20T09:50:00Z' };
  const all = [reading, x, youtube];
  assert.equal(namesOf(all, all), 'Facebook, X e YouTube');
  assert.equal(oldestWords(all, NOW), '10:11');
  assert.equal(oldestWords([...all, { ...x, readAt: null }], NOW), '');
});
