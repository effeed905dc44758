// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { manualClock } from '#kernel';
import { turnsDue } from '#moderation';
import { Sheet, Sheets, ToDo } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// What has a term is counted for whoever opens the desk, from when it is owed until it is done.

const THREAT = 'Domani vengo lì e vi ammazzo tutti';
const QUESTION = 'A che ora apre lo sportello di prova?';
const clock = manualClock('2026-11-19T09:00:00+01:00');

let desk: Desk;
let head: Client;
let moderator: Client;
let threat: string;
before(async () => {
  desk = await startDesk({ clock });
  head = await desk.signIn('head');
  moderator = await desk.signIn('moderator');
});
after(() => desk?.close());

async function counted(who: Client): Promise<Record<string, readonly [number, number]>> {
  const answer = await who.get('to-do');
  assert.equal(answer.status, 200, await answer.clone().text());
  const { items } = ToDo.parse(await answer.json());
  return Object.fromEntries(items.map(({ kind, count, late }) => [kind, [count, late] as const]));
}

async function arrives(text: string): Promise<string> {
  await desk.facebook.comment({ page: BODIES.asl.page.id, post: desk.posts.asl, author: 'Prova', text });
  await desk.drain();
  const found = (await moderator.queue()).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found);
  return found.id;
}

const ok = async (answer: Promise<Response>) => assert.equal((await answer).status, 200, await (await answer).text());

test('a threat that was hidden leaves a question about the authorities and reasons to give', async () => {
  assert.deepEqual(await counted(moderator), {});
  const id = await arrives(THREAT);
  threat = id;
  assert.deepEqual(await counted(moderator), {}, 'nothing is owed before a decision');
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
  const owed = await counted(moderator);
  assert.deepEqual(
    [owed.authorities, owed.statements],
    [
      [1, 0],
      [1, 0],
    ],
  );
  assert.deepEqual(await counted(await desk.signIn('auditor')), owed, 'an auditor reads');
  assert.deepEqual(await counted(await desk.signIn('moderator', 'comune')), {}, 'nobody counts another body’s');
  assert.equal((await (await desk.signIn('moderator', 'comune')).get('/api/bodies/asl-roma-1/to-do')).status, 403);

  const { issued } = (await (await moderator.get(`cases/${id}/statements`)).json()) as {
    issued: { id: string }[];
  };
  await ok(moderator.post(`statements/${issued[0]?.id}/given`, {}));
  assert.equal((await counted(moderator)).statements, undefined);
});

test('an answer to approve is counted for the others, not for who wrote it', async () => {
  await ok(
    head.post('reply-choices', { approval: true, automatic: false, night: null, act: 'determina di prova n. 1' }),
  );
  const id = await arrives(QUESTION);
  const { options } = await moderator.case(id);
  const clause = options.find(({ kind }) => kind === 'reply')?.grounds[0]?.id;
  const asked = { text: 'Apre alle 8.', reasons: 'Si risponde a una domanda.', grounds: [{ kind: 'clause', clause }] };
  await ok(moderator.post(`cases/${id}/reply-drafts`, asked));
  assert.deepEqual((await counted(head)).replies, [1, 0]);
  assert.equal((await counted(moderator)).replies, undefined);
});

test('at the end of a turn the sheet says what is to be done, kind by kind, and by when', async () => {
  const session = (await (await moderator.get('/api/session')).json()) as { person: { id: string } };
  const person = session.person.id;
  const shift = { days: [1, 2, 3, 4, 5], from: '08:00', to: '14:00', holidays: false };
  const plan = { turns: [{ person, ...shift }], absences: [], onCall: [], repeatMinutes: 10 };
  await ok(head.post('turns', { revision: 0, plan }));
  const id = await arrives('Domani vi aspetto fuori e vi spacco la testa');
  await moderator.decide(id, { kind: 'hide' });
  await desk.drain();
  const answer = { tell: true, reasons: 'Minaccia seria a una persona precisa.', office: 'Direzione' };
  await ok(
    moderator.post(`cases/${id}/authorities`, { ...answer, course: 'private-complaint', knownOn: '2026-11-19' }),
  );
  const { items } = ToDo.parse(await (await moderator.get('to-do')).json());
  const due = items.find(({ kind }) => kind === 'authorities')?.due;
  assert.match(due ?? '', /^2027-02-\d\d$/, 'three months from when it was known');

  clock.set('2026-11-19T14:00:30+01:00');
  await turnsDue(desk.portavoce.ports, BODIES.asl.slug);
  const [latest] = Sheets.parse(await (await head.get('handover-sheets')).json()).items;
  const { facts } = Sheet.parse(await (await head.get(`handover-sheets/${latest?.id}`)).json());
  assert.deepEqual(
    facts.toDo?.map(({ kind, count, due: by }) => [kind, count, by]),
    [
      ['authorities', 2, due],
      ['statements', 1, null],
      ['replies', 1, null],
    ],
  );
  // What is done later does not change what was left.
  await ok(
    moderator.post(`cases/${threat}/authorities`, { tell: false, reasons: 'Era detto per scherzo, lo si capisce.' }),
  );
  assert.equal(Sheet.parse(await (await head.get(`handover-sheets/${latest?.id}`)).json()).facts.toDo?.[0]?.count, 2);
  const now = Sheet.parse(await (await head.get('handover-sheets/now')).json());
  assert.deepEqual([now.facts.toDo?.[0]?.count, now.facts.toDo?.[0]?.due], [1, due]);
});
