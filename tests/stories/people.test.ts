// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { Entered, LinkView, PeoplePage } from '#governance/contract';
import { type Client, clientOf } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import {
  anotherHead,
  answered,
  comesIn,
  entryRequest,
  mandateRequest,
  PASSWORD,
  people,
  personNamed,
  refusedAs,
  tokenOf,
} from '../support/people-hand.ts';
import type { Presence } from '../support/presences.ts';
import { proves } from '../support/proves.ts';

// How people come to a body and in which part, as its policy wants them.

const MOSAICO = 'il-mosaico';
const CALABRIA = 'regione-calabria';
const MILANO = 'ats-milano';

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([MOSAICO, CALABRIA, MILANO]);
});
after(() => desk?.close());

const today = () => desk.clock.now().toISOString().slice(0, 10);
const actOf = (authority: string) => ({ number: 'n. 12/2026', on: today(), authority });

function facebookOf(body: string): Presence {
  const town = desk.towns.find((one) => one.body === body);
  const found = town?.presences.find(({ network }) => network === 'facebook');
  assert.ok(found);
  return found;
}

/** A citizen writes; the case that comes of it. */
async function arrives(body: string, head: Client, text: string): Promise<string> {
  const page = facebookOf(body);
  await page.writes({ text });
  await page.poll();
  await desk.drain();
  const found = (await head.queue('?limit=100')).items.find(({ excerpt }) => excerpt === text);
  assert.ok(found, text);
  return found.id;
}

const recorded = async (head: Client, kind: string) => (await head.record()).items.filter((one) => one.kind === kind);

describe('Il Mosaico', () => {
  let communication: Client;
  before(async () => {
    communication = await anotherHead(desk.portavoce, {
      ...{ body: MOSAICO, name: 'Capo Comunicazione', office: 'ufficio Comunicazione' },
    });
  });

  test(proves('MOS-082', 'only the communication office enables and revokes, and each is in the record'), async () => {
    const head = await desk.signIn('head', MOSAICO);
    const entry = entryRequest('Abilitata Inventata', MOSAICO, { act: actOf('direzione') });
    await refusedAs(await head.post('people', entry), 'NOT_THE_ENABLING_OFFICE');
    const { person } = await answered(Entered, await communication.post('people', entry));
    const given = (await recorded(communication, 'mandate.given')).find(({ summary }) => summary.includes(entry.name));
    assert.equal(given?.person, 'Capo Comunicazione');
    assert.ok(given?.clauses.includes('MOS-082'));
    const { mandates } = await personNamed(communication, entry.name);
    const ending = { at: null, reason: 'Cambia ufficio' };
    const path = `mandates/${mandates[0]?.id}/end`;
    await refusedAs(await head.post(path, ending), 'NOT_THE_ENABLING_OFFICE');
    await refusedAs(await head.post(`people/${person}/departure`, { reason: 'Va via' }), 'NOT_THE_ENABLING_OFFICE');
    await answered(PeoplePage, await communication.post(path, ending));
    const [ended] = await recorded(communication, 'mandate.ended');
    assert.equal(ended?.person, 'Capo Comunicazione');
    assert.ok(ended?.clauses.includes('MOS-082'));
  });

  test(proves('MOS-010', 'who is not authorised by the management neither moderates nor publishes'), async () => {
    const text = 'Chi gestisce la pagina è un imbecille';
    const id = await arrives(MOSAICO, communication, text);
    const { client } = await comesIn(desk.portavoce, communication, {
      ...{ body: MOSAICO, name: 'Esterno Inventato', over: { engagement: 'external', act: actOf('presidenza') } },
    });
    const person = await personNamed(communication, 'Esterno Inventato');
    assert.equal(person.mandates[0]?.state, 'unauthorised');
    assert.ok(
      (await people(communication)).defects.some(({ clause, what }) => clause === 'MOS-010' && /Esterno/.test(what)),
    );
    assert.equal((await client.get('cases')).status, 200, 'reading is no moderating');
    await assert.rejects(client.decide(id, { kind: 'hide' }), /NOT_AUTHORISED/);
    await assert.rejects(client.decide(id, { kind: 'reply', reply: 'Buongiorno.' }), /NOT_AUTHORISED/);
    const writings = await facebookOf(MOSAICO).writings();
    assert.ok(writings.every(({ hidden }) => hidden !== true));

    const designated = await communication.post(`mandates/${person.mandates[0]?.id}/act`, actOf('la direzione'));
    await answered(PeoplePage, designated);
    assert.equal((await personNamed(communication, 'Esterno Inventato')).mandates[0]?.state, 'in-force');
    const decided = await client.decide(id, { kind: 'hide' });
    assert.equal(decided.state, 'decided');
  });
});

describe('Regione Calabria', () => {
  let head: Client;
  before(async () => {
    head = await desk.signIn('head', CALABRIA);
  });

  test(proves('CAL-095', 'a member without an act is not designated and may do nothing'), async () => {
    const { client } = await comesIn(desk.portavoce, head, {
      ...{ body: CALABRIA, name: 'Componente Inventata', over: { capacity: 'working-group', act: null } },
    });
    const [mandate] = (await personNamed(head, 'Componente Inventata')).mandates;
    assert.equal(mandate?.state, 'undesignated');
    for (const path of ['cases', 'record', 'turns']) await refusedAs(await client.get(path), 'NO_MANDATE');
    await refusedAs(await client.post('items', {}), 'NO_MANDATE');
    const designated = await head.post(`mandates/${mandate?.id}/act`, actOf('Dirigente generale'));
    await answered(PeoplePage, designated);
    assert.equal((await personNamed(head, 'Componente Inventata')).mandates[0]?.state, 'in-force');
    assert.equal((await client.get('cases')).status, 200);
    const [told] = await recorded(head, 'mandate.designated');
    assert.ok(told?.clauses.includes('CAL-095'));
  });

  test(proves('CAL-037', 'no authorisation is kept without the number and the date of its act'), async () => {
    const entry = entryRequest('Accreditata Inventata', CALABRIA);
    for (const act of [
      { on: today(), authority: 'Dirigente generale' },
      { number: ' ', on: today(), authority: 'Dirigente generale' },
      { number: 'n. 1', authority: 'Dirigente generale' },
      { number: 'n. 1', on: '', authority: 'Dirigente generale' },
    ]) {
      await refusedAs(
        await head.post('people', { ...entry, mandate: { ...entry.mandate, act } }),
        'REQUEST_INVALID',
        422,
      );
    }
    assert.ok(
      (await people(head)).people.every(({ name }) => name !== entry.name),
      'nobody was registered',
    );
    const whole = { ...entry, mandate: mandateRequest({ act: actOf('Dirigente generale') }) };
    await answered(Entered, await head.post('people', whole));
    const { mandates } = await personNamed(head, entry.name);
    assert.deepEqual(mandates[0]?.act, actOf('Dirigente generale'));
    await refusedAs(await head.post(`mandates/${mandates[0]?.id}/act`, { number: 'n. 2' }), 'REQUEST_INVALID', 422);
  });

  test(proves('CAL-035', 'without the authorisation of the director general nothing is published'), async () => {
    const id = await arrives(CALABRIA, head, 'A che ora apre il centro per l’impiego di prova?');
    const { client } = await comesIn(desk.portavoce, head, {
      ...{ body: CALABRIA, name: 'Redattrice Inventata', over: { act: actOf('Assessore') } },
    });
    const reply = { kind: 'reply', reply: 'Alle nove.' } as const;
    await assert.rejects(client.decide(id, reply), /NOT_AUTHORISED/);
    await refusedAs(await client.post('crisis/answers', {}), 'NOT_AUTHORISED');
    const [mandate] = (await personNamed(head, 'Redattrice Inventata')).mandates;
    await answered(PeoplePage, await head.post(`mandates/${mandate?.id}/act`, actOf('Dirigente generale')));
    const past = await client.post('crisis/answers', {});
    assert.notEqual(past.status, 403, 'authorised, what is left to mend is the request');
  });
});

describe('ATS Milano', () => {
  test(proves('MIL-020', 'whoever has no training on record does not open the queue'), async () => {
    const head = await desk.signIn('head', MILANO);
    const id = await arrives(MILANO, head, 'Dove si prenota di prova?');
    const { id: person, client } = await comesIn(desk.portavoce, head, { body: MILANO, name: 'Non Formata' });
    for (const path of ['cases', `cases/${id}`, `cases/${id}/media`, 'reviews', 'waves'])
      await refusedAs(await client.get(path), 'TRAINING_MISSING');
    assert.equal((await client.get('rulebook/versions')).status, 200, 'the rest of the desk is not the queue');
    assert.ok(
      (await people(head)).defects.some(({ clause, what }) => clause === 'MIL-020' && /Non Formata/.test(what)),
    );
    const course = { what: 'Moderazione dei commenti', on: today(), document: 'attestato 3/2026' };
    await answered(PeoplePage, await head.post(`people/${person}/training`, course));
    assert.equal((await client.get('cases')).status, 200);
    const [noted] = await recorded(head, 'training.noted');
    assert.deepEqual(noted?.clauses, ['MIL-020']);
  });
});

describe('links', () => {
  let head: Client;
  before(async () => {
    head = await desk.signIn('head', MILANO);
  });
  const look = (token: string) => head.post('/api/invitations/look', { token });
  const accept = (token: string, password = PASSWORD) => head.post('/api/invitations/accept', { token, password });

  test('open once, until the term, and the desk keeps none of them', async () => {
    const entry = entryRequest('Nuova Inventata', MILANO);
    const { link, person } = await answered(Entered, await head.post('people', entry));
    const token = tokenOf(link);
    assert.ok(link?.startsWith(`${desk.portavoce.url}/benvenuto#`));
    const seen = await answered(LinkView, await look(token));
    assert.deepEqual([seen.name, seen.email], [entry.name, entry.email]);
    const { rows } = await desk.portavoce.ports.database.inBody(MILANO, async (tx) => {
      return sql<{ all: string }>`select invitation::text as all from invitation`.execute(tx);
    });
    assert.ok(rows.length > 0 && rows.every(({ all }) => !all.includes(token)));
    assert.ok(!JSON.stringify(await head.record()).includes(token));
    assert.equal((await personNamed(head, entry.name)).entered, false);
    await refusedAs(await accept(token, 'corta'), 'REQUEST_INVALID', 422);
    assert.equal((await accept(token)).status, 204);
    await refusedAs(await accept(token), 'LINK_OVER', 404);
    await refusedAs(await look(token), 'LINK_OVER', 404);
    await refusedAs(await look('A'.repeat(43)), 'LINK_OVER', 404);
    assert.equal((await personNamed(head, entry.name)).entered, true);

    const client = await clientOf(desk.portavoce.url, MILANO, { email: entry.email, password: PASSWORD });
    const first = tokenOf((await answered(Entered, await head.post(`people/${person}/link`, {}))).link);
    const second = tokenOf((await answered(Entered, await head.post(`people/${person}/link`, {}))).link);
    await refusedAs(await accept(first), 'LINK_OVER', 404);
    desk.clock.advance(8 * 24 * 60 * 60 * 1000);
    await refusedAs(await accept(second), 'LINK_OVER', 404);
    const third = tokenOf((await answered(Entered, await head.post(`people/${person}/link`, {}))).link);
    assert.equal((await client.get('/api/session')).status, 200);
    assert.equal((await accept(third, 'tutta un’altra frase lunga')).status, 204);
    assert.equal((await client.get('/api/session')).status, 401, 'a new password ends what was open');
  });

  test('nobody of one body gets into another by a link for a person of both', async () => {
    const entry = entryRequest('Doppia Inventata', MILANO);
    await answered(Entered, await head.post('people', entry));
    const calabria = await desk.signIn('head', CALABRIA);
    const mandate = mandateRequest({ act: actOf('Dirigente generale') });
    const other = await answered(Entered, await calabria.post('people', { ...entry, mandate }));
    assert.equal(other.link, null);
    await refusedAs(await calabria.post(`people/${other.person}/link`, {}), 'LINK_BY_LETTER_ONLY', 409);
    await refusedAs(await head.post(`people/${other.person}/link`, {}), 'LINK_BY_LETTER_ONLY', 409);
  });
});

describe('who may', () => {
  test('the head and auditors see the people, moderators do not, and only the head changes them', async () => {
    const auditor = await desk.signIn('auditor', MILANO);
    assert.ok((await people(auditor)).people.length >= 3);
    await refusedAs(await auditor.post('people', {}), 'ROLE_TOO_NARROW');
    await refusedAs(await (await desk.signIn('moderator', MILANO)).get('people'), 'ROLE_TOO_NARROW');
  });

  test('nobody changes their own mandates, and one head is always left', async () => {
    const head = await desk.signIn('head', CALABRIA);
    const { people: all } = await people(head);
    const own = all.find(({ email }) => email === `head@${CALABRIA}.example`);
    const mandate = mandateRequest({ capacity: 'auditor' });
    await refusedAs(await head.post(`people/${own?.id}/mandates`, mandate), 'MANDATE_OWN');
    await refusedAs(
      await head.post(`mandates/${own?.mandates[0]?.id}/end`, { at: null, reason: 'Prova' }),
      'MANDATE_OWN',
    );
    await refusedAs(await head.post(`people/${own?.id}/departure`, { reason: 'Prova' }), 'MANDATE_OWN');
    const second = await anotherHead(desk.portavoce, { body: CALABRIA, name: 'Seconda Capo', office: 'Direzione' });
    const ending = { at: null, reason: 'Cambia incarico' };
    await answered(PeoplePage, await second.post(`mandates/${own?.mandates[0]?.id}/end`, ending));
    await refusedAs(await head.post('people', {}), 'NO_MANDATE');
  });

  test('what does not stand together is refused', async () => {
    const head = await desk.signIn('head', MILANO);
    const { id } = await personNamed(head, `Persona auditor ${MILANO}`);
    const give = async (over: Parameters<typeof mandateRequest>[0]) =>
      head.post(`people/${id}/mandates`, mandateRequest(over));
    const past = new Date(desk.clock.now().getTime() - 1000).toISOString();
    const soon = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
    await refusedAs(await give({ until: past }), 'MANDATE_DATES', 422);
    await refusedAs(await give({ act: { ...actOf('X Y'), on: '2099-01-01' } }), 'MANDATE_DATES', 422);
    await refusedAs(await give({ capacity: 'supplier', engagement: 'external' }), 'SUPPLIER_IS_EXTERNAL', 422);
    await refusedAs(await give({ capacity: 'supplier', until: soon }), 'SUPPLIER_IS_EXTERNAL', 422);
    await refusedAs(await give({ coordinates: true }), 'ONLY_DIRECTORS', 422);
    await refusedAs(await give({ capacity: 'head', networks: ['facebook'] }), 'HEAD_EVERYWHERE', 422);
    await refusedAs(await give({ networks: ['myspace'] }), 'MANDATE_CHANNELS', 422);
    await refusedAs(await give({ accounts: [crypto.randomUUID()] }), 'MANDATE_CHANNELS', 422);
    await refusedAs(await give({ capacity: 'auditor' }), 'MANDATE_HELD', 409);
    assert.equal((await give({ capacity: 'data-protection' })).status, 200);
  });
});
