// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { insightsDue, warnDue } from '#accounts';
import { type AccountsDesk, BODY, startAccountsDesk } from '../support/accounts-desk.ts';
import type { Client } from '../support/client.ts';
import { connectByOauth, healthOf } from '../support/connecting.ts';

// As days go by: what only a person can renew is told in good time, and what the network counts is read.

const DAY_MILLISECONDS = 24 * 3_600_000;
const UNTIL = new Date(Date.now() + 90 * DAY_MILLISECONDS);

let desk: AccountsDesk;
let head: Client;
let account: string;
before(async () => {
  desk = await startAccountsDesk({ consentUntil: UNTIL });
  head = await desk.signIn('head');
  account = await connectByOauth(desk, head);
});
after(() => desk?.close());

const daysBefore = (days: number) => new Date(UNTIL.getTime() - days * DAY_MILLISECONDS);
const told = async () => {
  const { rows } = await desk.portavoce.ports.database.inBody(BODY, (tx) =>
    sql<{ days: number }>`select days from account_warning where what = 'permission' order by told_at`.execute(tx),
  );
  return rows.map(({ days }) => days);
};

test('figures are read once a day, and each day keeps its own', async () => {
  const { ports } = desk.portavoce;
  for (let look = 0; look < 3; look++) await insightsDue(ports, BODY);
  assert.equal(desk.network.asked('/figures'), 1);
  desk.clock.advance(DAY_MILLISECONDS);
  desk.network.killAccess();
  await insightsDue(ports, BODY);
  await insightsDue(ports, BODY);
  const { rows } = await ports.database.inBody(BODY, (tx) =>
    sql<{ day: string; value: string }>`
      select day, value from account_figure where account_id = ${account} and measure = 'followers' order by day`.execute(
      tx,
    ),
  );
  assert.deepEqual(
    rows.map(({ value }) => value),
    ['120', '120'],
    'also when the access had to be renewed first',
  );
  assert.notEqual(rows[0]?.day, rows[1]?.day);
});

test('warned 30, 14, 7 and 2 days before, and when it is over; each once, in the record', async () => {
  const { ports } = desk.portavoce;
  const news: unknown[] = [];
  const stop = ports.news.listen(BODY, (one) => news.push(one));
  for (const [at, expected] of [
    [31, []],
    [30, [30]],
    [29, [30]],
    [13.5, [30, 14]],
    [6, [30, 14, 7]],
    [1, [30, 14, 7, 2]],
    [-1, [30, 14, 7, 2, 0]],
  ] as const) {
    desk.clock.set(daysBefore(at));
    await Promise.all([warnDue(ports, BODY), warnDue(ports, BODY)]);
    assert.deepEqual(await told(), expected, `${at} days before`);
  }
  stop();
  const { items } = await head.record();
  const entries = items.filter(({ kind, summary }) => kind === 'account.warned' && /permesso/.test(summary));
  assert.equal(entries.length, 5);
  assert.ok(
    entries.every(({ person }) => person === null),
    'the desk told it by itself',
  );
  const health = await healthOf(head, account);
  assert.match(health.warnings.find(({ what }) => what === 'permission')?.text ?? '', /è scaduto/);
});

test('a person who comes late to it is warned of the days that are left, not of those gone by', async () => {
  const { ports } = desk.portavoce;
  await ports.database.inBody(BODY, (tx) =>
    sql`update account_connection set expiries = ${JSON.stringify([
      { what: 'renewal', at: daysBefore(-10).toISOString(), by: 'person' },
    ])} where account_id = ${account}`.execute(tx),
  );
  desk.clock.set(UNTIL);
  await warnDue(ports, BODY);
  const { rows } = await ports.database.inBody(BODY, (tx) =>
    sql<{ days: number }>`select days from account_warning where what = 'renewal'`.execute(tx),
  );
  assert.deepEqual(
    rows.map(({ days }) => days),
    [14],
  );
});
