// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { manualClock } from '#kernel';
import { TurnsView } from '#moderation/contract';
import { BodyCalendar } from '#rulebook/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { read, refusedAs, rulebookHand } from '../support/rulebook-hand.ts';

// The days that only this body knows: its patron saint's, and those of exceptional cover. Whatever counts days listens.

// A Saturday afternoon: nobody is there until Monday.
const clock = manualClock('2026-11-14T15:00:00+01:00');
const { slug: BODY, page } = BODIES.comune;
const ACT = { number: 'delibera n. 4', date: '2026-11-13' };
const NOTE = 'Festa della città.';
const SAINT = { name: 'San Prova', day: '11-16' };

let desk: Desk;
let moderator: Client;
let head: Client;
before(async () => {
  desk = await startDesk({ clock });
  moderator = await desk.signIn('moderator', 'comune');
  head = await desk.signIn('head', 'comune');
});
after(() => desk?.close());

let count = 0;
async function arrives(): Promise<string> {
  count += 1;
  const text = `Siete degli idioti, incapaci e cialtroni (${count})`;
  await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author: 'Prova', text });
  await desk.poll('comune');
  await desk.drain();
  const found = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found);
  return found.id;
}

/** By when, in Rome. */
async function dueOf(id: string): Promise<string> {
  await desk.portavoce.sweeps.sweep();
  await desk.drain();
  const { due } = await moderator.case(id);
  return due === null ? '' : new Date(due).toLocaleString('sv-SE', { timeZone: 'Europe/Rome' });
}

const hand = () => rulebookHand(desk.url, BODY, head);
async function published(): Promise<{
  holidays: readonly { date: string; name: string }[];
  extra: readonly { from: string; act: string }[];
}> {
  const answer = await fetch(`${desk.url}/policy/${BODY}/orari-e-contatti.json`);
  assert.equal(answer.status, 200);
  return (await answer.json()) as Awaited<ReturnType<typeof published>>;
}

test('the patron saint, recorded with its act, is a holiday for deadlines, turns and the public page', async () => {
  const id = await arrives();
  assert.match(await dueOf(id), /^2026-11-16 /);
  const theirs = rulebookHand(desk.url, BODY, moderator);
  await refusedAs(await theirs.post('patron', { patron: SAINT, act: ACT, note: NOTE }), 403, 'ROLE_TOO_NARROW');
  const never = { patron: { name: 'San Bisesto', day: '02-29' }, act: ACT, note: NOTE };
  await refusedAs(await hand().post('patron', never), 422, 'PATRON_DAY_WRONG');

  const made = await read(BodyCalendar, await hand().post('patron', { patron: SAINT, act: ACT, note: NOTE }));
  assert.deepEqual([made.patron, made.patrons[0]?.act], [SAINT, ACT]);
  assert.match(await dueOf(id), /^2026-11-17 /);
  const { holidays } = await published();
  assert.deepEqual(holidays[0], { date: '2026-11-16', name: 'San Prova (festa del patrono)' });
  assert.ok((await head.record()).items.some(({ kind }) => kind === 'policy.patron-chosen'));

  const { people } = await plainTurns();
  const everyMonday = { person: people[0]?.id ?? '', days: [1], from: '09:00', to: '14:00', holidays: false };
  const plan = { turns: [everyMonday], absences: [], onCall: [], repeatMinutes: null };
  assert.equal((await head.post('turns', { revision: 0, plan })).status, 200);
  const saturday = clock.now();
  clock.set('2026-11-16T10:00:00+01:00');
  assert.deepEqual((await plainTurns()).now.onDuty, []);
  clock.set('2026-11-23T10:00:00+01:00');
  assert.equal((await plainTurns()).now.onDuty.length, 1);
  clock.set(saturday);

  await read(BodyCalendar, await hand().post('patron', { patron: null, act: ACT, note: 'Si torna come prima.' }));
  assert.match(await dueOf(id), /^2026-11-16 /);
});

const plainTurns = async () => TurnsView.parse(await (await head.get('turns')).json());

test('exceptional cover lengthens the hours on its days, until another act ends it', async () => {
  const id = await arrives();
  const usual = await dueOf(id);
  const cover = {
    ...{ from: '2026-11-14', to: '2026-11-15' },
    ...{ ranges: [{ from: 20 * 60, to: 22 * 60 }], channels: ['facebook'] },
  };
  const send = (what: object) =>
    hand().post('cover', { cover: { ...cover, ...what }, act: ACT, note: 'Allerta meteo.' });
  await refusedAs(await send({ to: '2026-11-13' }), 422, 'COVER_WRONG');
  await refusedAs(await send({ channels: ['nowhere'] }), 422, 'COVER_WITHOUT_HOURS');
  const { covers } = await read(BodyCalendar, await send({}));
  // Four hours of work: two on each of its evenings.
  assert.equal(await dueOf(id), '2026-11-15 22:00:00');
  assert.deepEqual(
    (await published()).extra.map(({ from, act }) => [from, act]),
    [['2026-11-14', 'delibera n. 4 del 13 novembre 2026']],
  );
  const html = await (await fetch(`${desk.url}/policy/${BODY}/orari-e-contatti`)).text();
  assert.match(html, /14 novembre 2026 – 15 novembre 2026, dalle 20:00 alle 22:00, anche se festivo \(Facebook\)/);
  const [entry] = (await head.record()).items.filter(({ kind }) => kind === 'policy.cover-recorded');
  assert.match(entry?.summary ?? '', /Presidio straordinario/);

  const ending = { act: ACT, note: 'Allerta finita.' };
  const address = `cover/${covers[0]?.id}/end`;
  const ended = await read(BodyCalendar, await hand().post(address, ending));
  assert.deepEqual(ended.covers[0]?.ended?.act, ACT);
  assert.equal(await dueOf(id), usual);
  await refusedAs(await hand().post(address, ending), 409, 'COVER_ENDED');
  assert.deepEqual((await published()).extra, []);
});
