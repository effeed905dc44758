// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Pool } from 'pg';
import { type Act, giveMandate, type KeptRoute, rolesFor } from '#governance';
import { ROLES, type Role } from '#governance/contract';
import { manualClock } from '#kernel';
import { poolOf, silentLog } from '#platform';
import { routesPage } from '../../src/app/routes-table.ts';
import { clientOf } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import { refusedAs } from '../support/people-hand.ts';

// Every route that the server registered, asked by whoever may not and by whoever may: the table is the routes' own.

const BODY = BODIES.asl.slug;
const PAGE = join(import.meta.dirname, '../../docs/percorsi.md');
const PASSWORD = 'una-parola-lunga-di-prova';
const clock = manualClock('2026-11-20T09:00:00Z');
let desk: Desk;
let owner: Pool;
before(async () => {
  desk = await startDesk({ clock, proxies: ['127.0.0.1'] });
  owner = poolOf(desk.portavoce.owner, silentLog, 1);
});
after(async () => {
  await owner?.end();
  await desk?.close();
});

type Bound = KeptRoute & { readonly rule: { readonly act: Act; readonly narrowed?: true } };
const isBound = (route: KeptRoute): route is Bound => route.rule !== undefined && 'act' in route.rule;
const bound = (): readonly Bound[] => desk.portavoce.routes.filter(isBound);

const PARAMETERS: Readonly<Record<string, string>> = { body: BODY, network: 'facebook', version: '1.0', revision: '1' };
const addressOf = ({ url }: KeptRoute): string =>
  url.replace(/:([a-z]+)/g, (_, name: string) => PARAMETERS[name] ?? randomUUID());

interface Asker {
  readonly cookie?: string;
  /** As another connection, so that the limit of requests is not what refuses. */
  readonly from: string;
}

/** What comes back, of a stream the beginning alone. */
async function ask(route: KeptRoute, { cookie, from }: Asker): Promise<{ status: number; code: string | undefined }> {
  const going = new AbortController();
  const content = route.method === 'GET' ? {} : { body: '{}' };
  const response = await fetch(`${desk.url}${addressOf(route)}`, {
    method: route.method,
    redirect: 'manual',
    signal: going.signal,
    headers: {
      'x-forwarded-for': from,
      'idempotency-key': randomUUID(),
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(cookie !== undefined && { cookie }),
    },
    ...content,
  });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const code = isProblem ? ((await response.json()) as { code: string }).code : undefined;
  going.abort();
  return { status: response.status, code };
}

/** Every bound route asked alike, and those that did not answer so. */
async function notSo(routes: readonly KeptRoute[], asker: Asker, wanted: { status: number; code: string }) {
  const odd: string[] = [];
  for (const route of routes) {
    const { status, code } = await ask(route, asker);
    if (status !== wanted.status || code !== wanted.code) odd.push(`${route.method} ${route.url}: ${status} ${code}`);
  }
  return odd;
}

async function newcomer(
  name: string,
  role: Role = 'moderator',
): Promise<{ readonly id: string; signIn(): Promise<string> }> {
  const email = `${name}@prova.example`;
  const id = await desk.portavoce.signIn.enrol({ name: `Persona ${name}`, email, password: PASSWORD });
  const { database } = desk.portavoce.ports;
  await giveMandate(database, clock, { body: BODY, person: id, role, office: null, act: 'atto n. 1' });
  return { id, signIn: async () => (await clientOf(desk.url, BODY, { email, password: PASSWORD })).cookie };
}

test('no route is without a rule, and the routes are many', () => {
  const { routes } = desk.portavoce;
  assert.deepEqual(
    routes.filter(({ rule }) => rule === undefined).map(({ method, url }) => `${method} ${url}`),
    [],
  );
  assert.ok(bound().length > 150, String(bound().length));
  assert.ok(bound().every(({ url }) => url.startsWith('/api/bodies/:body/')));
});

test('who is for everyone, or for whoever is signed in, is said with its reason', () => {
  const others = desk.portavoce.routes.filter((route) => !isBound(route));
  for (const { url, rule } of others) assert.ok(rule !== undefined && 'why' in rule && rule.why.length > 20, url);
  const signedIn = others.filter(({ rule }) => rule !== undefined && 'who' in rule && rule.who === 'signed-in');
  const own = ['', '/codes', '/confirmation', '/offer', '/removal'].map((step) => `/api/second-factor${step}`);
  assert.deepEqual(signedIn.map(({ url }) => url).sort(), ['/api/networks', ...own, '/api/session'].sort());
});

test('the page of who may do what is the routes’ own', async () => {
  assert.equal(
    await readFile(PAGE, 'utf8'),
    routesPage(desk.portavoce.routes),
    'write it again: ./bin/portavoce routes > docs/percorsi.md',
  );
});

describe('refused before anything of the request is read', () => {
  test('whoever is not signed in, on each', async () => {
    const signed = desk.portavoce.routes.filter(
      ({ rule }) => rule !== undefined && 'who' in rule && rule.who === 'signed-in',
    );
    const refused = { status: 401, code: 'NOT_SIGNED_IN' };
    assert.deepEqual(await notSo([...bound(), ...signed], { from: '203.0.113.1' }, refused), []);
  });

  test('a mandate that has ended, and one in another body, on each', async () => {
    const person = await newcomer('finita');
    const cookie = await person.signIn();
    await owner.query('update mandate set until = $2 where person = $1', [person.id, clock.now()]);
    const refused = { status: 403, code: 'NO_MANDATE' };
    assert.deepEqual(await notSo(bound(), { cookie, from: '203.0.113.2' }, refused), []);
    const { cookie: elsewhere } = await desk.signIn('head', 'comune');
    assert.deepEqual(await notSo(bound(), { cookie: elsewhere, from: '203.0.113.3' }, refused), []);
  });

  for (const [index, role] of ROLES.entries())
    test(`a role outside its mandate, on each: ${role}`, async () => {
      const { cookie } = await desk.signIn(role);
      const outside = bound().filter(({ rule }) => !rolesFor(rule.act).includes(role));
      assert.ok(role === 'head' ? outside.length === 0 : outside.length > 20);
      const asker = { cookie, from: `203.0.113.1${index}` };
      assert.deepEqual(await notSo(outside, asker, { status: 403, code: 'ROLE_TOO_NARROW' }), []);
    });

  test('a mandate on one account, on each that is about the whole body', async () => {
    const person = await newcomer('limitata');
    await owner.query('update mandate set accounts = $2 where person = $1', [person.id, [desk.accounts.asl]]);
    const cookie = await person.signIn();
    const whole = bound().filter(
      ({ rule: { act, narrowed } }) => act !== 'read' && !narrowed && rolesFor(act).includes('moderator'),
    );
    assert.ok(whole.length > 50);
    const refused = { status: 403, code: 'OTHER_CHANNEL' };
    assert.deepEqual(await notSo(whole, { cookie, from: '203.0.113.20' }, refused), []);
  });
});

/** Ways in which a mandate that was held is held no more, or not yet. */
const OUTSIDE: Readonly<Record<string, (person: string) => Promise<unknown>>> = {
  ended: (person) => owner.query('update mandate set until = $2 where person = $1', [person, clock.now()]),
  'not yet begun': (person) =>
    owner.query("update mandate set since = $2::timestamptz + interval '1 day' where person = $1", [
      person,
      clock.now(),
    ]),
  'suspended, without an act': (person) => owner.query('update mandate set act = null where person = $1', [person]),
  'in another body': (person) =>
    owner.query('update mandate set body = $2 where person = $1', [person, BODIES.comune.slug]),
  left: async (person) => {
    const head = await desk.signIn('head');
    assert.equal((await head.post(`people/${person}/departure`, { reason: 'Va via' })).status, 200);
  },
};

describe('every route, by every role, outside its mandate', () => {
  const table: string[] = [];
  after(() => console.log(`refused, by role and by what is wrong with the mandate:\n${table.join('\n')}`));
  for (const [row, role] of ROLES.entries())
    for (const [column, [how, make]] of Object.entries(OUTSIDE).entries())
      test(`${role}, ${how}`, async () => {
        const person = await newcomer(`${role}-${column}`, role);
        const before = await person.signIn();
        await make(person.id);
        const asker = { cookie: before, from: `203.0.113.${100 + row * 10 + column}` };
        const gone = how === 'left';
        // Whoever left is signed in no more; signing in again opens nothing either.
        if (gone) assert.deepEqual(await ask(bound()[0] as Bound, asker), { status: 401, code: 'NOT_SIGNED_IN' });
        const cookie = gone ? await person.signIn() : before;
        const refused = { status: 403, code: 'NO_MANDATE' };
        assert.deepEqual(await notSo(bound(), { ...asker, cookie }, refused), []);
        table.push(`  ${role.padEnd(10)} ${how.padEnd(26)} ${bound().length}`);
      });
});

describe('a session that does not show what it has to, on each route that its role opens', () => {
  const opened = (role: Role) => bound().filter(({ rule }) => rolesFor(rule.act).includes(role));

  test('made through the provider of another body', async () => {
    const person = await newcomer('altrove', 'head');
    const cookie = await person.signIn();
    await owner.query('update sign_in_session set only_body = $2, factor = true where user_id = $1', [
      person.id,
      BODIES.comune.slug,
    ]);
    const refused = { status: 403, code: 'OTHER_BODY_SESSION' };
    assert.deepEqual(await notSo(opened('head'), { cookie, from: '203.0.113.140' }, refused), []);
  });

  test('the password without the second factor that the person has', async () => {
    const person = await newcomer('a-meta', 'head');
    const cookie = await person.signIn();
    await owner.query('update sign_in_session set awaits_factor = true where user_id = $1', [person.id]);
    const refused = { status: 401, code: 'NOT_SIGNED_IN' };
    assert.deepEqual(await notSo(opened('head'), { cookie, from: '203.0.113.141' }, refused), []);
  });

  test('without the second factor that the body wants of the role', async () => {
    const head = await desk.signIn('head');
    const choose = (since: string | null) => head.post('access/second-factor', { role: 'auditor', since });
    const { cookie } = await desk.signIn('auditor');
    assert.equal((await choose(clock.now().toISOString())).status, 200);
    const refused = { status: 403, code: 'SECOND_FACTOR_NEEDED' };
    const odd = await notSo(opened('auditor'), { cookie, from: '203.0.113.142' }, refused);
    assert.equal((await choose(null)).status, 200);
    assert.deepEqual(odd, []);
    await refusedAs(await head.post('access/second-factor', { role: 'nessuno', since: null }), 'REQUEST_INVALID', 422);
  });
});

const GUARD_SAYS = [
  'NOT_SIGNED_IN',
  'NO_MANDATE',
  'ROLE_TOO_NARROW',
  'OTHER_CHANNEL',
  'NOT_AUTHORISED',
  'SECOND_FACTOR_NEEDED',
];

for (const [index, role] of (['auditor', 'moderator', 'head'] satisfies Role[]).entries())
  test(`who may is let in, and nothing breaks, on each: ${role}`, async () => {
    const { cookie } = await desk.signIn(role);
    const asker = { cookie, from: `203.0.113.3${index}` };
    const odd: string[] = [];
    for (const route of bound().filter(({ rule }) => rolesFor(rule.act).includes(role))) {
      const { status, code = '' } = await ask(route, asker);
      const isRefused = GUARD_SAYS.includes(code);
      if (isRefused || status >= 500 || status === 429) odd.push(`${route.method} ${route.url}: ${status} ${code}`);
    }
    assert.deepEqual(odd, []);
  });
