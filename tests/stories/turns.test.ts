// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { manualClock } from '#kernel';
import { alarmsDue, turnsDue } from '#moderation';
import { Alarms, AlarmView, Claims, ClaimView, Sheet, Sheets, type TurnPlan, TurnsView } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type Colleague, joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';

// Who has a case in hand, what the end of a turn does, and what cannot wait for the morning: on the real program, with a real
// mail server.

// A Thursday, at work.
const clock = manualClock('2026-11-19T09:00:00+01:00');
const HOUR_MILLISECONDS = 3_600_000;
const BODY = BODIES.comune.slug;

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

const keyed = () => ({ 'idempotency-key': randomUUID() });
async function read<Shape>(schema: { parse(value: unknown): Shape }, response: Promise<Response>): Promise<Shape> {
  const answer = await response;
  assert.equal(answer.status, 200, await answer.clone().text());
  return schema.parse(await answer.json());
}
async function refused(response: Promise<Response>, status: number, code: string): Promise<string> {
  const answer = await response;
  const problem = (await answer.json()) as { code: string; detail?: string };
  assert.deepEqual([answer.status, problem.code], [status, code]);
  return problem.detail ?? '';
}

let count = 0;
async function arrives(words = 'Grazie a tutti, bella iniziativa di prova'): Promise<string> {
  count += 1;
  const text = `${words} (${count})`;
  const { page } = BODIES.comune;
  await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author: 'Prova', text });
  await desk.poll('comune');
  await desk.drain();
  const found = (await anna.client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found, text);
  return found.id;
}

const claimOf = (who: Client, id: string) => read(ClaimView, who.get(`cases/${id}/claim`));
const kinds = async (): Promise<string[]> => (await head.record()).items.map(({ kind }) => kind);
const claimIt = (who: Client, id: string, more: object = {}) =>
  who.post(`cases/${id}/claim`, { how: 'by-hand', ...more });

test('what one has in hand another does not decide, unless it is taken over openly', async () => {
  const id = await arrives();
  await read(ClaimView, claimIt(anna.client, id));
  const seen = await claimOf(bice.client, id);
  assert.deepEqual([seen.claim?.person.name, seen.claim?.mine], [anna.name, false]);
  assert.equal(await refused(claimIt(bice.client, id), 409, 'CASE_CLAIMED'), anna.name);
  await assert.rejects(bice.client.decide(id, { kind: 'no-action' }), /CASE_CLAIMED/);
  assert.equal((await anna.client.case(id)).state, 'open');
  await refused(bice.client.post(`cases/${id}/release`, {}), 409, 'CASE_NOT_CLAIMED');
  await refused(claimIt(bice.client, id, { from: bice.id }), 409, 'CASE_CLAIMED');

  await read(ClaimView, claimIt(bice.client, id, { from: anna.id }));
  assert.equal((await kinds())[0], 'case.taken-over');
  await assert.rejects(anna.client.decide(id, { kind: 'no-action' }), /CASE_CLAIMED/);
  await bice.client.decide(id, { kind: 'no-action' });
  assert.equal((await claimOf(anna.client, id)).claim, null);
  await refused(claimIt(anna.client, id), 409, 'CASE_NOT_OPEN');
});

test('opening the form takes it in hand quietly; leaving it gives it back; an auditor only looks', async () => {
  const id = await arrives();
  const entries = (await kinds()).length;
  await read(ClaimView, anna.client.post(`cases/${id}/claim`, { how: 'form' }));
  assert.equal(await refused(bice.client.post(`cases/${id}/claim`, { how: 'form' }), 409, 'CASE_CLAIMED'), anna.name);
  assert.equal((await read(Claims, bice.client.get('claims'))).items.find((one) => one.case === id)?.how, 'form');
  await read(ClaimView, anna.client.post(`cases/${id}/release`, {}));
  await read(ClaimView, anna.client.post(`cases/${id}/release`, {}));
  assert.equal((await claimOf(bice.client, id)).claim, null);
  assert.equal((await kinds()).length, entries);
  const auditor = await desk.signIn('auditor', 'comune');
  await refused(claimIt(auditor, id), 403, 'ROLE_TOO_NARROW');
  assert.equal((await auditor.get(`cases/${id}/claim`)).status, 200);
  const elsewhere = await desk.signIn('moderator', 'asl');
  await refused(elsewhere.get(`cases/${id}/claim`), 404, 'CASE_NOT_FOUND');
  await refused(elsewhere.get(`/api/bodies/${BODY}/claims`), 403, 'NO_MANDATE');
});

test('handed over with a note that the receiver reads, once however often it is sent', async () => {
  const id = await arrives();
  const note = 'Ho chiesto all’anagrafe: rispondono domattina.';
  const headers = keyed();
  const handing = { to: bice.id, note };
  await read(ClaimView, anna.client.post(`cases/${id}/handover`, handing, headers));
  const given = await read(ClaimView, anna.client.post(`cases/${id}/handover`, handing, headers));
  assert.equal(given.handovers.length, 1);
  const seen = await claimOf(bice.client, id);
  assert.equal(seen.claim?.mine, true);
  assert.deepEqual(
    seen.handovers.map(({ from, to, note: told }) => [from, to, told]),
    [[anna.name, bice.name, note]],
  );
  await refused(anna.client.post(`cases/${id}/handover`, handing, keyed()), 409, 'CASE_CLAIMED');
  await refused(bice.client.post(`cases/${id}/handover`, { ...handing, to: bice.id }, keyed()), 422, 'NOT_AT_THE_DESK');
  const [entry] = (await head.record()).items;
  assert.equal(entry?.kind, 'case.handed-over');
  assert.ok(!JSON.stringify(entry).includes('anagrafe'));
  await bice.client.decide(id, { kind: 'no-action' });
});

test('who looks at a case is seen while they look', async () => {
  const id = await arrives();
  const screen = randomUUID();
  const shows = (what: string | null) => anna.client.post('presence', { screen, case: what });
  assert.equal((await shows(id)).status, 204);
  assert.deepEqual((await claimOf(bice.client, id)).looking, [{ id: anna.id, name: anna.name }]);
  assert.deepEqual((await claimOf(anna.client, id)).looking, []);
  assert.equal((await shows(null)).status, 204);
  assert.deepEqual((await claimOf(bice.client, id)).looking, []);
  await shows(id);
  clock.advance(3 * 60_000);
  assert.deepEqual((await claimOf(bice.client, id)).looking, []);
});

const WORKDAYS = [1, 2, 3, 4, 5];
const PLAN = (): TurnPlan => ({
  turns: [
    { person: anna.id, days: WORKDAYS, from: '08:00', to: '14:00', holidays: false },
    { person: bice.id, days: WORKDAYS, from: '14:00', to: '18:00', holidays: false },
  ],
  absences: [],
  onCall: [{ people: [bice.id, anna.id], days: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '08:00', holidays: true }],
  repeatMinutes: 10,
});

test('the head sets the turns, on those that were read; nobody else does', async () => {
  await refused(anna.client.post('turns', { revision: 0, plan: PLAN() }), 403, 'ROLE_TOO_NARROW');
  const set = await read(TurnsView, head.post('turns', { revision: 0, plan: PLAN() }));
  assert.deepEqual([set.revision, set.now.onDuty, set.now.byRota], [1, [{ id: anna.id, name: anna.name }], false]);
  await refused(head.post('turns', { revision: 0, plan: PLAN() }), 409, 'TURNS_CHANGED');
  const unknown = { ...PLAN(), turns: [{ ...PLAN().turns[0], person: 'nessuno' }] };
  await refused(head.post('turns', { revision: 1, plan: unknown }), 422, 'NOT_AT_THE_DESK');
  assert.equal((await kinds())[0], 'turns.set');
});

test('the end of a turn gives back what was in hand and writes the sheet for who comes next', async () => {
  const mine = await arrives();
  const hers = await arrives();
  await read(ClaimView, claimIt(anna.client, mine));
  await read(ClaimView, claimIt(bice.client, hers));
  clock.set('2026-11-19T13:59:00+01:00');
  await turnsDue(desk.portavoce.ports, BODY);
  assert.deepEqual((await read(Sheets, bice.client.get('handover-sheets'))).items, []);
  clock.set('2026-11-19T14:00:30+01:00');
  await turnsDue(desk.portavoce.ports, BODY);
  await turnsDue(desk.portavoce.ports, BODY);
  assert.equal((await claimOf(bice.client, mine)).claim, null);
  assert.equal((await claimOf(anna.client, hers)).claim?.person.id, bice.id);
  const { items } = await read(Sheets, bice.client.get('handover-sheets'));
  assert.deepEqual(
    items.map(({ closedAt, readByMe }) => [closedAt, readByMe]),
    [['2026-11-19T13:00:00.000Z', false]],
  );
  const id = items[0]?.id;
  const sheet = await read(Sheet, bice.client.get(`handover-sheets/${id}`));
  const { facts } = sheet;
  assert.deepEqual([facts.people, facts.next], [[anna.name], [bice.name]]);
  const { number } = await bice.client.case(mine);
  assert.deepEqual(
    facts.released.first.map((one) => [one.number, one.by]),
    [[number, anna.name]],
  );
  assert.equal(facts.claimed.total, 1);
  assert.deepEqual([facts.decided.total, facts.toDo, facts.reviews], [2, [], undefined]);
  assert.equal(facts.open, (await bice.client.queue()).counters.open);
  assert.ok(!JSON.stringify(sheet).includes('iniziativa'), 'no citizen’s words on it');
  const after = await read(Sheet, bice.client.post(`handover-sheets/${id}/reading`, {}));
  assert.deepEqual([after.readByMe, after.readBy.map(({ name }) => name)], [true, [bice.name]]);
  const [closed] = (await head.record()).items.filter(({ kind }) => kind === 'turn.closed');
  assert.match(closed?.summary ?? '', /rimesse in coda 1/);
  assert.equal((await kinds()).filter((kind) => kind === 'turn.closed').length, 1);
});

const THREAT = 'Domani vengo lì e vi ammazzo tutti';
const ringing = async (who: Client) => (await read(Alarms, who.get('alarms'))).items;

test('what is grave at night calls the person on call, then the deputy, until somebody takes it', async () => {
  clock.set('2026-11-19T23:00:00+01:00');
  await turnsDue(desk.portavoce.ports, BODY);
  const before = mailbox.letters.length;
  const id = await arrives(THREAT);
  await desk.drain();
  const [alarm] = await ringing(anna.client);
  assert.ok(alarm);
  assert.deepEqual([alarm.case, alarm.state], [id, 'ringing']);
  const [letter] = mailbox.letters.slice(before);
  assert.deepEqual(letter?.to, [bice.email]);
  assert.ok(letter?.text.includes(`${desk.url}/banco/${BODY}/urgenze/${alarm.id}`));
  assert.match(letter.text, /112/);
  for (const word of ['ammazzo', 'Prova', 'vengo']) assert.ok(!`${letter.subject} ${letter.text}`.includes(word), word);

  clock.advance(9 * 60_000);
  await alarmsDue(desk.portavoce.ports, BODY);
  await desk.drain();
  assert.equal(mailbox.letters.length, before + 1);
  clock.advance(60_000);
  await alarmsDue(desk.portavoce.ports, BODY);
  await desk.drain();
  assert.deepEqual(
    mailbox.letters.slice(before).map(({ to }) => to[0]),
    [bice.email, anna.email],
  );
  assert.equal(new Set(mailbox.letters.slice(before).map(({ messageId }) => messageId)).size, 2);

  const view = await read(AlarmView, anna.client.get(`alarms/${alarm.id}`));
  assert.match(view.help.text, /112/);
  assert.equal(view.help.clause, 'ESE-029');
  await read(AlarmView, anna.client.post(`alarms/${alarm.id}/take`, {}));
  await read(AlarmView, anna.client.post(`alarms/${alarm.id}/take`, {}));
  assert.equal(await refused(bice.client.post(`alarms/${alarm.id}/take`, {}), 409, 'ALARM_TAKEN'), anna.name);
  assert.equal((await claimOf(bice.client, id)).claim?.person.id, anna.id);
  clock.advance(HOUR_MILLISECONDS);
  await alarmsDue(desk.portavoce.ports, BODY);
  await desk.drain();
  assert.equal(mailbox.letters.length, before + 2);

  const headers = keyed();
  const telephoned = { called: 'local-police', who: 'agente Inventato Zefiri' };
  await read(AlarmView, anna.client.post(`alarms/${alarm.id}/calls`, telephoned, headers));
  const called = await read(AlarmView, anna.client.post(`alarms/${alarm.id}/calls`, telephoned, headers));
  assert.deepEqual(
    called.calls.map((call) => [call.called, call.who, call.by]),
    [['local-police', 'agente Inventato Zefiri', anna.name]],
  );
  assert.ok(!JSON.stringify(await anna.client.record()).includes('Zefiri'), 'no name enters what cannot be erased');
  await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.deepEqual(await ringing(anna.client), []);
  await refused(bice.client.post(`alarms/${alarm.id}/take`, {}), 409, 'ALARM_OVER');
  const told = (await head.record()).items.map(({ kind }) => kind);
  for (const kind of ['alarm.raised', 'alarm.called', 'alarm.taken', 'alarm.telephoned', 'alarm.ended'])
    assert.ok(told.includes(kind), kind);
  assert.equal((await head.verification()).intact, true);
});

test('left without a decision it rings again; a refused address calls the next at once; at last it says that nobody answered', async () => {
  const id = await arrives(THREAT);
  await desk.drain();
  const [alarm] = await ringing(anna.client);
  assert.equal(alarm?.case, id);
  await read(ClaimView, claimIt(anna.client, id));
  assert.equal((await ringing(anna.client))[0]?.state, 'taken');
  let before = mailbox.letters.length;
  await read(ClaimView, anna.client.post(`cases/${id}/release`, {}));
  await desk.drain();
  assert.equal((await ringing(anna.client))[0]?.state, 'ringing');
  assert.deepEqual(
    mailbox.letters.slice(before).map(({ to }) => to[0]),
    [bice.email],
  );
  // Two people, three rounds.
  before = mailbox.letters.length;
  for (let round = 0; round < 8; round++) {
    clock.advance(10 * 60_000);
    await alarmsDue(desk.portavoce.ports, BODY);
    await desk.drain();
  }
  assert.equal(mailbox.letters.length, before + 5);
  assert.ok((await kinds()).includes('alarm.unanswered'));
  assert.equal((await ringing(anna.client))[0]?.nextAt, null);
  await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();

  mailbox.refuse(550);
  const other = await arrives(THREAT);
  await desk.drain();
  const [second] = await ringing(anna.client);
  assert.equal(second?.case, other);
  assert.deepEqual(second.byHand.toSorted(), [anna.name, bice.name]);
  mailbox.refuse(null);
  await anna.client.decide(other, { kind: 'hide' });
});

test('what is written in another language is to be looked at, and says why', async () => {
  const id = await arrives('Good morning, where is the office and when does it open for the children?');
  const detail = await anna.client.case(id);
  assert.equal(detail.mustLook, true);
  assert.ok(
    detail.proposalReasons.some(({ text }) => text.startsWith('Non analizzato: guardare. Il testo è in un’altra')),
  );
});
