// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { connectAccount } from '#accounts';
import { Entered, PeoplePage } from '#governance/contract';
import { manualClock } from '#kernel';
import { type Client, clientOf } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { type Mailbox, startMailbox } from '../support/mailbox.ts';
import { answered, entryRequest, PASSWORD, personNamed, refusedAs } from '../support/people-hand.ts';

// How people leave: an outside supplier at noon, by the term of the mandate; a colleague by an act; and what is left to do.

const BODY = BODIES.asl.slug;
const clock = manualClock('2026-11-20T09:00:00+01:00');
let desk: Desk;
let mailbox: Mailbox;
let head: Client;
before(async () => {
  mailbox = await startMailbox();
  desk = await startDesk({ clock, mailServer: mailbox.server });
  head = await desk.signIn('head');
});
after(async () => {
  await desk?.close();
  await mailbox?.close();
});

async function arrives(text: string, author = 'Ugo Inventato'): Promise<string> {
  await desk.facebook.comment({ page: BODIES.asl.page.id, post: desk.posts.asl, author, text });
  await desk.drain();
  const found = (await head.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found);
  return found.id;
}

/** Taken in by the head, by a letter whose link the person follows. */
async function comesIn(
  name: string,
  over: Parameters<typeof entryRequest>[2],
): Promise<{ id: string; client: Client }> {
  const entry = entryRequest(name, BODY, over);
  const { person, link } = await answered(Entered, await head.post('people', entry));
  assert.equal(link, null, 'it goes by letter');
  await desk.drain();
  const letter = mailbox.letters.findLast(({ to }) => to.includes(entry.email));
  const token = /\/benvenuto#(\S+)/.exec(letter?.text ?? '')?.[1];
  assert.ok(token, letter?.text);
  const accepted = await fetch(`${desk.url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD }),
  });
  assert.equal(accepted.status, 204);
  return { id: person, client: await clientOf(desk.url, BODY, { email: entry.email, password: PASSWORD }) };
}

test('a letter that the server refuses is said so; one that was overtaken opens nothing', async () => {
  mailbox.refuse(550);
  const entry = entryRequest('Senza Posta', BODY);
  const { person } = await answered(Entered, await head.post('people', entry));
  await desk.drain();
  assert.equal((await personNamed(head, entry.name)).link?.state, 'refused');
  mailbox.refuse(null);
  await answered(Entered, await head.post(`people/${person}/link`, {}));
  await desk.drain();
  assert.equal((await personNamed(head, entry.name)).link?.state, 'sent');
});

describe('a supplier with a mandate on one account until noon', () => {
  const NOON = '2026-11-20T12:00:00+01:00';
  let supplier: { id: string; client: Client };
  let id: string;
  before(async () => {
    id = await arrives('A che ora apre lo sportello di prova?');
    supplier = await comesIn('Fornitrice Inventata', {
      ...{ capacity: 'supplier', engagement: 'external', until: new Date(NOON).toISOString() },
      accounts: [desk.accounts.asl],
    });
  });

  test('works on that account, and on no other', async () => {
    const { client } = supplier;
    assert.deepEqual(
      (await client.queue()).items.map((one) => one.id),
      [id],
    );
    assert.equal((await client.case(id)).id, id);
    const second = await arrives('Si può prenotare per telefono, di prova?', 'Ada Inventata');
    const page = await client.queue('?limit=1');
    const next = await client.queue(`?limit=1&cursor=${page.next_cursor}`);
    assert.deepEqual([...page.items, ...next.items].map((one) => one.id).sort(), [id, second].sort());
    assert.equal(next.next_cursor, null);
    await refusedAs(await client.get(`cases/${randomUUID()}`), 'OTHER_CHANNEL');
    for (const path of ['authors', 'dossiers', 'reviews', 'waves'])
      await refusedAs(await client.get(path), 'OTHER_CHANNEL');
    await refusedAs(await client.post('rulebook/drafts', {}), 'ROLE_TOO_NARROW');
    assert.equal((await client.get('rulebook/versions')).status, 200);

    const other = await comesIn('Altra Fornitrice', {
      ...{ capacity: 'supplier', engagement: 'external', until: new Date(NOON).toISOString() },
      networks: ['youtube'],
    });
    assert.deepEqual((await other.client.queue()).items, [], 'what is elsewhere is not in the queue');
    await refusedAs(await other.client.get(`cases/${id}`), 'OTHER_CHANNEL');
    await assert.rejects(other.client.decide(id, { kind: 'no-action' }), /OTHER_CHANNEL/);
  });

  test('at 11:59 she has a case in hand; at 12:01 she can do nothing, whatever she had open', async () => {
    const { client } = supplier;
    clock.set('2026-11-20T11:59:00+01:00');
    assert.equal((await client.post(`cases/${id}/claim`, { how: 'by-hand' })).status, 200);
    clock.set('2026-11-20T12:01:00+01:00');
    await refusedAs(await client.get('cases'), 'NO_MANDATE');
    await refusedAs(await client.post(`cases/${id}/decisions`, {}), 'NO_MANDATE');
    for (const { method, url, rule } of desk.portavoce.routes) {
      if (rule === undefined || !('act' in rule) || method !== 'POST') continue;
      const path = url.replace(':body', BODY).replace(/:[a-z]+/g, () => randomUUID());
      await refusedAs(await client.post(path, {}, { 'x-forwarded-for': '203.0.113.9' }), 'NO_MANDATE');
    }

    clock.set('2026-11-20T12:02:00+01:00');
    await desk.portavoce.sweeps.sweep();
    await refusedAs(await client.get('/api/session'), 'NOT_SIGNED_IN', 401);
    const { departures, mandates } = await personNamed(head, 'Fornitrice Inventata');
    const [departure] = departures;
    assert.deepEqual([departure?.why, departure?.by, mandates[0]?.state], ['term', null, 'ended']);
    assert.ok((departure?.closed.sessions ?? 0) >= 1);
    assert.equal(departure?.closed.claims, 1);
    const claim = (await (await head.get(`cases/${id}/claim`)).json()) as { readonly claim: unknown };
    assert.equal(claim.claim, null, 'the case is everybody’s again');
    await desk.portavoce.sweeps.sweep();
    assert.equal((await personNamed(head, 'Fornitrice Inventata')).departures.length, 1, 'once');

    const again = await clientOf(desk.url, BODY, { email: `fornitrice.inventata@${BODY}.example`, password: PASSWORD });
    await refusedAs(await again.get('cases'), 'NO_MANDATE');
  });
});

describe('a colleague who leaves by an act', () => {
  test('everything is closed at once, and what is left to do by hand is told and ticked off', async () => {
    const { id, client } = await comesIn('Collega Inventato', { capacity: 'head' });
    const waiting = await arrives('Quando riapre la biblioteca di prova?', 'Ada Inventata');
    assert.equal((await client.post(`cases/${waiting}/claim`, { how: 'by-hand' })).status, 200);
    const { ports } = desk.portavoce;
    await connectAccount(ports, {
      ...{ body: BODY, account: desk.accounts.asl, baseUrl: desk.sandbox.network('facebook').baseUrl },
      credentials: { pageToken: `token-${BODY}`, ...desk.sandbox.network('facebook').secrets, extra: 'di chi esce' },
      by: { id, name: 'Collega Inventato', role: 'head' },
    });
    await answered(Entered, await head.post(`people/${id}/link`, {}));

    await refusedAs(await head.post(`people/${id}/departure`, { reason: '' }), 'REQUEST_INVALID', 422);
    const left = await answered(PeoplePage, await head.post(`people/${id}/departure`, { reason: 'Va in pensione' }));
    await refusedAs(await client.get('/api/session'), 'NOT_SIGNED_IN', 401);
    const person = left.people.find((one) => one.id === id);
    const [departure] = person?.departures ?? [];
    assert.deepEqual(
      [departure?.why, departure?.by, departure?.reason],
      ['act', `Persona head ${BODY}`, 'Va in pensione'],
    );
    const { mandates, sessions, claims, links } = departure?.closed ?? {};
    assert.deepEqual({ mandates, sessions, claims, links }, { mandates: 1, sessions: 1, claims: 1, links: 1 });
    assert.equal(person?.link, null);
    const tasks = departure?.tasks ?? [];
    assert.deepEqual(tasks.map(({ kind, network }) => `${kind} ${network}`).sort(), [
      'role facebook',
      'secrets facebook',
    ]);
    assert.match(tasks.find(({ kind }) => kind === 'role')?.words ?? '', /ruoli della pagina/);

    const [task] = tasks;
    for (let time = 0; time < 2; time++)
      await answered(PeoplePage, await head.post(`departure-tasks/${task?.id}/done`, {}));
    const after = (await personNamed(head, 'Collega Inventato')).departures[0]?.tasks ?? [];
    assert.equal(after.filter(({ doneBy }) => doneBy === `Persona head ${BODY}`).length, 1);

    const { items } = await head.record();
    const told = items.find(({ kind, summary }) => kind === 'person.left' && summary.includes('Collega Inventato'));
    assert.match(told?.summary ?? '', /da fare a mano 2/);
    assert.equal(items.filter(({ kind }) => kind === 'departure.task-done').length, 1);
    assert.equal((await head.verification()).intact, true);
    await refusedAs(await head.post(`people/${randomUUID()}/departure`, { reason: 'Nessuno' }), 'PERSON_NOT_HERE', 404);
  });
});
