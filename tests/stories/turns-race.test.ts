// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { compete } from '../../bench/race/compete.ts';
import { comeIn } from '../../bench/race/flock.ts';
import { joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Eight at once on one queue; `npm run bench -- --race` does it whole.

const MODERATORS = 8;
const DECISIONS = 200;
const A_SECOND = 1000;

let desk: Desk;
before(async () => {
  desk = await startDesk({ proxies: ['127.0.0.1'] });
});
after(() => desk?.close());

test('eight on one queue: nothing is decided twice, no note is lost, every screen is right within a second', async () => {
  const body = BODIES.comune.slug;
  await comeIn(desk.portavoce, { body, account: desk.accounts.comune }, DECISIONS + 40);
  await desk.drain();
  const entrants = [];
  for (const letter of 'ABCDEFGH'.slice(0, MODERATORS)) {
    const { id, name, client } = await joins(desk.portavoce, { body, name: `Persona di prova ${letter}` });
    entrants.push({ id, name, cookie: client.cookie });
  }
  const outcome = await compete({ url: desk.url, body, entrants, decisions: DECISIONS });
  assert.ok(outcome.decided >= DECISIONS);
  const { decidedTwice, lostReasons, lostNotes, recordIntact, news, latest } = outcome;
  assert.deepEqual(
    { decidedTwice, lostReasons, lostNotes, recordIntact, missing: news.missing },
    {
      ...{ decidedTwice: 0, lostReasons: 0, lostNotes: 0, recordIntact: true, missing: 0 },
    },
  );
  assert.ok(latest <= A_SECOND, `the slowest news came ${Math.round(latest)} ms after the answer`);
  // They did get in each other's way, and were told who was there.
  assert.ok((outcome.refusals.CASE_CLAIMED ?? 0) > 0);
  assert.ok(outcome.notes > 0);
});
