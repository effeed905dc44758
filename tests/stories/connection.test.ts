// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { checkDue, renew, renewDue } from '#accounts';
import { carryOut } from '#delivery';
import { pollAccount } from '#inbox';
import { type AccountsDesk, BODY, startAccountsDesk } from '../support/accounts-desk.ts';
import type { Client } from '../support/client.ts';
import { connectByOauth, goAndReturn, healthOf, returned } from '../support/connecting.ts';

// The life of a connection: it begins, is read by, renews itself, breaks, and begins again; nothing asked for meanwhile is lost.

let desk: AccountsDesk;
let head: Client;
let moderator: Client;
let account: string;
before(async () => {
  desk = await startAccountsDesk();
  head = await desk.signIn('head');
  moderator = await desk.signIn('moderator');
  account = await connectByOauth(desk, head);
});
after(() => desk?.close());

const HOUR_MILLISECONDS = 3_600_000;
const place = () => ({ body: BODY, account });
/** As the poller would; while that is itself renewing the secrets, again. */
async function poll(): Promise<void> {
  while ((await pollAccount(desk.portavoce.ports, place())).waitSeconds !== undefined) await setImmediate();
}
const secretsSince = async (): Promise<Date> => {
  const { rows } = await desk.portavoce.ports.database.inBody(BODY, (tx) =>
    sql<{ updated_at: Date }>`select updated_at from account_connection where account_id = ${account}`.execute(tx),
  );
  assert.ok(rows[0]);
  return rows[0].updated_at;
};

/** The case of a comment, once the desk has read and judged it. */
async function caseOf(text: string): Promise<string> {
  await desk.drain();
  const queued = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(queued, text);
  return queued.id;
}

const enforcementOf = async (id: string) => (await moderator.case(id)).decisions.at(-1)?.enforcements[0];

/** As time passes, until the write of a case is no longer on its way. */
async function carriedOn(id: string) {
  for (let attempt = 0; attempt < 8; attempt++) {
    const found = await enforcementOf(id);
    assert.ok(found);
    if (!['queued', 'sent', 'unknown'].includes(found.state)) return found;
    await carryOut(desk.portavoce.ports, { body: BODY, command: found.id });
    desk.clock.advance(10 * 60_000);
  }
  return enforcementOf(id);
}

test('connected, it is read and answered', async () => {
  desk.network.citizenWrites('Quando apre lo sportello?');
  await poll();
  const id = await caseOf('Quando apre lo sportello?');
  await moderator.decide(id, { kind: 'reply', reply: 'Dalle nove.' });
  assert.equal((await carriedOn(id))?.state, 'confirmed');
  assert.deepEqual(
    desk.network.replies.map(({ text }) => text),
    ['Dalle nove.'],
  );
  const health = await healthOf(head, account);
  assert.equal(health.state, 'connected');
  assert.ok(health.reading.readAt !== null && health.writtenAt !== null);
});

test('its access dies: the reading renews it and reads on, in the same job', async () => {
  desk.network.killAccess();
  desk.network.citizenWrites('Si paga il parcheggio?');
  await poll();
  await caseOf('Si paga il parcheggio?');
  const { reading, renewedAt, warnings } = await healthOf(head, account);
  assert.deepEqual([reading.failures, reading.error, warnings], [0, null, []]);
  assert.ok(renewedAt !== null);
});

test('its access dies before a write: renewed, it is written, once', async () => {
  desk.clock.advance(HOUR_MILLISECONDS / 2);
  const id = await caseOf('Si paga il parcheggio?');
  desk.network.killAccess();
  await moderator.decide(id, { kind: 'reply', reply: 'No, è gratuito.' });
  assert.equal((await carriedOn(id))?.state, 'confirmed');
  assert.equal(desk.network.replies.filter(({ text }) => text === 'No, è gratuito.').length, 1);
});

test('one permission is missing, the access holds: the write is refused in sight, the connection is not given up', async () => {
  desk.network.citizenWrites('Dove si rinnova la carta?');
  await poll();
  const id = await caseOf('Dove si rinnova la carta?');
  desk.network.refuseNextReply();
  await moderator.decide(id, { kind: 'reply', reply: 'All’anagrafe.' });
  assert.equal((await carriedOn(id))?.state, 'failed');
  const { state, warnings } = await healthOf(head, account);
  assert.deepEqual([state, warnings], ['connected', []]);
});

test('at two thirds of its life it is renewed, not before', async () => {
  const { expiries } = await healthOf(head, account);
  const access = expiries.find(({ what }) => what === 'access');
  assert.ok(access);
  const since = await secretsSince();
  const life = Date.parse(access.at) - since.getTime();
  desk.clock.set(new Date(since.getTime() + (life * 2) / 3 - 1000));
  const asked = desk.network.asked('/token');
  await renewDue(desk.portavoce.ports, BODY);
  assert.equal(desk.network.asked('/token'), asked);
  desk.clock.advance(2000);
  await renewDue(desk.portavoce.ports, BODY);
  assert.equal(desk.network.asked('/token'), asked + 1);
  await poll();
});

test('two renewals at the same moment do not log the body out', async () => {
  const since = await secretsSince();
  const asked = desk.network.asked('/token');
  desk.network.slowRenewal(300);
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => renew(desk.portavoce.ports, place(), since)));
  desk.network.slowRenewal(0);
  assert.equal(desk.network.asked('/token'), asked + 1, 'one alone asked the network');
  assert.equal(outcomes.filter((outcome) => outcome === 'renewed').length, 1);
  assert.equal(await renew(desk.portavoce.ports, place(), since), 'renewed', 'late, it finds the new ones');
  await poll();
  assert.equal((await healthOf(head, account)).state, 'connected');
});

test('nothing renews it any more: who is responsible is told once, what waits to be written stays', async () => {
  desk.network.citizenWrites('C’è posto al nido?');
  await poll();
  const id = await caseOf('C’è posto al nido?');
  desk.network.killAll();
  desk.clock.advance(HOUR_MILLISECONDS / 4);
  await assert.rejects(poll());
  await moderator.decide(id, { kind: 'reply', reply: 'Sì, due posti.' });
  await desk.drain();
  for (let attempt = 0; attempt < 3; attempt++) {
    const waiting = await enforcementOf(id);
    assert.equal(waiting?.state, 'queued');
    assert.match(waiting.note ?? '', /ricollegato/);
    desk.clock.advance(10 * 60_000);
    await carryOut(desk.portavoce.ports, { body: BODY, command: waiting.id });
    await assert.rejects(poll());
  }
  const health = await healthOf(moderator, account);
  assert.equal(health.state, 'lost');
  assert.deepEqual(
    health.warnings.map(({ what }) => what),
    ['connection'],
  );
  const warned = (await head.record()).items.filter(({ kind }) => kind === 'account.warned');
  assert.equal(warned.length, 1, 'once, however often it fails');
});

test('connected again it goes on from where it was: cursor, queue and writes', async () => {
  desk.network.citizenWrites('Scritto mentre non si leggeva');
  const before = (await moderator.queue('?limit=100')).items.length;
  const finished = await returned(head, await goAndReturn(head, account));
  assert.deepEqual(finished, { connected: account });
  await poll();
  await caseOf('Scritto mentre non si leggeva');
  assert.equal((await moderator.queue('?limit=100')).items.length, before + 1, 'only what was not read before');
  const decided = (await moderator.queue('?state=decided&limit=100')).items;
  const waiting = decided.find(({ excerpt }) => excerpt === 'C’è posto al nido?');
  assert.ok(waiting);
  assert.equal((await carriedOn(waiting.id))?.state, 'confirmed');
  assert.equal(desk.network.replies.filter(({ text }) => text === 'Sì, due posti.').length, 1);
  const health = await healthOf(head, account);
  assert.deepEqual([health.state, health.warnings], ['connected', []]);
});

test('a check every hour tells of permissions and roles that went, at once', async () => {
  const { ports } = desk.portavoce;
  desk.network.answersCheck({ lacking: ['read-mentions'] });
  desk.clock.advance(HOUR_MILLISECONDS);
  await checkDue(ports, BODY);
  const lacking = await healthOf(head, account);
  assert.deepEqual([lacking.lacking, lacking.quota], [['read-mentions'], { left: 80, of: 100, resetsAt: null }]);
  assert.deepEqual(
    lacking.warnings.map(({ what }) => what),
    ['lacking'],
  );
  const asked = desk.network.asked('/check');
  await checkDue(ports, BODY);
  assert.equal(desk.network.asked('/check'), asked, 'once an hour');

  desk.network.answersCheck({ role: 'none', lacking: [] });
  desk.clock.advance(HOUR_MILLISECONDS);
  await checkDue(ports, BODY);
  const lost = await healthOf(head, account);
  assert.equal(lost.state, 'lost');
  assert.ok(lost.warnings.some(({ what }) => what === 'role'));
  const kinds = (await head.record()).items.filter(({ kind }) => kind === 'account.warned');
  assert.equal(kinds.length, 3);

  desk.network.answersCheck({ role: 'editor' });
  desk.clock.advance(HOUR_MILLISECONDS);
  await checkDue(ports, BODY);
  assert.equal((await healthOf(head, account)).state, 'connected');
});

test('no secret is in the database, in the log or in what the desk answers', async () => {
  const answers = await Promise.all(
    ['accounts', 'record', 'cases', 'channels'].map(async (path) => (await head.get(path)).text()),
  );
  const networks = await (await head.get('/api/networks')).text();
  const places = { dump: await desk.dump(), log: desk.logged.join(''), answers: [...answers, networks].join('') };
  assert.ok(desk.network.secrets.size > 10, 'there is something to look for');
  assert.match(places.dump, /Sì, due posti/, 'the dump is one');
  for (const secret of desk.network.secrets) {
    const bytes = Buffer.from(secret);
    for (const form of [secret, bytes.toString('hex'), bytes.toString('base64')])
      for (const [where, text] of Object.entries(places))
        assert.ok(!text.includes(form), `a secret is in the ${where}`);
  }
});
