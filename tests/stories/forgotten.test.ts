// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { receive } from '#inbox';
import { manualClock } from '#kernel';
import { considerForgotten } from '#moderation';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

const MINUTE = 60_000;
const BODY = BODIES.asl.slug;
const clock = manualClock(new Date());
let desk: Desk;
before(async () => {
  desk = await startDesk({ clock });
});
after(() => desk.close());

/** Received, and told to nobody. */
async function lost(externalId: string): Promise<void> {
  const { ports } = desk.portavoce;
  const events = { publish: async () => {}, publishAll: async () => {} };
  const source = { body: BODY, account: desk.accounts.asl, network: 'facebook', homes: [] } as const;
  const facts = { kind: 'comment', author: null, permalink: null, post: null, parentExternalId: null } as const;
  const written = {
    type: 'written',
    externalId,
    text: externalId,
    at: clock.now(),
    own: false,
    hasMedia: false,
  } as const;
  await ports.database.inBody(BODY, (tx) => receive({ ...ports, tx, events }, source, [{ ...facts, ...written }]));
}

const sought = () => considerForgotten(desk.portavoce.ports, BODY);

test('what was received and never judged is found, once it has had its time; older things once an hour', async () => {
  for (let number = 0; number < 700; number++) await lost(`perso-${number}`);
  assert.equal(await sought(), 0, 'their own event may still bring them');
  clock.advance(6 * MINUTE);
  assert.equal(await sought(), 700, 'more than one page of them');
  assert.equal(await sought(), 0, 'they are judged now');
  const client = await desk.signIn('moderator');
  const { items, counters } = await client.queue('?limit=100');
  assert.equal(counters.open, 700);
  assert.equal(new Set(items.map(({ number }) => number)).size, 100, 'each has a number of its own');

  await lost('perso-da-tempo');
  clock.advance(50 * MINUTE);
  assert.equal(await sought(), 1);
  await lost('perso-da-molto');
  clock.advance(90 * MINUTE);
  assert.equal(await sought(), 1, 'the whole month is looked through again');
});
