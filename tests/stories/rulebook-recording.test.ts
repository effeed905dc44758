// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { registerAccount } from '#accounts';
import { establishBody } from '#governance';
import { receive } from '#inbox';
import { manualClock } from '#kernel';
import { poolOf, silentLog } from '#platform';
import { adopt } from '#rulebook';
import { ActList, DraftDetail, HoursChoices, VersionList } from '#rulebook/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import {
  anotherPerson,
  type RulebookHand,
  read,
  refusedAs,
  rulebookHand,
  smallPolicy,
} from '../support/rulebook-hand.ts';

// What is recorded beside a policy, and what time does to it: acts that wake clauses, hours, versions of a day to come.

const CALABRIA = 'regione-calabria';
const COMUNE = BODIES.comune.slug;
const CLOSED = 'CAL-021';
const INSULTS = 'CAL-063';
const ACT = { number: 'decreto n. 7', date: '2026-11-18' };
const NOTE = 'Si aprono i commenti come previsto dal documento.';

const clock = manualClock('2026-11-20T09:00:00Z');
let desk: Desk;
let owner: Pool;
let citizens: { readonly body: string; readonly account: string };
let moderator: Client;
let head: RulebookHand;
let reader: RulebookHand;
before(async () => {
  desk = await startDesk({ clock });
  owner = poolOf(desk.portavoce.owner, silentLog, 2);
  const { ports } = desk.portavoce;
  await establishBody(ports.database, clock, { slug: CALABRIA, name: 'Regione Calabria' });
  const source = await readFile(join(import.meta.dirname, '../../policies', `${CALABRIA}.policy.md`), 'utf8');
  await adopt(ports, { source, file: CALABRIA, act: 'atto di prova', person: null });
  const page = {
    network: 'facebook',
    externalId: '9000',
    handle: 'calabria',
    name: 'Prova',
    url: 'https://facebook.example/c',
  } as const;
  citizens = {
    body: CALABRIA,
    account: await registerAccount(ports, { body: CALABRIA, act: 'atto di prova', ...page }),
  };
  moderator = await anotherPerson(desk.portavoce, CALABRIA, { name: 'Moderatrice Inventata', role: 'moderator' });
  reader = rulebookHand(desk.url, CALABRIA, moderator);
  const person = await anotherPerson(desk.portavoce, CALABRIA, { name: 'Responsabile Inventata', role: 'head' });
  head = rulebookHand(desk.url, CALABRIA, person);
});
after(async () => {
  await owner.end();
  await desk.close();
});

let count = 0;

/** A comment of a citizen, judged; the id of its case. */
async function comment(text: string, { body, account } = citizens, client = moderator): Promise<string> {
  count += 1;
  const { database, events, vault } = desk.portavoce.ports;
  const written = {
    type: 'written',
    externalId: `${body}-${count}`,
    kind: 'comment',
    text,
    author: { externalId: 'autrice', name: 'Prova' },
    at: clock.now(),
    permalink: null,
    post: { externalId: 'post', text: null },
    parentExternalId: null,
    own: false,
    hasMedia: false,
  } as const;
  const source = { body, account, network: 'facebook', homes: ['https://facebook.example'] } as const;
  await database.inBody(body, (tx) => receive({ tx, events, clock, vault }, source, [written]));
  await desk.drain();
  const id = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text)?.id;
  assert.ok(id, 'the comment has a case');
  return id;
}

/** Time goes by, and everything due is done. */
async function later(milliseconds = 60_000): Promise<void> {
  clock.advance(milliseconds);
  await desk.portavoce.sweeps.sweep();
  await desk.drain();
}

const recorded = async (kind: string, client = moderator) =>
  (await client.record()).items.filter((entry) => entry.kind === kind);

const citedAsleep = async (id: string, clause: string, client = moderator) =>
  (await client.case(id)).cited.find((cited) => cited.id === clause)?.dormant;

test('waking the comments judges again what is open, and putting them to sleep does too', async () => {
  const { sleeping } = await read(ActList, await reader.get('acts'));
  const closed = sleeping.find(({ clause }) => clause === CLOSED);
  assert.deepEqual([closed?.what, closed?.awake], ['comments', null]);
  assert.match(sleeping.find(({ clause }) => clause === INSULTS)?.waitsFor ?? '', /provvedimento/);

  const id = await comment('Siete dei buffoni e dei cretini');
  const before = await moderator.case(id);
  assert.equal(before.proposal, 'none');
  assert.equal(await citedAsleep(id, INSULTS), true);
  const threat = await comment('Vengo lì e vi spacco tutto');
  assert.equal((await moderator.case(threat)).proposal, 'none');

  await refusedAs(await reader.post('acts', { clauses: [CLOSED], act: ACT, note: NOTE }), 403, 'ROLE_TOO_NARROW');
  await refusedAs(await head.post('acts', { clauses: ['CAL-001'], act: ACT, note: NOTE }), 422, 'CLAUSE_NOT_ASLEEP');
  await refusedAs(
    await head.post('acts', { clauses: [CLOSED], act: { ...ACT, date: '2026-11-21' }, note: NOTE }),
    422,
    'ACT_DATE_WRONG',
  );
  await later();
  const woken = await head.post('acts', { clauses: sleeping.map(({ clause }) => clause), act: ACT, note: NOTE });
  assert.equal(woken.status, 201);
  const acts = ActList.parse(await woken.json());
  assert.ok(acts.sleeping.every(({ awake }) => awake?.recordedBy.name === 'Responsabile Inventata'));
  await later();

  const awake = await moderator.case(id);
  assert.equal(await citedAsleep(id, INSULTS), false);
  assert.ok(awake.revision > before.revision, 'a decision on what was read before is refused');
  const asleepReading = { policyDigest: before.policy.digest, kind: 'no-action' } as const;
  await assert.rejects(
    moderator.decide(id, asleepReading),
    /POLICY_READING_CHANGED/,
    'also before the case is judged anew',
  );
  assert.equal(awake.policy.version, '1');
  assert.equal((await moderator.case(threat)).proposal, 'remove');
  const [entry] = await recorded('policy.act-recorded');
  assert.ok(entry?.clauses.includes(CLOSED));
  assert.match(entry?.summary ?? '', /decreto n\. 7 del 18 novembre 2026/);
  assert.equal(entry?.person, 'Responsabile Inventata');
  await refusedAs(await head.post('acts', { clauses: [CLOSED], act: ACT, note: NOTE }), 409, 'ACT_STANDS');

  const sleepAgain = async (clause: string) => {
    const act = acts.acts.find((one) => one.clause === clause);
    const ending = { act: { number: 'decreto n. 8', date: '2026-11-20' }, note: 'Si torna a chiudere.' };
    return head.post(`acts/${act?.id}/end`, ending);
  };
  const ended = ActList.parse(await (await sleepAgain(INSULTS)).json());
  assert.equal(ended.sleeping.find(({ clause }) => clause === INSULTS)?.awake, null);
  assert.equal(ended.acts.find(({ clause }) => clause === INSULTS)?.ended?.act.number, 'decreto n. 8');
  await later();
  assert.equal(await citedAsleep(id, INSULTS), true);
  assert.ok((await moderator.case(id)).revision > awake.revision);
  await refusedAs(await sleepAgain(INSULTS), 409, 'ACT_ENDED');
  assert.equal((await recorded('policy.act-ended')).length, 1);

  // All of it taken back, the policy reads as at the beginning; and yet what is open is judged anew.
  for (const { clause } of sleeping.filter((one) => one.clause !== INSULTS)) await sleepAgain(clause);
  const another = await comment('Siete dei cialtroni e dei buffoni');
  await later();
  assert.equal((await moderator.case(id)).proposal, 'none');
  assert.equal(await citedAsleep(another, INSULTS), true);
  const judged = await moderator.case(id);
  await later();
  assert.equal((await moderator.case(id)).revision, judged.revision, 'told again, nothing changes');
  assert.equal((await moderator.verification()).intact, true);
});

test('a comment being judged while an act is recorded is judged under that act too', async () => {
  const holder = await owner.connect();
  const waits = async (what: string) =>
    (await holder.query('select from pg_locks where not granted and locktype = $1', [what])).rowCount ?? 0;
  await holder.query('begin');
  // Its number is the last thing that a new case asks for: by then it has been judged.
  await holder.query('select from case_number where body = $1 for update', [CALABRIA]);
  const judged = comment('Siete buffoni, cialtroni e cretini');
  while ((await waits('transactionid')) === 0);
  let isDone = false;
  const recording = head.post('acts', { clauses: [CLOSED], act: ACT, note: NOTE }).finally(() => {
    isDone = true;
  });
  while (!isDone && (await waits('advisory')) === 0);
  await holder.query('commit');
  holder.release();
  assert.equal((await recording).status, 201);
  await judged;
  await later();
  const awake = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt.startsWith('Siete buffoni,'));
  assert.ok(awake);
  const { rows } = await owner.query<{ digest: string }>(
    `select judgement -> 'policy' ->> 'digest' as digest from judgement where case_id = $1 order by at desc limit 1`,
    [awake.id],
  );
  assert.equal(rows[0]?.digest, (await moderator.case(awake.id)).policy.digest);
  const { acts } = await read(ActList, await reader.get('acts'));
  const standing = acts.find(({ clause, ended }) => clause === CLOSED && ended === null);
  const ending = { act: { number: 'decreto n. 9', date: '2026-11-20' }, note: 'Si torna a chiudere.' };
  assert.equal((await head.post(`acts/${standing?.id}/end`, ending)).status, 200);
  await later();
});

test('hours chosen where the policy gives none make deadlines, and are taken back', async () => {
  const start = await read(HoursChoices, await reader.get('hours-choice'));
  assert.ok(start.silent.includes('facebook'));
  assert.equal(start.inUse, null);
  const id = await comment('Che orari fa lo sportello di Cosenza?');
  const hours = {
    days: [2, 1, 3, 4, 5],
    ranges: [
      { from: 540, to: 780 },
      { from: 840, to: 1020 },
    ],
    holidays: 'excluded',
  };
  const choice = {
    hours,
    basis: 'decision',
    act: { number: 'nota interna n. 3', date: '2026-11-20' },
    note: 'Orario dell’ufficio.',
  };
  await refusedAs(await reader.post('hours-choice', choice), 403, 'ROLE_TOO_NARROW');
  for (const ranges of [
    [{ from: 600, to: 600 }],
    [
      { from: 540, to: 700 },
      { from: 660, to: 800 },
    ],
  ])
    await refusedAs(await head.post('hours-choice', { ...choice, hours: { ...hours, ranges } }), 422, 'HOURS_WRONG');
  const made = await head.post('hours-choice', choice);
  assert.equal(made.status, 201);
  assert.deepEqual(HoursChoices.parse(await made.json()).inUse?.days, [1, 2, 3, 4, 5]);
  await later();
  const withHours = await moderator.case(id);
  assert.ok(withHours.due !== null, 'the chosen hours give a deadline');
  const undone = await head.post('hours-choice', { ...choice, hours: null, note: 'Non serve più.' });
  assert.equal(HoursChoices.parse(await undone.json()).inUse, null);
  await later();
  assert.equal((await moderator.case(id)).due, null);
  assert.equal((await recorded('policy.hours-chosen')).length, 2);
});

type Draft = z.infer<typeof DraftDetail>;

test('a version adopted for a day to come is in force from that day, and judges then what is open', async () => {
  const comune = await desk.signIn('moderator', 'comune');
  const writer = rulebookHand(desk.url, COMUNE, comune);
  const approver = rulebookHand(desk.url, COMUNE, await desk.signIn('head', 'comune'));
  const here = { body: COMUNE, account: desk.accounts.comune };
  const more = `
### ESE-004 · Gli sportelli

Le domande sugli sportelli vanno all'ufficio relazioni con il pubblico.

~~~instradamento
se: domanda
verso: ufficio relazioni con il pubblico di prova
~~~
`;
  const prepared = async (version: string): Promise<Draft> => {
    const draft = await writer.save(await writer.open(smallPolicy(version, more)), {
      changeNote: 'Si dice chi risponde.',
    });
    return read(DraftDetail, await writer.post(`drafts/${draft.id}/proposal`, { revision: draft.revision }));
  };
  const approve = ({ id, revision }: Draft, inForceFrom: string | null) =>
    approver.post(`drafts/${id}/approval`, { revision, act: ACT, inForceFrom });
  const stateOf = async (version: string) =>
    (await read(VersionList, await writer.get('versions'))).items.find((one) => one.version === version)?.state;
  const published = async () => (await fetch(`${desk.url}/policy/${COMUNE}`)).text();

  const id = await comment('Quando apre lo sportello di via Prova?', here, comune);
  const day = new Date(clock.now().getTime() + 3 * 24 * 60 * 60_000).toISOString();
  assert.equal((await approve(await prepared('2'), day)).status, 200);
  assert.equal(await stateOf('2'), 'scheduled');
  await later();
  assert.equal((await comune.case(id)).policy.version, '1');
  assert.doesNotMatch(await published(), /ufficio relazioni con il pubblico di prova/);
  assert.equal((await recorded('policy.in-force', comune)).length, 0);

  const third = await prepared('3');
  await refusedAs(await approve(third, null), 409, 'LATER_VERSION');
  assert.equal((await approve(third, day)).status, 200);

  clock.set(day);
  assert.match(await published(), /ufficio relazioni con il pubblico di prova/);
  await later();
  // Of two for one moment, the one adopted later.
  assert.deepEqual([await stateOf('1'), await stateOf('2'), await stateOf('3')], ['past', 'past', 'in-force']);
  const judged = await comune.case(id);
  assert.equal(judged.route?.office, 'ufficio relazioni con il pubblico di prova');
  assert.equal(judged.policy.version, '3');
  const entries = await recorded('policy.in-force', comune);
  assert.deepEqual(
    entries.map(({ policyVersion, person }) => [policyVersion, person]),
    [['3', null]],
  );
  await later();
  assert.equal((await recorded('policy.in-force', comune)).length, 1);
  assert.equal((await comune.case(id)).revision, judged.revision);
});

test('what another body recorded cannot be seen or ended', async () => {
  const [act] = (await read(ActList, await head.get('acts'))).acts;
  const stranger = await desk.signIn('head', 'asl');
  const through = rulebookHand(desk.url, BODIES.asl.slug, stranger);
  await refusedAs(
    await through.post(`acts/${act?.id}/end`, { act: ACT, note: 'Dalla parte sbagliata.' }),
    404,
    'ACT_NOT_FOUND',
  );
  assert.deepEqual((await read(ActList, await through.get('acts'))).acts, []);
  await refusedAs(await rulebookHand(desk.url, CALABRIA, stranger).get('acts'), 403, 'NO_MANDATE');
});
