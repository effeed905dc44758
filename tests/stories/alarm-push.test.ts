// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { manualClock } from '#kernel';
import { alarmsDue, alertsLate } from '#moderation';
import { Alarms, AlarmView, DossierCase, PushTrial, PushView, TurnsView } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import type { Client } from '../support/client.ts';
import { type Colleague, joins } from '../support/colleagues.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { type PushService, type Subscription, startPushService, type TestBrowser } from '../support/push-service.ts';

// What reaches whoever is on call on their own devices: the service that carries it is a real one on loopback, and its browsers
// open what they are sent with keys of their own.

// A Thursday night.
const clock = manualClock('2026-11-19T23:00:00+01:00');
const MINUTE_MILLISECONDS = 60_000;
const { slug: BODY, page } = BODIES.comune;
const BODY_NAME = 'Comune di Esempio';
const THREAT = 'Domani vengo lì e vi ammazzo tutti';

let mailbox: Mailbox;
let service: PushService;
let desk: Desk;
let owner: Pool;
let anna: Colleague;
let bice: Colleague;
let head: Client;
before(async () => {
  mailbox = await startMailbox();
  service = await startPushService();
  desk = await startDesk({ clock, mailServer: mailbox.server, push: [service.origin], proxies: ['127.0.0.1'] });
  owner = poolOf(desk.portavoce.owner, silentLog, 2);
  anna = await joins(desk.portavoce, { body: BODY, name: 'Anna Provata' });
  bice = await joins(desk.portavoce, { body: BODY, name: 'Bice Inventata' });
  head = await desk.signIn('head', 'comune');
  const hours = { days: [1, 2, 3, 4, 5, 6, 7], holidays: true, from: '00:00', to: '24:00' };
  const onCall = [{ ...hours, people: [bice.id, anna.id] }];
  const plan = { turns: [], absences: [], onCall, repeatMinutes: 10 };
  await read(TurnsView, head.post('turns', { revision: 0, plan }));
});
beforeEach(() => {
  service.answer(null);
  mailbox.refuse(null);
  // What was sent before has nothing to do with what is sent next.
  clock.advance(60 * MINUTE_MILLISECONDS);
});
after(async () => {
  await owner?.end();
  await desk?.close();
  await service?.close();
  await mailbox?.close();
});

async function read<Shape>(schema: { parse(value: unknown): Shape }, response: Promise<Response>): Promise<Shape> {
  const answer = await response;
  assert.equal(answer.status, 200, await answer.clone().text());
  return schema.parse(await answer.json());
}

async function refused(response: Promise<Response>, code: string): Promise<void> {
  const problem = (await (await response).json()) as { code: string };
  assert.equal(problem.code, code, JSON.stringify(problem));
}

const viewOf = (client: Client) => read(PushView, client.get('push'));
const adding = (client: Client, name: string, subscription: Subscription) =>
  client.post('push/devices', { name, subscription });

/** A browser of its own, with notices turned on in it. */
async function turnsOn(
  client: Client,
  name = 'Telefono',
): Promise<{ browser: TestBrowser; id: string; sub: Subscription }> {
  const browser = service.browser();
  const { key } = await viewOf(client);
  const sub = browser.subscribe(key);
  const { devices } = await read(PushView, adding(client, name, sub));
  return { browser, sub, id: devices.at(-1)?.id ?? assert.fail('no device') };
}

const turnsOff = (client: Client, id: string) => read(PushView, client.post(`push/devices/${id}/removal`, {}));

let count = 0;
async function arrive(...words: readonly string[]): Promise<readonly string[]> {
  const texts = words.map((each) => {
    count += 1;
    return `${each} (${count})`;
  });
  for (const text of texts)
    await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author: 'Ciro Mai Esistito', text });
  await desk.poll('comune');
  await desk.drain();
  const { items } = await anna.client.queue('?limit=100');
  return texts.map((text) => items.find(({ excerpt }) => excerpt === text)?.id ?? assert.fail(text));
}

async function later(minutes: number): Promise<void> {
  clock.advance(minutes * MINUTE_MILLISECONDS);
  await alarmsDue(desk.portavoce.ports, BODY);
  await alertsLate(desk.portavoce.ports, BODY);
  await desk.drain();
}

async function over(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await anna.client.decide(id, { kind: 'hide' });
  await desk.drain();
  assert.deepEqual(await ringing(), []);
}

const ringing = async () => (await read(Alarms, anna.client.get('alarms'))).items;
const shownBy = ({ shown }: TestBrowser) => shown.map(({ text }) => JSON.parse(text) as Record<string, string>);
const kinds = async () => (await head.record()).items.map(({ kind }) => kind);

test('a person turns notices on, sees the device as nobody else does, and removes it; what opens it is sealed', async () => {
  const { id, sub } = await turnsOn(bice.client);
  assert.deepEqual(
    (await read(PushView, adding(bice.client, 'Telefono di lavoro', sub))).devices.map(({ name, carrier, state }) => ({
      ...{ name, carrier, state },
    })),
    [{ name: 'Telefono di lavoro', carrier: new URL(service.origin).host, state: 'on' }],
    'the same browser is the same device',
  );
  assert.deepEqual((await viewOf(anna.client)).devices, []);
  await refused(anna.client.post(`push/devices/${id}/removal`, {}), 'PUSH_DEVICE_NOT_FOUND');
  await refused(anna.client.post(`push/devices/${id}/trial`, {}), 'PUSH_DEVICE_NOT_FOUND');
  const elsewhere = await desk.portavoce.ports.database.inBody(BODIES.asl.slug, async (tx) =>
    tx.withTables<{ push_device: { id: string } }>().selectFrom('push_device').select('id').execute(),
  );
  assert.deepEqual(elsewhere, [], 'another body sees nothing of it');

  const { rows } = await owner.query('select *, encode(sealed, $1) as text from push_device', ['escape']);
  const stored = JSON.stringify(rows);
  for (const secret of [sub.endpoint, sub.keys.auth, sub.keys.p256dh])
    assert.ok(!stored.includes(secret) && !stored.includes(secret.slice(-12)), secret);
  const record = JSON.stringify((await head.record()).items.slice(0, 5));
  assert.ok(record.includes('push.turned-on') && !record.includes(sub.endpoint));

  assert.deepEqual((await turnsOff(bice.client, id)).devices, []);
  assert.equal((await owner.query('select from push_device')).rowCount, 0);
  assert.ok((await kinds()).includes('push.turned-off'));
});

test('a person who decides nothing has no devices; what no browser would say is refused, with what to do', async () => {
  const auditor = await desk.signIn('auditor', 'comune');
  const { key, possible } = await viewOf(auditor);
  assert.ok(possible);
  const sub = service.browser().subscribe(key);
  assert.equal((await adding(auditor, 'Telefono', sub)).status, 403);
  for (const endpoint of [
    'https://169.254.169.254/latest/meta-data',
    'https://intranet.ente.example/push',
    'http://fcm.googleapis.com/fcm/send/abc',
    service.origin.replace('127.0.0.1', 'localhost'),
    'file:///etc/passwd',
  ])
    await refused(adding(bice.client, 'Telefono', { ...sub, endpoint }), 'PUSH_ADDRESS_REFUSED');
  const keys = { ...sub.keys, p256dh: sub.keys.auth };
  await refused(adding(bice.client, 'Telefono', { ...sub, keys }), 'PUSH_KEYS_INVALID');
  await refused(adding(bice.client, '   ', sub), 'REQUEST_INVALID');
  for (let nth = 0; nth < 10; nth++) await turnsOn(bice.client, `Telefono ${nth}`);
  await refused(adding(bice.client, 'Uno di troppo', sub), 'PUSH_DEVICES_FULL');
  for (const { id } of (await viewOf(bice.client)).devices) await turnsOff(bice.client, id);
});

test('who asks and asks again is told to wait', async () => {
  const asking = () => bice.client.post('push/devices', {}, { 'x-forwarded-for': '203.0.113.9' });
  const answers = await Promise.all(Array.from({ length: 61 }, asking));
  const counted = Map.groupBy(answers, ({ status }) => status);
  assert.deepEqual([counted.get(422)?.length, counted.get(429)?.length], [60, 1]);
});

test('a trial says what the service answered, and says nothing else on the screen; not twice in a breath', async () => {
  const { id, browser } = await turnsOn(bice.client);
  const trying = () => bice.client.post(`push/devices/${id}/trial`, {});
  assert.equal((await read(PushTrial, trying())).outcome, 'accepted');
  assert.deepEqual(shownBy(browser), [
    {
      title: 'Prova degli avvisi',
      text: `${BODY_NAME}: su questo dispositivo gli avvisi arrivano`,
      path: `/banco/${BODY}/turni`,
      tag: `${BODY}:prova`,
    },
  ]);
  await refused(trying(), 'PUSH_TRIAL_TOO_SOON');
  clock.advance(MINUTE_MILLISECONDS);
  service.answer({ status: 503 });
  const busy = await read(PushTrial, trying());
  assert.deepEqual([busy.outcome, busy.view.devices[0]?.trouble?.kind], ['busy', 'busy']);
  assert.deepEqual(
    (await viewOf(await desk.signIn('auditor', 'comune'))).silent.map(({ kind }) => kind),
    ['busy'],
  );
  service.answer(null);
  const { id: another } = await turnsOn(anna.client);
  await read(PushTrial, anna.client.post(`push/devices/${another}/trial`, {}));
  const { devices, silent } = await viewOf(bice.client);
  assert.deepEqual([devices[0]?.trouble?.kind, silent], ['busy', []], 'to others it carries: it is not the service');
  await turnsOff(anna.client, another);
  clock.advance(MINUTE_MILLISECONDS);
  const well = await read(PushTrial, trying());
  assert.deepEqual([well.outcome, well.view.devices[0]?.trouble, well.view.silent], ['accepted', null, []]);
  await turnsOff(bice.client, id);
});

test('who is called is told on the device and by letter: the case, the body, the page; no word, no name', async () => {
  const { id: device, browser } = await turnsOn(bice.client);
  const { browser: another } = await turnsOn(anna.client);
  const letters = mailbox.letters.length;
  const [id = ''] = await arrive(THREAT);
  const [alarm] = await ringing();
  assert.deepEqual(shownBy(browser), [
    {
      title: 'Un intervento non può aspettare',
      text: `${BODY_NAME}, pratica n. ${alarm?.number}`,
      path: `/banco/${BODY}/urgenze/${alarm?.id}`,
      tag: `${BODY}:urgenze`,
    },
  ]);
  const [{ ttl, urgency, topic, contact } = assert.fail('nothing')] = browser.shown;
  assert.deepEqual([ttl, urgency, contact], [1800, 'high', 'mailto:banco@ente.example']);
  assert.ok(!topic?.includes(BODY));
  assert.deepEqual(another.shown, [], 'who is not called yet is left in peace');
  assert.deepEqual(
    mailbox.letters.slice(letters).map(({ to }) => to[0]),
    [bice.email],
    'the letter goes all the same',
  );
  const view = await read(AlarmView, anna.client.get(`alarms/${alarm?.id}`));
  assert.deepEqual(
    view.pushes.map(({ to, state }) => ({ to, state })),
    [{ to: bice.name, state: 'sent' }],
  );
  await later(10);
  assert.equal(another.shown.length, 1, 'the next is called after the minutes of the body');
  await over(id);
  await later(10);
  assert.equal(browser.shown.length, 1, 'nobody is called for what is over');
  await turnsOff(bice.client, device);
  await turnsOff(anna.client, (await viewOf(anna.client)).devices[0]?.id ?? '');
});

test('nothing is promised where the call itself is undone', async () => {
  const { id: device, browser } = await turnsOn(bice.client);
  const asked = service.statuses.length;
  const before = (await owner.query('select from push_call')).rowCount;
  await owner.query(`create function refuse_call() returns trigger language plpgsql as
    $$ begin raise exception 'not now'; end $$`);
  await owner.query(`create trigger refuse_call before insert on audit_entry
    for each row when (new.kind = 'alarm.called') execute function refuse_call()`);
  try {
    await desk.facebook.comment({ page: page.id, post: desk.posts.comune, author: 'Prova', text: `${THREAT} ora` });
    await desk.poll('comune');
    await desk.drain();
    assert.equal((await owner.query('select from push_call')).rowCount, before);
    assert.deepEqual([browser.shown, service.statuses.length], [[], asked]);
  } finally {
    await owner.query('drop trigger refuse_call on audit_entry; drop function refuse_call()');
  }
  await later(1);
  assert.equal(browser.shown.length, 1);
  await over(...(await ringing()).map((alarm) => alarm.case));
  await turnsOff(bice.client, device);
});

test('of a hail of alarms a device that was off shows one notice, which counts them all', async () => {
  const { id: device, browser } = await turnsOn(bice.client);
  browser.turn('off');
  const ids = [...(await arrive(THREAT))];
  for (let nth = 0; nth < 2; nth++) {
    clock.advance(2 * MINUTE_MILLISECONDS);
    ids.push(...(await arrive(THREAT)));
  }
  browser.turn('on');
  const numbers = (await ringing()).map(({ number }) => number).toSorted((one, other) => one - other);
  assert.deepEqual(shownBy(browser), [
    {
      title: '3 interventi non possono aspettare',
      text: `${BODY_NAME}, pratiche n. ${numbers.join(', ')}`,
      path: `/banco/${BODY}`,
      tag: `${BODY}:urgenze`,
    },
  ]);
  // Within a minute of the last one it waits, and goes with what came meanwhile.
  ids.push(...(await arrive(THREAT, THREAT)));
  assert.equal(browser.shown.length, 1);
  await later(1);
  assert.equal(shownBy(browser).at(-1)?.title, '5 interventi non possono aspettare');
  assert.equal(browser.shown.length, 2);
  await over(...ids);
  await turnsOff(bice.client, device);
});

test('a service that has no time is asked again when it says, not before', async () => {
  const { id: device, browser } = await turnsOn(bice.client);
  service.answer({ status: 429, headers: { 'retry-after': '150' } });
  const [id = ''] = await arrive(THREAT);
  const asked = service.statuses.length;
  service.answer(null);
  await later(2);
  assert.equal(service.statuses.length, asked, 'not before');
  await later(1);
  assert.equal(browser.shown.length, 1);
  await over(id);
  await turnsOff(bice.client, device);
});

test('where neither letter nor notice gets through in five minutes, somebody telephones and the next is called', async () => {
  const { id: device, browser } = await turnsOn(bice.client);
  service.answer({ status: 503 });
  mailbox.refuse(451);
  const [id = ''] = await arrive(THREAT);
  await later(4);
  assert.deepEqual((await ringing())[0]?.byHand, []);
  await later(2);
  const [alarm] = await ringing();
  assert.deepEqual(alarm?.byHand, [bice.name]);
  assert.ok((await kinds()).includes('alarm.letter-late'));
  const view = await read(AlarmView, anna.client.get(`alarms/${alarm?.id}`));
  assert.deepEqual(
    view.letters.map(({ to, state }) => ({ to, state })),
    [
      { to: bice.name, state: 'by-hand' },
      { to: anna.name, state: 'promised' },
    ],
  );
  assert.deepEqual(
    view.pushes.map(({ state }) => state),
    ['late'],
  );
  service.answer(null);
  const asked = service.statuses.length;
  await later(2);
  assert.deepEqual([browser.shown, service.statuses.length], [[], asked], 'what is late is not sent any more');
  await over(id);
  await turnsOff(bice.client, device);
});

test('whom a notice reached is not telephoned to; the letter is tried on, and arrives', async () => {
  const { id: device, browser } = await turnsOn(bice.client);
  mailbox.refuse(451);
  const [id = ''] = await arrive(THREAT);
  assert.equal(browser.shown.length, 1);
  await later(6);
  const [alarm] = await ringing();
  assert.deepEqual(alarm?.byHand, []);
  const view = await read(AlarmView, anna.client.get(`alarms/${alarm?.id}`));
  assert.deepEqual(
    view.letters.map(({ to }) => to),
    [bice.name],
    'nobody else is called before the minutes of the body',
  );
  const letters = mailbox.letters.length;
  mailbox.refuse(null);
  await later(2);
  assert.deepEqual(
    mailbox.letters.slice(letters).map(({ to }) => to[0]),
    [bice.email],
  );
  await over(id);
  await turnsOff(bice.client, device);
});

test('a device that its service knows no more is forgotten, and its person told at the next visit', async () => {
  const { id: device, browser, sub } = await turnsOn(bice.client, 'Vecchio telefono');
  browser.leave();
  const [id = ''] = await arrive(THREAT);
  const [gone] = (await viewOf(bice.client)).devices;
  assert.deepEqual([gone?.id, gone?.state, gone?.why, gone?.name], [device, 'gone', 'gone', 'Vecchio telefono']);
  assert.equal((await owner.query('select from push_device where sealed is not null')).rowCount, 0);
  assert.ok((await kinds()).includes('push.device-gone'));
  assert.ok(!JSON.stringify((await head.record()).items.slice(0, 8)).includes(sub.endpoint));
  const asked = service.statuses.length;
  await later(11);
  assert.equal(service.statuses.length, asked, 'it is not asked for again');
  assert.deepEqual((await turnsOff(bice.client, device)).devices, [], 'read, it is no more there');
  await over(id);
});

test('one browser is one person’s: who turned it on before is told that it is another’s now', async () => {
  const { sub, id } = await turnsOn(bice.client, 'Computer del banco');
  await read(PushView, adding(anna.client, 'Computer del banco', sub));
  const [displaced] = (await viewOf(bice.client)).devices;
  assert.deepEqual([displaced?.id, displaced?.state, displaced?.why], [id, 'gone', 'displaced']);
  const [now] = (await viewOf(anna.client)).devices;
  assert.equal(now?.state, 'on');
  await turnsOff(bice.client, id);
  await turnsOff(anna.client, now?.id ?? '');
});

test('with the mandate go the devices, in the same act', async () => {
  const dora = await joins(desk.portavoce, { body: BODY, name: 'Dora Partente' });
  await turnsOn(dora.client);
  const left = (client: { query: Pool['query'] }) =>
    client.query('select from push_device where person = $1', [dora.id]).then(({ rowCount }) => rowCount);
  const ending = desk.portavoce.ports.database.inBody(BODY, async (tx) => {
    await sql`update mandate set until = now() where person = ${dora.id}`.execute(tx);
    const { rows } = await sql`select id from push_device where person = ${dora.id}`.execute(tx);
    assert.equal(rows.length, 0, 'before anything else is done');
    throw new Error('undone');
  });
  await assert.rejects(ending, /undone/);
  assert.equal(await left(owner), 1, 'undone with it');
  // A day already named, which then comes.
  await owner.query("update mandate set until = now() + interval '90 years' where person = $1", [dora.id]);
  assert.equal(await left(owner), 1);
  clock.advance(91 * 365 * 24 * 60 * MINUTE_MILLISECONDS);
  try {
    await later(0);
    assert.equal(await left(owner), 0);
    assert.ok((await owner.query("select from audit_entry where kind = 'push.leavers'")).rowCount);
  } finally {
    clock.set('2026-11-21T23:00:00+01:00');
  }
  const ezio = await joins(desk.portavoce, { body: BODY, name: 'Ezio Partente' });
  await turnsOn(ezio.client);
  await owner.query('delete from mandate where person = $1', [ezio.id]);
  await owner.query('delete from person where id = $1', [ezio.id]);
  assert.equal((await owner.query('select from push_device')).rowCount, 0);
});

test('what may be child-abuse content calls the people in charge on their devices too; with nobody reached, by voice', async () => {
  const { id: device, browser } = await turnsOn(head, 'Telefono della responsabile');
  const raise = async () => {
    const [id = ''] = await arrive('Guardate i file di prova sul profilo');
    const asked = { office: 'Direzione', confirmed: true, law: 'Codice penale, art. 600-ter' };
    const raised = await read(DossierCase, anna.client.post(`cases/${id}/csam`, asked));
    await desk.drain();
    return { id, number: raised.case.number };
  };
  const alertOf = async (id: string) => (await read(DossierCase, head.get(`cases/${id}/dossier`))).csam?.alert;

  mailbox.refuse(451);
  const reached = await raise();
  assert.deepEqual(
    shownBy(browser).map(({ title, text, path }) => ({ title, text, path })),
    [
      {
        title: 'Un intervento non può aspettare',
        text: `${BODY_NAME}, pratica n. ${reached.number}`,
        path: `/banco/${BODY}/pratiche/${reached.id}`,
      },
    ],
  );
  await later(6);
  assert.equal(await alertOf(reached.id), 'promised', 'reached: the letter is tried on');

  service.answer({ status: 503 });
  const unreached = await raise();
  await later(4);
  assert.equal(await alertOf(unreached.id), 'promised');
  await later(2);
  assert.equal(await alertOf(unreached.id), 'by-hand');
  assert.equal((await kinds()).filter((kind) => kind === 'csam.alert-late').length, 1);
  await later(2);
  assert.equal((await kinds()).filter((kind) => kind === 'csam.alert-late').length, 1, 'said once');
  await turnsOff(head, device);

  const plain = await raise();
  await later(6);
  assert.equal(await alertOf(plain.id), 'by-hand', 'with no device there is the letter alone');
});

test('without a server of mail whom a notice reached need not be telephoned to; without outgoing internet, at once', async () => {
  const near = await startPushService();
  const own = await startDesk({ clock, push: [near.origin] });
  try {
    const person = await own.signIn('head', 'comune');
    const browser = near.browser();
    const sub = browser.subscribe((await viewOf(person)).key);
    await read(PushView, adding(person, 'Telefono', sub));
    const rings = async (text: string) => {
      await own.facebook.comment({ page: page.id, post: own.posts.comune, author: 'Prova', text });
      await own.poll('comune');
      await own.drain();
      return (await read(Alarms, person.get('alarms'))).items;
    };
    const [first] = await rings(THREAT);
    assert.deepEqual([browser.shown.length, first?.byHand], [1, []]);
    await near.close();
    clock.advance(10 * MINUTE_MILLISECONDS);
    const [, second] = await rings(`${THREAT} ancora`);
    assert.equal(second?.byHand.length, 1);
    const { silent, devices } = await viewOf(person);
    assert.deepEqual([silent.map(({ kind }) => kind), devices[0]?.trouble?.kind], [['unreachable'], 'unreachable']);
  } finally {
    await own.close();
    await near.close().catch(() => {});
  }
});
