// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookieOf, heldIn } from './held.ts';

const HELD = 'a'.repeat(43);
const SAFE = 'https://banco.ente.example';
const PLAIN = 'http://127.0.0.1:3000';

test('over https it is secure, and bound to the host alone', () => {
  assert.equal(
    cookieOf(SAFE, HELD),
    `__Host-portavoce.provider=${HELD}; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure`,
  );
  assert.equal(heldIn(`altro=1; __Host-portavoce.provider=${HELD}`, SAFE), HELD);
  assert.equal(heldIn(`portavoce.provider=${HELD}`, SAFE), undefined, 'one that a neighbour could have set');
});

test('on the machine itself it is sent to the provider’s addresses alone, and ends', () => {
  assert.equal(
    cookieOf(PLAIN, HELD),
    `portavoce.provider=${HELD}; Path=/api/auth/provider; Max-Age=600; HttpOnly; SameSite=Lax`,
  );
  assert.match(cookieOf(PLAIN, ''), /Max-Age=0/);
  assert.equal(heldIn(`portavoce.provider=${HELD}`, PLAIN), HELD);
});

for (const cookies of [undefined, '', 'portavoce.provider=', 'portavoce.provider=corto', `portavoce.provider=${HELD}!`])
  test(`what is none is none: ${cookies}`, () => assert.equal(heldIn(cookies, PLAIN), undefined));
