// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { manualClock } from '#kernel';
import { alarmsDue, turnsDue } from '#moderation';
import { Alarms, ClaimView, type TurnPlan, TurnsView } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type Colleague, joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';

// What reaches whoever is on call when much rings at once, or when no letter leaves; and the end of a turn that is changed.

// A Thursday night.
const clock = manualClock('2026-11-19T23:00:00+01:00');
const MINUTE_MILLISECONDS = 60_000;
const { slug: BODY, page } = BODIES.comune;

let mailbox: Mailbox;
let desk: Desk;
let anna: Colleague;
let bice: Colleague;
let head: Client;
before(async () => {
  mailbox = await startMailbox();
  desk = await startDesk({ clock, mailServer: mailbox.server });
  anna = await joins(desk.portavoce, { body: BODY, name: 'Anna Provata' });
  bice = await joins(desk.portavoce, { body: BODY, name: 'Bice Inventata' });
  head = await desk.signIn('head', 'comune');
});
after(async () => {
  await desk?.close();
  await mailbox?.close();
});

async function read<Shape>(schema: { parse(value: unknown): Shape }, response: Promise<Response>): Promise<Shape> {
  const answer = await response;
  assert.equal(answer.status, 200, await answer.clone().text());
  return schema.parse(await answer.json());
}

let count = 0;
async function arrive(...words: readonly string[]): Promise<readonly string[]> {
  const texts = words.map((each) => {
    count += 1;
    return `${each} (${count})`;
  });
  for (const text of texts)
    await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author: 'Prova', text });
  await desk.poll('comune');
  await desk.drain();
  const { items } = await anna.client.queue('?limit=100');
  return texts.map((text) => items.find(({ excerpt }) => excerpt === text)?.id ?? assert.fail(text));
}

async function later(minutes: number): Promise<void> {
  clock.advance(minutes * MINUTE_MILLISECONDS);
  await alarmsDue(desk.portavoce.ports, BODY);
  await desk.drain();
}

const hours = { days: [1, 2, 3, 4, 5, 6, 7], holidays: true };
const PLAN = (more: Partial<TurnPlan> = {}) => ({
  turns: [],
  absences: [],
  onCall: [{ ...hours, people: [bice.id, anna.id], from: '18:00', to: '08:00' }],
  repeatMinutes: 10,
  ...more,
});
const ringing = async () => (await read(Alarms, anna.client.get('alarms'))).items;
const THREAT = 'Domani vengo lì e vi ammazzo tutti';

test('a flood of alarms is one letter, and a few minutes later another of what came meanwhile', async () => {
  await read(TurnsView, head.post('turns', { revision: 0, plan: PLAN() }));
  const [first] = await arrive(THREAT);
  assert.deepEqual(
    mailbox.letters.map(({ to }) => to[0]),
    [bice.email],
  );
  const more = await arrive(...Array.from({ length: 6 }, () => THREAT));
  assert.equal(mailbox.letters.length, 1, 'what rings meanwhile waits to go together');
  await later(1);
  assert.equal(mailbox.letters.length, 1);
  await later(2);
  const alarms = await ringing();
  assert.equal(alarms.length, 7);
  const [, second, third] = mailbox.letters;
  assert.equal(third, undefined);
  assert.deepEqual([second?.to, second?.subject], [[bice.email], '6 urgenze: prendile in carico']);
  for (const alarm of alarms) {
    const listed = second?.text.includes(`${desk.url}/banco/${BODY}/urgenze/${alarm.id}`);
    assert.equal(listed, alarm.case !== first, `case ${alarm.number}`);
  }
  assert.ok(!second?.text.includes('ammazzo'));
  assert.deepEqual(new Set(alarms.flatMap(({ byHand }) => byHand)), new Set());
  for (const id of [first ?? '', ...more]) await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.deepEqual(await ringing(), []);
});

test('a letter that does not leave within minutes is told by voice, and the next is called', async () => {
  clock.advance(60 * MINUTE_MILLISECONDS);
  const before = mailbox.letters.length;
  mailbox.refuse(451);
  const [id = ''] = await arrive(THREAT);
  await later(4);
  assert.deepEqual((await ringing())[0]?.byHand, []);
  await later(2);
  assert.deepEqual((await ringing())[0]?.byHand, [bice.name]);
  const kinds = (await head.record()).items.map(({ kind }) => kind);
  assert.ok(kinds.includes('alarm.letter-late'));
  assert.equal(kinds.slice(0, 3).includes('alarm.called'), true, 'the next is called');
  mailbox.refuse(null);
  assert.equal(mailbox.letters.length, before);
  await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
});

test('the end of a turn counts by the plan that held then, though it was changed a moment later', async () => {
  clock.set('2026-11-20T09:00:00+01:00');
  const turn = { ...hours, person: anna.id, from: '08:00', to: '14:00' };
  await read(TurnsView, head.post('turns', { revision: 1, plan: PLAN({ turns: [turn] }) }));
  const [id = ''] = await arrive('Grazie a tutti, bella iniziativa di prova');
  await read(ClaimView, anna.client.post(`cases/${id}/claim`, { how: 'by-hand' }));
  clock.set('2026-11-20T14:00:10+01:00');
  await read(TurnsView, head.post('turns', { revision: 2, plan: PLAN({ turns: [{ ...turn, to: '15:00' }] }) }));
  clock.set('2026-11-20T14:00:40+01:00');
  await turnsDue(desk.portavoce.ports, BODY);
  assert.equal((await read(ClaimView, bice.client.get(`cases/${id}/claim`))).claim, null);
});
