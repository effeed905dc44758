// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import type { Pool } from 'pg';
import { connectAccount, registerAccount } from '#accounts';
import { giveMandate, guardOf } from '#governance';
import { manualClock } from '#kernel';
import { poolOf, silentLog, sweepsOf } from '#platform';
import { adopt } from '#rulebook';
import { Problem, Session } from '../../src/governance/contract.ts';
import { clientOf } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';

// Who gets in, as whom, and what of it stays in the record.

const ASL = BODIES.asl.slug;
const ACT = 'atto di prova n. 2';
const clock = manualClock('2026-11-20T09:00:00Z');
let desk: Desk;
let owner: Pool;
before(async () => {
  desk = await startDesk({ clock });
  owner = poolOf(desk.portavoce.owner, silentLog, 1);
});
after(async () => {
  await owner.end();
  await desk.close();
});

const JSON_TYPE = { 'content-type': 'application/json' };

function signInAs(credentials: object, headers: Record<string, string> = {}): Promise<Response> {
  const url = `${desk.url}/api/auth/sign-in/email`;
  return fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, origin: desk.url, ...headers },
    body: JSON.stringify(credentials),
  });
}

async function refusedAs(response: Response, status: number, code: string): Promise<void> {
  const problem = Problem.parse(await response.json());
  assert.deepEqual({ status: response.status, code: problem.code }, { status, code });
}

/** What the record of a body says of acts of one kind, oldest first. */
async function recorded(kind: string, body: string = ASL) {
  const { rows } = await owner.query<{ content: string }>(
    'select content from audit_entry where body = $1 and kind = $2 order by seq',
    [body, kind],
  );
  return rows.map(({ content }) => JSON.parse(content) as Entry);
}

interface Entry {
  readonly subject: string;
  readonly summary: string;
  readonly person: { readonly name: string } | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

let persons = 0;

async function newPerson(name = 'Persona Inventata') {
  persons += 1;
  const credentials = { email: `persona-${persons}@prova.example`, password: 'un-altra-parola-lunga' };
  const id = await desk.portavoce.signIn.enrol({ name, ...credentials });
  return { id, name, credentials, signIn: () => clientOf(desk.url, ASL, credentials) };
}

type Given = Partial<Parameters<typeof giveMandate>[2]>;
const give = (person: string, given: Given = {}) =>
  giveMandate(desk.portavoce.ports.database, clock, {
    body: ASL,
    person,
    role: 'moderator',
    office: null,
    act: ACT,
    ...given,
  });

const end = (person: string) => owner.query('update mandate set until = $2 where person = $1', [person, clock.now()]);

describe('signing in', () => {
  test('answers with a cookie that scripts cannot read, and tells the session to nobody else', async () => {
    const response = await signInAs(desk.credentials('moderator'));
    assert.equal(response.status, 200);
    const cookie = response.headers.getSetCookie().find((one) => one.includes('session_token')) ?? '';
    assert.match(cookie, /HttpOnly/i);
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? '';
    assert.ok(token.length > 10);
    const { rows } = await owner.query('select from sign_in_session where token = $1', [token]);
    assert.equal(rows.length, 1, 'that is the session');
    const told = await response.text();
    assert.ok(!told.includes(token));
    assert.deepEqual(JSON.parse(told), { signedIn: true });
  });

  test('an address that nobody has and a wrong password look alike', async () => {
    const { email } = desk.credentials('auditor');
    await refusedAs(await signInAs({ email, password: 'sbagliata' }), 401, 'SIGN_IN_WRONG');
    await refusedAs(await signInAs({ email: 'nessuno@prova.example', password: 'sbagliata' }), 401, 'SIGN_IN_WRONG');
    await refusedAs(await signInAs({ email: 'non un indirizzo', password: 'sbagliata' }), 401, 'SIGN_IN_WRONG');
    await refusedAs(await signInAs({ email }), 422, 'REQUEST_INVALID');
  });

  test('signing out ends the session', async () => {
    const moderator = await desk.signIn('moderator');
    assert.equal((await moderator.get('/api/session')).status, 200);
    const out = await moderator.post('/api/auth/sign-out', {}, { origin: desk.url });
    assert.equal(out.status, 200);
    await refusedAs(await moderator.get('/api/session'), 401, 'NOT_SIGNED_IN');
  });

  for (const [method, path] of [
    ['POST', 'update-user'],
    ['POST', 'change-password'],
    ['POST', 'change-email'],
    ['POST', 'delete-user'],
    ['POST', 'sign-up/email'],
    ['POST', 'sign-in/social'],
    ['POST', 'link-social'],
    ['POST', 'revoke-sessions'],
    ['POST', 'request-password-reset'],
    ['POST', 'sign-in/email/'],
    ['GET', 'list-sessions'],
    ['GET', 'list-accounts'],
    ['GET', 'get-session'],
    ['GET', 'sign-out'],
    ['GET', 'ok'],
  ] as const)
    test(`nothing else of the library is reachable: ${method} ${path}`, async () => {
      const person = await newPerson();
      const { cookie } = await person.signIn();
      const content = method === 'POST' ? { body: JSON.stringify({ name: 'Un’Altra' }) } : {};
      const headers = { ...JSON_TYPE, cookie, origin: desk.url };
      const response = await fetch(`${desk.url}/api/auth/${path}`, { method, headers, ...content });
      await refusedAs(response, 404, 'NOT_FOUND');
      const { rows } = await owner.query<{ name: string }>('select name from person where id = $1', [person.id]);
      assert.equal(rows[0]?.name, person.name);
    });
});

describe('too many attempts on one address', () => {
  test('wait longer and longer, from wherever they come; a success starts the count afresh', async () => {
    const { credentials } = await newPerson();
    const wrong = { ...credentials, password: 'tentativo-sbagliato' };
    for (let attempt = 1; attempt <= 10; attempt++) await refusedAs(await signInAs(wrong), 401, 'SIGN_IN_WRONG');
    const held = await signInAs(credentials, { 'x-forwarded-for': '203.0.113.77' });
    assert.equal(held.headers.get('retry-after'), '30');
    await refusedAs(held, 429, 'TOO_MANY_ATTEMPTS');
    await refusedAs(
      await signInAs({ ...credentials, email: credentials.email.toUpperCase() }),
      429,
      'TOO_MANY_ATTEMPTS',
    );
    assert.equal((await signInAs(desk.credentials('head'))).status, 200, 'others are not held');
    clock.advance(30_000);
    await refusedAs(await signInAs(wrong), 401, 'SIGN_IN_WRONG');
    assert.equal((await signInAs(wrong)).headers.get('retry-after'), '60');
    clock.advance(60_000);
    assert.equal((await signInAs(credentials)).status, 200);
    await refusedAs(await signInAs(wrong), 401, 'SIGN_IN_WRONG');
    assert.equal((await signInAs(credentials)).status, 200);
  });

  test('are told by digest, never by address, and forgotten when they hold nobody back', async () => {
    const email = 'segreta@prova.example';
    await signInAs({ email, password: 'sbagliata' });
    const { rows } = await owner.query<{ known: string }>(
      'select sign_in_attempts::text as known from sign_in_attempts',
    );
    assert.ok(rows.length > 0);
    assert.ok(rows.every(({ known }) => !known.includes('prova.example')));
    clock.advance(31 * 60_000);
    await desk.portavoce.sweeps.sweep();
    assert.equal((await owner.query('select from sign_in_attempts')).rowCount, 0);
  });
});

describe('mandates', () => {
  test('of two roles in a body, whichever may do the act serves it, and the session shows the widest', async () => {
    const person = await newPerson();
    await give(person.id, { role: 'auditor' });
    await give(person.id, { role: 'moderator' });
    await give(person.id, { role: 'auditor', body: BODIES.comune.slug });
    const client = await person.signIn();
    const { mandates } = Session.parse(await (await client.get('/api/session')).json());
    const shown = mandates.map(({ body, role }) => [body, role]);
    assert.deepEqual(shown.sort(), [
      [ASL, 'moderator'],
      [BODIES.comune.slug, 'auditor'],
    ]);
    const undo = (body: string) =>
      client.post(`/api/bodies/${body}/decisions/${randomUUID()}/undo`, { reasons: 'Per prova, non esiste.' });
    const decided = await undo(ASL);
    assert.notEqual(decided.status, 403);
    assert.ok(decided.status < 500);
    await refusedAs(await undo(BODIES.comune.slug), 403, 'ROLE_TOO_NARROW');
  });

  test('one that ended opens nothing, and may be given again; one in force is not doubled', async () => {
    const person = await newPerson();
    const held = async () => (await owner.query('select from mandate where person = $1', [person.id])).rowCount;
    await Promise.all([give(person.id), give(person.id), give(person.id)]);
    assert.equal(await held(), 1);
    const client = await person.signIn();
    assert.equal((await client.get('cases')).status, 200);
    clock.advance(1000);
    await end(person.id);
    await refusedAs(await client.get('cases'), 403, 'NO_MANDATE');
    await give(person.id);
    assert.equal((await client.get('cases')).status, 200);
    assert.equal(await held(), 2);
    await assert.rejects(
      owner.query(
        `insert into mandate (id, body, person, role, capacity, office, act, since)
        select gen_random_uuid(), body, person, role, capacity, office, act, since + interval '1 day' from mandate where person = $1 and until is null`,
        [person.id],
      ),
      /mandate_without_end/,
    );
  });

  test('enter the record with who gave them and by which act, once', async () => {
    const person = await newPerson('Gina Inventata');
    const giver = await newPerson('Capo Inventato');
    const by = { id: giver.id, name: giver.name, role: 'head' } as const;
    for (let time = 0; time < 2; time++) await give(person.id, { role: 'head', office: 'URP', by });
    const about = (await recorded('mandate.given')).filter(({ subject }) => subject === person.id);
    assert.equal(about.length, 1);
    assert.equal(about[0]?.summary, 'Dato a Gina Inventata l’incarico di responsabile');
    assert.equal(about[0]?.person?.name, 'Capo Inventato');
    const { role, office, act } = about[0]?.facts ?? {};
    assert.deepEqual({ role, office, act }, { role: 'head', office: 'URP', act: ACT });
    await assert.rejects(give('nessuno'), { code: 'PERSON_UNKNOWN' });
  });

  test('are asked again cheaply by whoever stays: until the mandate or the session ends', async () => {
    const person = await newPerson();
    await give(person.id);
    const client = await person.signIn();
    const { ports, signIn } = desk.portavoce;
    const guard = guardOf(signIn, { database: ports.database, clock });
    const headers = new Headers({ cookie: client.cookie });
    assert.equal(await guard.stillMay(headers, ASL, 'read'), true);
    assert.equal(await guard.stillMay(headers, BODIES.comune.slug, 'read'), false);
    clock.advance(1000);
    await end(person.id);
    assert.equal(await guard.stillMay(headers, ASL, 'read'), false);
    await give(person.id);
    assert.equal(await guard.stillMay(headers, ASL, 'read'), true);
    await client.post('/api/auth/sign-out', {}, { origin: desk.url });
    assert.equal(await guard.stillMay(headers, ASL, 'read'), false);
  });
});

describe('accounts', () => {
  const register = (body: string = ASL) =>
    registerAccount(desk.portavoce.ports, {
      body,
      network: 'facebook',
      externalId: '900000000000077',
      handle: 'PaginaDiProva',
      name: 'Pagina di prova',
      url: 'https://social.example/PaginaDiProva',
      act: ACT,
    });

  test('enter the record when registered, and each time their connection changes, never with a secret', async () => {
    const account = await register();
    assert.equal(await register(), account);
    await assert.rejects(register(BODIES.comune.slug), { code: 'ACCOUNT_TAKEN' });
    const about = async (kind: string) => (await recorded(kind)).filter(({ subject }) => subject === account);
    const registered = await about('account.registered');
    assert.equal(registered.length, 1);
    assert.equal(registered[0]?.facts.act, ACT);

    const connect = (baseUrl: string, pageToken: string) => {
      const connection = { body: ASL, account, baseUrl, credentials: { pageToken, appSecret: 'segreto-di-prova' } };
      return connectAccount(desk.portavoce.ports, { ...connection, act: 'atto di prova n. 3' });
    };
    const [one, other] = ['https://social.example/v1', 'https://social.example/v2'];
    for (const [baseUrl, token] of [
      [one, 'a'],
      [one, 'a'],
      [one, 'b'],
      [other, 'b'],
      [other, 'b'],
    ] as const)
      await connect(baseUrl, token);
    const connected = await about('account.connected');
    assert.deepEqual(
      connected.map(({ facts }) => facts.changed),
      [['address', 'secrets'], ['secrets'], ['address']],
    );
    assert.ok(connected.every(({ facts }) => facts.act === 'atto di prova n. 3'));
    assert.ok(!JSON.stringify(connected).includes('segreto-di-prova'));
  });
});

describe('adopting a policy', () => {
  test('tells those above, in the transaction of the act', async () => {
    const { ports } = desk.portavoce;
    const source = `---
ente: ${ASL}`;
    const seen: object[] = [];
    const events = {
      publish: async (_tx: unknown, event: { name: string }, data: object) => void seen.push([event.name, data]),
      publishAll: async () => assert.fail('one version at a time is adopted'),
    };
    await assert.rejects(adopt({ ...ports, events }, { source, file: 'x', act: ACT, person: null }));
    assert.deepEqual(seen, []);
    const adopted = await desk.portavoce.ports.database.pool.query<{ source: string; version: string }>(
      'select source, version from policy_version where body = $1',
      [ASL],
    );
    const { source: text = '', version = '' } = adopted.rows[0] ?? {};
    const newer = text.replace(`versione: ${version}`, 'versione: 9.9');
    assert.notEqual(newer, text);
    await adopt({ ...ports, events }, { source: newer, file: 'x', act: ACT, person: null });
    await adopt({ ...ports, events }, { source: newer, file: 'x', act: ACT, person: null });
    assert.deepEqual(seen, [['rulebook.policy-adopted', { body: ASL, version: '9.9' }]]);
  });
});

describe('addresses', () => {
  /** As a browser would that was told another name for this machine; `fetch` does not let one choose. */
  const statusAs = (host: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(desk.url);
      const asked = request({ hostname, port, path, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject).end();
    });

  test('answer under our own names alone', async () => {
    const { host, port } = new URL(desk.url);
    assert.equal(await statusAs(host, '/status'), 200);
    assert.equal(await statusAs(`localhost:${port}`, '/status'), 200);
    for (const other of ['evil.example', `evil.example:${port}`, 'localhost'])
      assert.equal(await statusAs(other, '/status'), 421, other);
  });

  test('a person may sign in as localhost', async () => {
    const url = desk.url.replace('127.0.0.1', 'localhost');
    const client = await clientOf(url, ASL, desk.credentials('moderator'));
    assert.equal((await client.get('cases')).status, 200);
  });

  test('odd names of bodies are nobody’s, and nobody’s fault', async () => {
    const moderator = await desk.signIn('moderator');
    const answer = async (path: string) => (await moderator.get(path)).status;
    for (const odd of ['%00', 'a%00b', '%F0%9F%8D%95', "x'--", 'A'.repeat(90)]) {
      assert.equal(await answer(`/policy/${odd}`), 404, odd);
      assert.equal(await answer(`/api/bodies/${odd}/cases`), 403, odd);
    }
    assert.ok([404, 422].includes(await answer('cases?network=%00')));
    assert.equal(await answer('/policy/%ZZ'), 400);
    assert.equal((await moderator.get('/.well-known/security.txt')).status, 404);
  });
});

test('sweeps of one name are never at work twice at a time', async () => {
  const { database } = desk.portavoce.ports;
  const open = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  let most = 0;
  const sweeper = () => {
    const sweeps = sweepsOf(database, silentLog);
    sweeps.everyMinute('prova', async () => {
      most += 1;
      begun.resolve();
      await open.promise;
    });
    sweeps.everyMinute('che fallisce', () => Promise.reject(new Error('prova')));
    return sweeps;
  };
  const first = sweeper().sweep();
  await begun.promise;
  await sweeper().sweep();
  open.resolve();
  await first;
  assert.equal(most, 1);
  await sweeper().sweep();
  assert.equal(most, 2);
});
