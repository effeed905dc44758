// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { manualClock } from '#kernel';
import { Alarms } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type Colleague, joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';

// What cannot wait is over only when what was decided is seen on the network.

const BODY = BODIES.comune.slug;
const THREAT = 'Domani vengo lì e vi ammazzo tutti';
const clock = manualClock('2026-11-19T09:00:00+01:00');

let mailbox: Mailbox;
let desk: Desk;
let anna: Colleague;
let head: Client;
before(async () => {
  mailbox = await startMailbox();
  desk = await startDesk({ clock, mailServer: mailbox.server });
  anna = await joins(desk.portavoce, { body: BODY, name: 'Anna Provata' });
  head = await desk.signIn('head', 'comune');
});
after(async () => {
  await desk?.close();
  await mailbox?.close();
});

let count = 0;
async function arrives(): Promise<{ readonly id: string; readonly onFacebook: string }> {
  count += 1;
  const text = `${THREAT} (${count})`;
  const onFacebook = await desk.facebook.comment({
    ...{ page: BODIES.comune.page.id, post: desk.posts.comune, author: 'Prova', text },
  });
  await desk.poll('comune');
  await desk.drain();
  const found = (await head.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found, text);
  return { id: found.id, onFacebook };
}

async function alarmOf(id: string) {
  const answer = await anna.client.get('alarms');
  assert.equal(answer.status, 200);
  return Alarms.parse(await answer.json()).items.find((one) => one.case === id);
}

test('with all writes stopped the measure of an alarm goes, and ends it once it is there', async () => {
  const { id, onFacebook } = await arrives();
  assert.equal((await head.post('crisis', { reason: 'Un guasto al sito', stop: true })).status, 200);
  await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.equal((await desk.facebook.written(onFacebook)).hidden, true);
  assert.equal((await anna.client.case(id)).enforcement, 'confirmed');
  assert.equal(await alarmOf(id), undefined);
});

test('what may be child abuse is hidden also while all writes are stopped', async () => {
  const { id, onFacebook } = await arrives();
  const raised = await head.post(`cases/${id}/csam`, {
    ...{ office: 'Polizia postale di prova', law: 'art. 600-ter del codice penale', confirmed: true },
  });
  assert.equal(raised.status, 200, await raised.clone().text());
  await desk.drain();
  assert.equal((await desk.facebook.written(onFacebook)).hidden, true);
});

test('taken back before it was there, it rings again', async () => {
  const { id } = await arrives();
  assert.equal((await head.post('crisis/end', { note: 'Finita.' })).status, 200);
  await desk.facebook.faults({ fault: 'rate-limited' });
  await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.equal((await alarmOf(id))?.state, 'taken');
  const decided = await anna.client.case(id);
  const undone = await anna.client.post(`decisions/${decided.decisions[0]?.id}/undo`, {
    reasons: 'Sotto un altro punto.',
  });
  assert.equal(undone.status, 200);
  assert.equal((await alarmOf(id))?.state, 'ringing');
});

test('a hide that Facebook refuses rings again, also for who takes the rest; done by hand, it is over', async () => {
  const { id, onFacebook } = await arrives();
  assert.equal((await alarmOf(id))?.state, 'ringing');
  await desk.facebook.faults({ fault: 'role-lost' });
  // Longer than letters to one person wait for each other.
  clock.advance(10 * 60_000);
  const before = mailbox.letters.length;
  await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.equal((await desk.facebook.written(onFacebook)).hidden, false);
  const decided = await anna.client.case(id);
  assert.deepEqual([decided.state, decided.enforcement], ['decided', 'failed']);
  const alarm = await alarmOf(id);
  assert.equal(alarm?.state, 'ringing', 'nobody is left to believe that it is hidden');
  assert.deepEqual(
    new Set(mailbox.letters.slice(before).map(({ to }) => to[0])),
    new Set([anna.email, 'head@comune-di-esempio.example']),
    'with no rota all are called, and who decided it among them',
  );
  assert.equal((await head.post(`alarms/${alarm.id}/take`, {})).status, 200);
  const write = decided.decisions[0]?.enforcements.find(({ type }) => type === 'hide');
  const done = await head.post(`enforcements/${write?.id}/done`, { note: 'Nascosto dalla pagina.' });
  assert.equal(done.status, 200);
  assert.equal(await alarmOf(id), undefined);
  const kinds = (await head.record()).items.map(({ kind }) => kind);
  for (const kind of ['alarm.rings-again', 'alarm.ended']) assert.ok(kinds.includes(kind), kind);
});
