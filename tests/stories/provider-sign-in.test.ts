// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { enterProvider, giveMandate, redirectOf } from '#governance';
import { AccessPage, Entered, PeoplePage, Providers, Session, SignedOut, Started } from '#governance/contract';
import { manualClock } from '#kernel';
import { logTo } from '#platform';
import { Wanderer } from '../support/at-provider.ts';
import { openBody, TEST_ACT } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { type OpenIdService, startOpenIdService, TWO_FACTORS } from '../support/openid-provider.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';
import { answered, entryRequest, refusedAs, tokenOf } from '../support/people-hand.ts';

// People of a body enter through the body's own OpenID provider, which is somebody else's program; and everything that goes wrong.

const BODY = 'comune-di-esempio';
const OTHER = 'asl-roma-1';
const PASSWORD = 'parola-di-prova-lunga';
const clock = manualClock(new Date());
const logged: string[] = [];
let own: OwnPortavoce;
let service: OpenIdService;
let head: Client;
let url: string;
before(async () => {
  own = await startOwnPortavoce({
    clock,
    proxies: ['127.0.0.1'],
    log: logTo((line) => void logged.push(line), 'info'),
  });
  url = own.portavoce.url;
  for (const slug of [BODY, OTHER]) await openBody(own.portavoce, { slug, name: `Ente ${slug}` });
  service = await startOpenIdService({ back: [redirectOf(url, BODY)], afterLeaving: [`${url}/accedi`] });
  await enter();
  head = await clientOf(url, BODY, { email: `head@${BODY}.example`, password: PASSWORD });
});
after(async () => {
  await service?.close();
  await own?.close();
});

const enter = (over: Partial<Parameters<typeof enterProvider>[1]> = {}) =>
  enterProvider(own.portavoce.ports, {
    ...{ body: BODY, name: 'Accesso unico di prova', issuer: service.issuer, clientId: service.clientId },
    ...{ secret: service.secret, acrValues: [TWO_FACTORS], amrValues: ['otp', 'mfa'] },
    ...over,
  });

interface Setting {
  readonly back?: string;
  readonly invitation?: string;
}

/** Sets out; gives where the service is. */
async function sets(wanderer: Wanderer, setting: Setting = {}): Promise<string> {
  const response = await wanderer.ask(`${url}/api/auth/provider/${BODY}/start`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json', origin: url } },
    body: JSON.stringify(setting),
  });
  return (await answered(Started, response)).url;
}

const isBack = (at: URL) => at.pathname.endsWith('/callback');
const isDesk = (at: URL) => at.origin === url && !isBack(at);

/** The whole way round; gives the page of the desk where it ends, from its path on. */
async function goes(wanderer: Wanderer, setting: Setting = {}): Promise<string> {
  const end = await wanderer.goTo(await sets(wanderer, setting), isDesk);
  return `${end.pathname}${end.search}`;
}

const session = (wanderer: Wanderer) => wanderer.ask(`${url}/api/session`);
const recorded = async (kind: string) => (await head.record()).items.filter((one) => one.kind === kind);

/** Somebody taken in, with the link of their invitation. */
async function invited(
  name: string,
): Promise<{ readonly id: string; readonly invitation: string; readonly email: string }> {
  const entry = entryRequest(name, BODY);
  const { person, link } = await answered(Entered, await head.post('people', entry));
  return { id: person, invitation: tokenOf(link), email: entry.email };
}

test('the sign-in page is told which bodies have a service of their own, and nothing else of it', async () => {
  const response = await fetch(`${url}/api/auth/providers`);
  assert.deepEqual(await answered(Providers, response), { items: [{ body: BODY, name: 'Accesso unico di prova' }] });
  const page = await answered(AccessPage, await head.get('access'));
  assert.equal(page.provider?.redirect, `${url}/api/auth/provider/${BODY}/callback`);
  assert.doesNotMatch(JSON.stringify(page), new RegExp(service.secret));
  const { rows } = await own.portavoce.ports.database.inBody(BODY, async (tx) =>
    sql<{ all: string }>`select provider::text as all from sign_in_provider provider`.execute(tx),
  );
  assert.equal(rows.length, 1);
  assert.doesNotMatch(rows[0]?.all ?? '', new RegExp(service.secret));
});

describe('somebody invited', () => {
  const wanderer = new Wanderer();
  let id: string;
  test('enters with two factors, is known from then on, and goes back to the page that was wanted', async () => {
    const person = await invited('Entrata Inventata');
    id = person.id;
    service.answersAs({ subject: 'sub-entrata', email: person.email, emailVerified: true });
    const path = await goes(wanderer, { invitation: person.invitation, back: `/banco/${BODY}/registro` });
    assert.equal(path, `/banco/${BODY}/registro`);
    const told = await answered(Session, await session(wanderer));
    assert.deepEqual([told.person.id, told.factorShown, told.mandates.map(({ body }) => body)], [id, true, [BODY]]);
    const [params] = service.asked;
    assert.deepEqual(
      [params?.response_type, params?.code_challenge_method, params?.scope, params?.acr_values],
      ['code', 'S256', 'openid email', TWO_FACTORS],
    );
    assert.ok(String(params?.state).length > 30 && String(params?.nonce).length > 30);
    assert.deepEqual(
      (await recorded('person.identity-linked')).map(({ summary }) => summary),
      ['Entrata Inventata entra con il servizio dell’ente: riconosciuta la persona dall’invito'],
    );

    const again = new Wanderer();
    assert.equal(await goes(again), '/banco', 'known by who they are, without any invitation');
    assert.equal((await answered(Session, await session(again))).person.id, id);
    const people = await answered(PeoplePage, await head.get('people'));
    assert.equal(people.people.find((one) => one.id === id)?.entered, true);
  });

  test('the session is good in that body alone, whatever mandates there are elsewhere', async () => {
    const { ports } = own.portavoce;
    const mandate = { body: OTHER, person: id, role: 'head' as const, office: null, act: TEST_ACT };
    await giveMandate(ports.database, ports.clock, mandate);
    const told = await answered(Session, await session(wanderer));
    assert.deepEqual(
      told.mandates.map(({ body }) => body),
      [BODY],
    );
    assert.equal((await wanderer.ask(`${url}/api/bodies/${BODY}/record`)).status, 200);
    await refusedAs(await wanderer.ask(`${url}/api/bodies/${OTHER}/record`), 'OTHER_BODY_SESSION');
  });

  test('leaving ends the session here and at the service', async () => {
    const headers = { 'content-type': 'application/json', origin: url };
    const response = await wanderer.ask(`${url}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
    const { elsewhere } = await answered(SignedOut, response);
    await refusedAs(await session(wanderer), 'NOT_SIGNED_IN', 401);
    assert.ok(elsewhere?.startsWith(`${service.issuer}/session/end?`));
    const asked = new URL(elsewhere ?? '');
    assert.equal(asked.searchParams.get('post_logout_redirect_uri'), `${url}/accedi`);
    assert.ok(asked.searchParams.get('id_token_hint'));
    const page = await (await wanderer.ask(elsewhere ?? '')).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const ended = await wanderer.ask(`${service.issuer}/session/end/confirm`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
    });
    assert.equal(ended.headers.get('location'), `${url}/accedi`);
    assert.equal(service.ended(), 1);
    // Whoever signed in with a password has nothing to end elsewhere.
    const plain = await clientOf(url, BODY, { email: `auditor@${BODY}.example`, password: PASSWORD });
    const left = await plain.post('/api/auth/sign-out', {}, { origin: url });
    assert.deepEqual(await answered(SignedOut, left), { signedOut: true, elsewhere: null });
  });

  test('whoever has left is known no more, though the service still knows them', async () => {
    await answered(PeoplePage, await head.post(`people/${id}/departure`, { reason: 'Va in pensione' }));
    service.answersAs({ subject: 'sub-entrata' });
    assert.equal(await goes(new Wanderer()), '/accedi?errore=sconosciuto');
  });
});

describe('refused, each with its reason', () => {
  let subject = 0;
  /** Somebody the desk knows, so that nothing but what is tried is wrong. */
  async function known(): Promise<string> {
    subject += 1;
    const name = `sub-${subject}`;
    const person = await invited(`Nota Inventata ${String.fromCharCode(96 + subject)}`);
    service.answersAs({ subject: name });
    assert.equal(await goes(new Wanderer(), { invitation: person.invitation }), '/banco');
    return name;
  }
  const refused = async (wanderer: Wanderer, path: string, fault: string) => {
    assert.equal(path, `/accedi?errore=${fault}`);
    await refusedAs(await session(wanderer), 'NOT_SIGNED_IN', 401);
  };

  test('a stranger, even with the address of a colleague', async () => {
    service.answersAs({ subject: 'sub-ignoto', email: `head@${BODY}.example`, emailVerified: true });
    const wanderer = new Wanderer();
    await refused(wanderer, await goes(wanderer), 'sconosciuto');
  });

  for (const [what, seen] of [
    ['no second factor in acr', { acr: 'https://www.spid.gov.it/SpidL1' }],
    ['no second factor in amr', { amr: ['pwd'] }],
    ['nothing said of how', { acr: '', amr: [] }],
  ] as const)
    test(`not with two factors: ${what}`, async () => {
      const name = await known();
      service.answersAs({ subject: name, ...seen });
      const wanderer = new Wanderer();
      await refused(wanderer, await goes(wanderer), 'fattore');
    });

  test('somebody who does not want to', async () => {
    service.answersAs(null);
    const wanderer = new Wanderer();
    await refused(wanderer, await goes(wanderer), 'annullato');
  });

  for (const [what, change, fault] of [
    ['another nonce', { nonce: 'un-altro' }, 'risposta'],
    ['no nonce', { nonce: undefined }, 'risposta'],
    ['another issuer', { iss: 'https://evil.example' }, 'risposta'],
    ['another audience', { aud: 'un-altro-cliente' }, 'risposta'],
    ['expired an hour ago', { iat: 1_000_000_000, exp: Math.floor(Date.now() / 1000) - 3600 }, 'orologio'],
    ['not yet good for an hour', { nbf: Math.floor(Date.now() / 1000) + 3600 }, 'orologio'],
  ] as const)
    test(`an identity token with ${what}`, async () => {
      service.answersAs({ subject: await known() });
      service.alters((claims) => ({ ...claims, ...change }));
      const wanderer = new Wanderer();
      const path = await goes(wanderer).finally(() => service.alters(null));
      await refused(wanderer, path, fault);
    });

  test('a clock that is half a minute behind is none', async () => {
    service.answersAs({ subject: await known() });
    service.alters((claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 30 }));
    const path = await goes(new Wanderer()).finally(() => service.alters(null));
    assert.equal(path, '/banco');
  });

  test('an answer used a second time, and one given to another browser', async () => {
    service.answersAs({ subject: await known() });
    const wanderer = new Wanderer();
    const back = await wanderer.goTo(await sets(wanderer), isBack);
    const thief = new Wanderer();
    const stolen = await thief.ask(back.href);
    await refused(thief, stolen.headers.get('location') ?? '', 'ricomincia');
    // Not even one that has set out by itself.
    const other = new Wanderer();
    await sets(other);
    await refused(other, (await other.ask(back.href)).headers.get('location') ?? '', 'risposta');

    const cookies = wanderer.cookiesFor(back.href);
    const entered = await wanderer.ask(back.href);
    assert.equal(entered.headers.get('location'), '/banco');
    const repeated = await fetch(back, { redirect: 'manual', headers: { cookie: cookies } });
    assert.equal(repeated.headers.get('location'), '/accedi?errore=ricomincia');
    assert.ok(!repeated.headers.getSetCookie().some((one) => one.includes('session_token')));
  });

  test('a code used already, with everything else right', async () => {
    service.answersAs({ subject: await known() });
    const first = new Wanderer();
    const used = await first.goTo(await sets(first), isBack);
    assert.equal((await first.ask(used.href)).headers.get('location'), '/banco');
    const second = new Wanderer();
    const back = await second.goTo(await sets(second), isBack);
    back.searchParams.set('code', used.searchParams.get('code') ?? '');
    await refused(second, (await second.ask(back.href)).headers.get('location') ?? '', 'ricomincia');
  });

  for (const [what, change] of [
    ['another issuer (RFC 9207)', (query: URLSearchParams) => query.set('iss', 'https://evil.example')],
    ['no issuer, where the service says it tells', (query: URLSearchParams) => query.delete('iss')],
    ['another state', (query: URLSearchParams) => query.set('state', 'un-altro')],
  ] as const)
    test(`an answer with ${what}`, async () => {
      service.answersAs({ subject: await known() });
      const wanderer = new Wanderer();
      const back = await wanderer.goTo(await sets(wanderer), isBack);
      change(back.searchParams);
      await refused(wanderer, (await wanderer.ask(back.href)).headers.get('location') ?? '', 'risposta');
    });

  test('somebody who took more than ten minutes', async () => {
    service.answersAs({ subject: await known() });
    const wanderer = new Wanderer();
    const back = await wanderer.goTo(await sets(wanderer), isBack);
    clock.advance(11 * 60_000);
    await refused(wanderer, (await wanderer.ask(back.href)).headers.get('location') ?? '', 'ricomincia');
  });

  test('an invitation used already, and the invitation of another', async () => {
    const person = await invited('Usata Inventata');
    service.answersAs({ subject: 'sub-usata' });
    assert.equal(await goes(new Wanderer(), { invitation: person.invitation }), '/banco');
    assert.equal(await goes(new Wanderer(), { invitation: person.invitation }), '/accedi?errore=invito');
    const another = await invited('Altra Invitata');
    const wanderer = new Wanderer();
    await refused(wanderer, await goes(wanderer, { invitation: another.invitation }), 'collegato');
    service.answersAs({ subject: 'sub-altra' });
    assert.equal(await goes(new Wanderer(), { invitation: another.invitation }), '/banco', 'it was not used up');
  });

  for (const back of ['https://evil.example/', '//evil.example', '/banco//evil.example', '/banco/../api/session'])
    test(`nobody is sent elsewhere: ${back}`, async () => {
      service.answersAs({ subject: 'sub-usata' });
      assert.equal(await goes(new Wanderer(), { back }), '/banco');
    });

  test('a body without a service, and one that is none', async () => {
    for (const body of [OTHER, 'ente-che-non-esiste']) {
      const response = await fetch(`${url}/api/auth/provider/${body}/start`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: '{}' },
      });
      await refusedAs(response, 'PROVIDER_NOT_FOUND', 404);
    }
    const foreign = await fetch(`${url}/api/auth/provider/${BODY}/start`, {
      ...{
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
        body: '{}',
      },
    });
    await refusedAs(foreign, 'FOREIGN_ORIGIN');
  });
});

describe('an address that the service vouches for', () => {
  const email = `moderator@${BODY}.example`;
  const tries = async (over: object) => {
    service.answersAs({ subject: 'sub-moderatrice', email, emailVerified: true, ...over });
    return goes(new Wanderer());
  };
  test('is enough only where the head chose so, verified, and of somebody who is known as nobody yet', async () => {
    assert.equal(await tries({}), '/accedi?errore=sconosciuto');
    const page = await answered(AccessPage, await head.post('access/by-email', { byEmail: true }));
    assert.equal(page.provider?.byEmail, true);
    assert.equal(await tries({ emailVerified: false }), '/accedi?errore=sconosciuto');
    assert.equal(await tries({ email: 'nessuno@prova.example' }), '/accedi?errore=sconosciuto');
    assert.equal(await tries({ email: email.toUpperCase() }), '/banco');
    assert.equal(await tries({ email: undefined }), '/banco', 'known by who they are');
    assert.equal(await tries({ subject: 'sub-un-altra' }), '/accedi?errore=sconosciuto');
    assert.match((await recorded('sign-in-provider.by-email'))[0]?.summary ?? '', /dall’indirizzo verificato/);
    await enter({ name: 'Un altro servizio' });
    assert.equal((await answered(AccessPage, await head.get('access'))).provider?.byEmail, false, 'of that one alone');
  });
  test('only the head chooses, and auditors read', async () => {
    const auditor = await clientOf(url, BODY, { email: `auditor@${BODY}.example`, password: PASSWORD });
    assert.equal((await auditor.get('access')).status, 200);
    await refusedAs(await auditor.post('access/by-email', { byEmail: true }), 'ROLE_TOO_NARROW');
  });
});

describe('a service that does not answer', () => {
  test('before setting out, and after coming back', async () => {
    service.answersAs({ subject: 'sub-usata' });
    const wanderer = new Wanderer();
    const back = await wanderer.goTo(await sets(wanderer), isBack);
    await service.close();
    assert.equal((await wanderer.ask(back.href)).headers.get('location'), '/accedi?errore=servizio');
    clock.advance(1000);
    await enter();
    const response = await fetch(`${url}/api/auth/provider/${BODY}/start`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: '{}' },
    });
    await refusedAs(response, 'PROVIDER_AWAY', 502);
  });

  for (const [what, over] of [
    ['not over https', { issuer: 'http://provider.ente.example' }],
    ['no address', { issuer: 'provider' }],
    ['without anything that shows a second factor', { acrValues: [], amrValues: [] }],
  ] as const)
    test(`one that cannot be entered: ${what}`, async () => {
      await assert.rejects(enter(over), { code: 'PROVIDER_WRONG' });
    });
});

test('nothing of what a service said of anybody is in the log', () => {
  assert.ok(logged.some((line) => line.includes('sign-in through a provider refused')));
  assert.doesNotMatch(logged.join('\n'), /sub-\w+|@comune|SpidL|eyJ/);
});
