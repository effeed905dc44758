// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AccountList, NetworkList, RegisteredAccount } from '#accounts/contract';
import { pollAccount } from '#inbox';
import { type AccountsDesk, BODY, NETWORK, OTHER_BODY, startAccountsDesk } from '../support/accounts-desk.ts';
import type { Client } from '../support/client.ts';
import { ACT, connectByOauth, goAndReturn, healthOf, returned, writeApplication } from '../support/connecting.ts';
import { APPLICATION } from '../support/oauth-network.ts';

// Who may connect an account, with what, and how often: whatever else is tried is refused and leaves nothing behind.

const DECLARATION = 'L’ente dichiara di avere un contratto in corso con la Rete inventata.';
const QUARTER_MILLISECONDS = 15 * 60_000;

let desk: AccountsDesk;
let head: Client;
before(async () => {
  desk = await startAccountsDesk({
    declaration: DECLARATION,
    dailyUnits: { of: 100, keptForWrites: 80, zone: 'America/Los_Angeles' },
  });
  head = await desk.signIn('head');
});
after(() => desk?.close());

const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
const begin = (client: Client) => client.post('connections', { network: NETWORK, account: null });
const declare = (client: Client, text = DECLARATION) =>
  client.post(`networks/${NETWORK}/declaration`, { text, act: ACT });

test('everyone of the body looks; only who is responsible for it connects, declares, writes secrets', async () => {
  for (const role of ['moderator', 'auditor'] as const) {
    const client = await desk.signIn(role);
    assert.equal((await client.get('accounts')).status, 200);
    const refused = [
      begin(client),
      declare(client),
      desk.put(client, `networks/${NETWORK}/application`, { baseUrl: desk.network.url, secrets: APPLICATION }),
      client.post('accounts', account('x')),
      client.post('connections/return', { state: 'x', code: 'x' }),
      client.post('connections/choice', { state: 'x', externalId: 'x', registration: null }),
      client.post(`accounts/${crypto.randomUUID()}/disconnection`, { reason: 'non serve più' }),
      client.post(`accounts/${crypto.randomUUID()}/secrets`, { baseUrl: desk.network.url, secrets: {} }),
    ];
    for (const answer of await Promise.all(refused)) assert.equal(await codeOf(answer), 'ROLE_TOO_NARROW');
  }
  const stranger = await desk.signIn('head', OTHER_BODY);
  assert.equal(await codeOf(await stranger.get(`/api/bodies/${BODY}/accounts`)), 'NO_MANDATE');
});

const account = (externalId: string) => ({
  network: NETWORK,
  externalId,
  handle: 'ente.di.prova',
  name: 'Ente di prova',
  url: 'https://social.example/ente',
  act: ACT,
});

test('a network that wants a declaration is asked nothing before the body gives it', async () => {
  await writeApplication(desk, head);
  assert.equal(await codeOf(await begin(head)), 'DECLARATION_MISSING');
  const registered = await head.post('accounts', account('profilo-9'));
  const { account: id } = RegisteredAccount.parse(await registered.json());
  await assert.rejects(pollAccount(desk.portavoce.ports, { body: BODY, account: id }), /manca la dichiarazione/);
  const off = await healthOf(head, id);
  assert.equal(off.state, 'declaration-missing');
  assert.match(off.trouble ?? '', /spento/);
  assert.match(off.reading.error ?? '', /dichiarazione/);
  assert.equal(desk.network.asked('/items'), 0);

  assert.equal(await codeOf(await declare(head, 'altro testo')), 'DECLARATION_CHANGED');
  assert.equal((await declare(head)).status, 201);
  const on = await healthOf(head, id);
  assert.deepEqual([on.declaration.given?.act, on.declaration.given?.by], [ACT, 'Persona head']);
  assert.equal(on.state, 'not-connected');
  const entry = (await head.record()).items.find(({ kind }) => kind === 'account.use-declared');
  assert.equal(entry?.person, 'Persona head');
});

test('an authorisation is good once, for who asked for it, for a quarter of an hour', async () => {
  const back = await goAndReturn(head);
  const again = await desk.signIn('head', OTHER_BODY);
  const stolen = await again.post('connections/return', back);
  assert.equal(await codeOf(stolen), 'AUTHORISATION_OVER', 'not of another body');
  await returned(head, back);
  assert.equal(await codeOf(await head.post('connections/return', back)), 'AUTHORISATION_OVER', 'not twice');

  const late = await goAndReturn(head);
  desk.clock.advance(QUARTER_MILLISECONDS);
  assert.equal(await codeOf(await head.post('connections/return', late)), 'AUTHORISATION_OVER');
  const choice = { state: back.state, externalId: 'profilo-1', registration: null };
  assert.equal(await codeOf(await head.post('connections/choice', choice)), 'AUTHORISATION_OVER');

  const forged = await goAndReturn(head);
  const wrong = await head.post('connections/return', { state: forged.state, code: 'altro' });
  assert.equal(await codeOf(wrong), 'AUTHORISATION_REFUSED');
  assert.equal(await codeOf(await head.post('connections/return', forged)), 'AUTHORISATION_OVER', 'a try is a use');
});

test('the person chooses the account; a new one is registered with its act before it is connected', async () => {
  const back = await goAndReturn(head);
  const offered = await returned(head, back);
  assert.ok('choices' in offered);
  assert.deepEqual(
    offered.choices.map(({ name, account: known }) => [name, known]),
    [
      ['Ente di prova', null],
      ['Altro profilo', null],
    ],
  );
  const choose = (externalId: string, registration: object | null) =>
    head.post('connections/choice', { state: back.state, externalId, registration });
  assert.equal(await codeOf(await choose('profilo-1', null)), 'REGISTRATION_MISSING');
  const registration = { act: ACT, url: 'https://social.example/ente', name: 'Ente di prova' };
  assert.equal(await codeOf(await choose('profilo-7', registration)), 'CHOICE_UNKNOWN');
  const { account: id } = RegisteredAccount.parse(await (await choose('profilo-1', registration)).json());
  const health = await healthOf(head, id);
  assert.deepEqual([health.state, health.act], ['connected', ACT]);
  const kinds = (await head.record()).items.map(({ kind }) => kind);
  assert.ok(kinds.indexOf('account.connected') < kinds.indexOf('account.registered'), 'newest first');
});

test('an account is connected again only by itself', async () => {
  const id = await connectByOauth(desk, head);
  const registered = await head.post('accounts', account('profilo-8'));
  const other = RegisteredAccount.parse(await registered.json()).account;
  const refused = await head.post('connections/return', await goAndReturn(head, other));
  assert.equal(await codeOf(refused), 'OTHER_ACCOUNT');
  assert.equal((await healthOf(head, other)).state, 'not-connected');
  assert.deepEqual(await returned(head, await goAndReturn(head, id)), { connected: id });
});

test('readings leave untouched the units that writes need, however many ask at once', async () => {
  const id = await connectByOauth(desk, head);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, () => pollAccount(desk.portavoce.ports, { body: BODY, account: id })),
  );
  assert.ok(outcomes.some(({ status }) => status === 'rejected'));
  const { allowance } = await healthOf(head, id);
  assert.deepEqual([allowance?.left, allowance?.leftForReads], [80, 0]);
  desk.clock.advance(24 * 3_600_000);
  assert.equal((await healthOf(head, id)).allowance?.left, 100, 'another day');
});

test('secrets written down go in and never come out; the address they are for cannot be changed under them', async () => {
  const id = RegisteredAccount.parse(await (await head.post('accounts', account('profilo-5'))).json()).account;
  const write = (baseUrl: string, secrets: Record<string, string>) =>
    head.post(`accounts/${id}/secrets`, { baseUrl, secrets });
  const secret = 'un-segreto-scritto-a-mano';
  assert.equal(await codeOf(await write('http://social.example', { accessToken: secret })), 'ADDRESS_UNSAFE');
  assert.equal(await codeOf(await write(desk.network.url, { altro: secret })), 'SECRETS_UNKNOWN');
  const written = await write(`${desk.network.url}/`, { accessToken: secret, refreshToken: 'altro-segreto' });
  assert.equal(written.status, 200);
  const answer = await written.text();
  assert.ok(!answer.includes(secret) && !answer.includes('altro-segreto'));
  const elsewhere = await write('https://altrove.example', {});
  assert.equal(await codeOf(elsewhere), 'SECRETS_UNKNOWN', 'kept secrets do not follow to another address');
  const application = await desk.put(head, `networks/${NETWORK}/application`, {
    baseUrl: 'https://altrove.example',
    secrets: {},
  });
  assert.equal(await codeOf(application), 'SECRETS_UNKNOWN');
  const { networks } = AccountList.parse(await (await head.get('accounts')).json());
  assert.deepEqual(networks.find(({ network }) => network === NETWORK)?.application?.set, ['clientId', 'clientSecret']);

  const gone = await head.post(`accounts/${id}/disconnection`, { reason: 'Account dismesso dall’ufficio' });
  assert.equal(gone.status, 200);
  assert.equal((await healthOf(head, id)).state, 'not-connected');
  const record = await (await head.get('record')).text();
  assert.ok(!record.includes(secret));
});

test('a state that is none of ours leads to the desk, and whoever said no is told', async () => {
  const callback = (query: string) => fetch(`${desk.portavoce.url}/connect/callback?${query}`, { redirect: 'manual' });
  assert.equal((await callback('state=x&code=y')).headers.get('location'), '/banco');
  const no = await callback(`state=${BODY}.${'a'.repeat(43)}&error=access_denied`);
  assert.match(no.headers.get('location') ?? '', /^\/banco\/comune-di-esempio\/account\/ritorno#.*error=access_denied/);
});

test('every network says what it asks for and what it offers', async () => {
  const { items } = NetworkList.parse(await (await head.get('/api/networks')).json());
  const invented = items.find(({ network }) => network === NETWORK);
  assert.equal(invented?.connecting, 'sign-in');
  assert.equal(invented?.declaration, DECLARATION);
  assert.deepEqual(Object.keys(invented?.scopes ?? {}), ['leggere', 'scrivere']);
  assert.ok(items.every(({ capabilities }) => capabilities.every(({ effect }) => effect !== '')));
  assert.equal((await fetch(`${desk.portavoce.url}/api/networks`)).status, 401);
});
