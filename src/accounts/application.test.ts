// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageAddress } from './addresses.ts';
import { givenAmong, safeAddress } from './application.ts';
import { bodyOfState } from './begin.ts';

test('secrets travel under TLS, or not at all off this machine', () => {
  for (const address of [
    'https://graph.example/',
    'http://127.0.0.1:4000',
    'http://localhost:1',
    'http://[::1]:2',
    'https://a.example/v1//',
  ])
    assert.equal(safeAddress(address), address.replace(/\/+$/, ''));
  for (const address of [
    'http://graph.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ftp://graph.example',
    'https://user@graph.example',
    'https://graph.example/?a=1',
    'https://graph.example/#a',
    'graph.example',
    '',
  ])
    assert.throws(() => safeAddress(address), { code: 'ADDRESS_UNSAFE' }, address);
});

test('only secrets that the network names are taken, without the blanks that pasting adds', () => {
  const known = { one: 'uno', two: 'due' };
  assert.deepEqual(givenAmong({ one: ' segreto\n', two: ' ' }, known), { one: 'segreto' });
  for (const name of ['three', 'toString', '__proto__'])
    assert.throws(() => givenAmong(JSON.parse(`{"${name}":"x"}`), known), { code: 'SECRETS_UNKNOWN' }, name);
});

test('a state leads to its body, and nothing else leads anywhere', () => {
  const random = 'A-z_0'.repeat(9).slice(0, 43);
  assert.equal(bodyOfState(`comune-di-esempio.${random}`), 'comune-di-esempio');
  for (const state of [
    '',
    random,
    `.${random}`,
    `../x.${random}`,
    `Comune.${random}`,
    `comune.${random}x`,
    `comune.${random}\n`,
  ])
    assert.equal(bodyOfState(state), undefined, state);
});

test('a public address is made of the handle alone', () => {
  assert.equal(pageAddress('threads', 'ente'), 'https://www.threads.com/@ente');
  assert.equal(pageAddress('instagram', '@ente'), 'https://www.instagram.com/ente/');
  assert.equal(pageAddress('facebook', '../a?b'), 'https://www.facebook.com/..%2Fa%3Fb');
  assert.equal(pageAddress('mastodon', 'ente'), null);
});
