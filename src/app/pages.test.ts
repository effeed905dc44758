// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { securityText } from './pages.ts';

it('security.txt names the contact and is good for a year from the day of the start', () => {
  const text = securityText('mailto:sicurezza@ente.example', new Date('2026-11-22T15:00:00Z'));
  assert.match(String(text), /^Contact: mailto:sicurezza@ente\.example\n/);
  assert.match(String(text), /^Expires: 2027-11-22T00:00:00\.000Z$/m);
});

it('there is none where nobody was named', () => {
  assert.equal(securityText(undefined, new Date(0)), undefined);
});
