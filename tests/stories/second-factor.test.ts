// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { giveMandate } from '#governance';
import { AccessPage, FactorOffer, FactorView, PeoplePage, RecoveryCodes, Session } from '#governance/contract';
import { manualClock } from '#kernel';
import { openBody, TEST_ACT } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';
import { answered, PASSWORD, refusedAs } from '../support/people-hand.ts';
import { telephone } from '../support/telephone.ts';

// A second factor beside the password: turned on with a telephone, asked on entering, lost and found, wanted by the body.

const BODY = 'comune-di-esempio';
const OTHER = 'asl-roma-1';
const STEP = 30_000;
const clock = manualClock('2026-11-20T09:00:00Z');
let own: OwnPortavoce;
let url: string;
let head: Client;
before(async () => {
  own = await startOwnPortavoce({ clock, proxies: ['127.0.0.1'] });
  url = own.portavoce.url;
  for (const slug of [BODY, OTHER]) await openBody(own.portavoce, { slug, name: `Ente ${slug}` });
  head = await clientOf(url, BODY, { email: `head@${BODY}.example`, password: 'parola-di-prova-lunga' });
});
after(() => own?.close());

let from = 0;
let people = 0;

interface Somebody {
  readonly id: string;
  readonly email: string;
  readonly client: Client;
}

async function somebody(
  role: 'moderator' | 'head' = 'moderator',
  bodies: readonly string[] = [BODY],
): Promise<Somebody> {
  people += 1;
  const email = `persona-${people}@${BODY}.example`;
  const { signIn, ports } = own.portavoce;
  const id = await signIn.enrol({ name: `Persona Inventata ${people}`, email, password: PASSWORD });
  for (const body of bodies)
    await giveMandate(ports.database, clock, { body, person: id, role, office: null, act: TEST_ACT });
  return { id, email, client: await clientOf(url, BODY, { email, password: PASSWORD }) };
}

/** As another connection each time, so that what refuses is never the limit of requests. */
const asks = (path: string, content: object, cookie = ''): Promise<Response> => {
  from += 1;
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, cookie, 'x-forwarded-for': `203.0.113.${from % 250}` },
    body: JSON.stringify(content),
  });
};
const cookieIn = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

/** Whoever wrote the password right, before the code. */
async function waits(email: string): Promise<string> {
  const response = await asks('/api/auth/sign-in/email', { email, password: PASSWORD });
  assert.deepEqual(await response.json(), { signedIn: false, next: 'second-factor' });
  return cookieIn(response);
}
const session = (cookie: string) => fetch(`${url}/api/session`, { headers: { cookie } });
const code = (content: string, cookie: string) => asks('/api/auth/second-factor', { code: content }, cookie);

/** Turns it on, as a person would; what their telephone shows from then on, and the codes on their sheet. */
async function turnsOn({ client }: Pick<Somebody, 'client'>) {
  const post = (path: string, content: object) => asks(path, content, client.cookie);
  const offered = await answered(FactorOffer, await post('/api/second-factor/offer', { password: PASSWORD }));
  const shows = telephone(offered.key);
  const { codes } = await answered(
    RecoveryCodes,
    await post('/api/second-factor/confirmation', { code: shows(clock.now()) }),
  );
  clock.advance(STEP);
  return { shows, codes, offered };
}

const recorded = async (kind: string) => (await head.record()).items.filter((one) => one.kind === kind);

describe('turning it on', () => {
  test('takes the password, a telephone and its first code; what is kept opens nothing', async () => {
    const person = await somebody();
    const view = async () => answered(FactorView, await person.client.get('/api/second-factor'));
    assert.deepEqual(await view(), { state: 'off', codesLeft: 0, possible: true });
    const post = (path: string, content: object) => asks(path, content, person.client.cookie);
    await refusedAs(await post('/api/second-factor/offer', { password: 'sbagliata' }), 'PASSWORD_WRONG');
    const other = await clientOf(url, BODY, { email: person.email, password: PASSWORD });
    await refusedAs(await post('/api/second-factor/confirmation', { code: '123456' }), 'SECOND_FACTOR_OFF', 409);
    const first = await answered(FactorOffer, await post('/api/second-factor/offer', { password: PASSWORD }));
    assert.deepEqual(await view(), { state: 'off', codesLeft: 0, possible: true }, 'an offer alone asks for nothing');
    const { shows, codes, offered } = await turnsOn(person);
    assert.notEqual(offered.key, first.key);
    assert.match(offered.key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    assert.match(offered.address, /^otpauth:\/\/totp\/Portavoce:persona-\d+%40comune-di-esempio\.example\?secret=/);
    assert.equal(codes.length, 10);
    assert.ok(new Set(codes).size === 10 && codes.every((one) => /^([a-z2-7]{4}-){3}[a-z2-7]{4}$/.test(one)));
    assert.deepEqual(await view(), { state: 'on', codesLeft: 10, possible: true });
    const told = await answered(Session, await session(person.client.cookie));
    assert.equal(told.factorShown, true);
    await refusedAs(await other.get('/api/session'), 'NOT_SIGNED_IN', 401);
    await refusedAs(await post('/api/second-factor/offer', { password: PASSWORD }), 'SECOND_FACTOR_ON', 409);
    assert.ok(shows(clock.now()));

    const { rows } = await own.portavoce.ports.database.outside(async (tx) =>
      sql<{ all: string }>`
        select factor::text as all from second_factor factor
        union all select one::text from recovery_code one`.execute(tx),
    );
    const kept = rows.map(({ all }) => all).join('\n');
    const plain = offered.key.replaceAll(' ', '');
    assert.ok(rows.length >= 11 && !kept.includes(plain) && codes.every((one) => !kept.includes(one)));
    assert.equal(
      (await recorded('second-factor.on'))[0]?.summary,
      `Persona Inventata ${people} ha attivato il secondo fattore`,
    );
  });
});

describe('entering', () => {
  let person: Somebody;
  let shows: (now: Date, stepsOff?: number) => string;
  let codes: readonly string[];
  before(async () => {
    person = await somebody();
    ({ shows, codes } = await turnsOn(person));
  });

  test('the password alone opens nothing; the code opens another session, and is good once', async () => {
    const waiting = await waits(person.email);
    await refusedAs(await session(waiting), 'NOT_SIGNED_IN', 401);
    const guarded = await fetch(`${url}/api/bodies/${BODY}/record`, { headers: { cookie: waiting } });
    await refusedAs(guarded, 'NOT_SIGNED_IN', 401);
    await refusedAs(await asks('/api/second-factor/codes', { code: codes[0] ?? '' }, waiting), 'NOT_SIGNED_IN', 401);
    const used = shows(clock.now());
    const entered = await code(used, waiting);
    assert.equal(entered.status, 200);
    const cookie = cookieIn(entered);
    assert.notEqual(cookie, waiting, 'what waited is not what enters');
    assert.match(entered.headers.getSetCookie().join('\n'), /HttpOnly; SameSite=Strict/i);
    assert.equal((await answered(Session, await session(cookie))).factorShown, true);
    await refusedAs(await session(waiting), 'NOT_SIGNED_IN', 401);
    await refusedAs(await code(shows(clock.now()), waiting), 'SECOND_FACTOR_OVER', 401);
    const again = await waits(person.email);
    await refusedAs(await code(used, again), 'SECOND_FACTOR_WRONG', 401);
    await refusedAs(await code(shows(clock.now(), -1), again), 'SECOND_FACTOR_WRONG', 401);
    clock.advance(STEP);
    assert.equal((await code(shows(clock.now()), again)).status, 200);
  });

  test('two at once with one code: one enters', async () => {
    clock.advance(STEP);
    const [one, other] = [await waits(person.email), await waits(person.email)];
    const shown = shows(clock.now());
    const answers = await Promise.all([code(shown, one), code(shown, other)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401]);
  });

  test('a recovery code enters once, however it is written, and is in the record', async () => {
    const [first = ''] = codes;
    const waiting = await waits(person.email);
    const entered = await code(first.toUpperCase().replaceAll('-', ' '), waiting);
    assert.equal(entered.status, 200);
    const cookie = cookieIn(entered);
    const view = await answered(FactorView, await fetch(`${url}/api/second-factor`, { headers: { cookie } }));
    assert.equal(view.codesLeft, 9);
    await refusedAs(await code(first, await waits(person.email)), 'SECOND_FACTOR_WRONG', 401);
    assert.match((await recorded('second-factor.recovered'))[0]?.summary ?? '', /ha usato un codice di recupero/);
  });

  test('new recovery codes take a code, and the old ones are over', async () => {
    clock.advance(STEP);
    const waiting = await waits(person.email);
    const cookie = cookieIn(await code(shows(clock.now()), waiting));
    await refusedAs(await asks('/api/second-factor/codes', { code: '000000' }, cookie), 'SECOND_FACTOR_WRONG', 401);
    clock.advance(STEP);
    const renewed = await answered(
      RecoveryCodes,
      await asks('/api/second-factor/codes', { code: shows(clock.now()) }, cookie),
    );
    await refusedAs(await code(codes[1] ?? '', await waits(person.email)), 'SECOND_FACTOR_WRONG', 401);
    assert.equal((await code(renewed.codes[1] ?? '', await waits(person.email))).status, 200);
    codes = renewed.codes;
  });

  test('guessing waits longer and longer, and the right code waits too', async () => {
    clock.advance(16 * 60_000);
    const waiting = await waits(person.email);
    for (let attempt = 0; attempt < 10; attempt++)
      await refusedAs(await code('000000', waiting), 'SECOND_FACTOR_WRONG', 401);
    await refusedAs(await code(shows(clock.now()), waiting), 'TOO_MANY_ATTEMPTS', 429);
    clock.advance(16 * 60_000);
    assert.equal((await code(shows(clock.now()), waiting)).status, 200);
  });

  test('what waited too long is over', async () => {
    const waiting = await waits(person.email);
    await own.portavoce.ports.database.outside((tx) =>
      sql`update sign_in_session set expires_at = now() - interval '1 second' where awaits_factor`.execute(tx),
    );
    await refusedAs(await code(shows(clock.now()), waiting), 'SECOND_FACTOR_OVER', 401);
    const { rows } = await own.portavoce.ports.database.outside(async (tx) =>
      sql<{ minutes: number }>`
        select extract(epoch from max(expires_at - created_at)) / 60 as minutes from sign_in_session where awaits_factor`.execute(
        tx,
      ),
    );
    assert.ok(Number(rows[0]?.minutes ?? 0) <= 5);
  });

  test('taken off with a code, the password is enough again', async () => {
    clock.advance(STEP);
    const cookie = cookieIn(await code(shows(clock.now()), await waits(person.email)));
    clock.advance(STEP);
    assert.equal((await asks('/api/second-factor/removal', { code: shows(clock.now()) }, cookie)).status, 204);
    const client = await clientOf(url, BODY, { email: person.email, password: PASSWORD });
    assert.equal((await client.get('/api/session')).status, 200);
    assert.equal((await recorded('second-factor.off')).length, 1);
  });
});

describe('lost', () => {
  test('the head takes it off, with a reason, from others alone; it is in the record with who did it', async () => {
    const person = await somebody();
    const { client } = person;
    await turnsOn(person);
    const path = `people/${person.id}/second-factor/reset`;
    await refusedAs(await client.post(path, { reason: 'È mio' }), 'ROLE_TOO_NARROW');
    await refusedAs(await head.post(path, { reason: '' }), 'REQUEST_INVALID', 422);
    const { items } = await head.record();
    const page = await answered(AccessPage, await head.get('access'));
    assert.ok(page.withFactor.includes(person.id));
    const after = await answered(AccessPage, await head.post(path, { reason: 'Ha perso il telefono' }));
    assert.ok(!after.withFactor.includes(person.id));
    await refusedAs(await client.get('/api/session'), 'NOT_SIGNED_IN', 401);
    await refusedAs(await head.post(path, { reason: 'Ancora' }), 'SECOND_FACTOR_OFF', 409);
    const [told] = await recorded('second-factor.reset');
    assert.equal(told?.person, `Persona head ${BODY}`);
    assert.ok((await head.record()).items.length > items.length);
    assert.equal((await head.verification()).intact, true);
    await clientOf(url, BODY, { email: person.email, password: PASSWORD });
    const me = (await answered(PeoplePage, await head.get('people'))).people.find(({ email }) =>
      email.startsWith('head@'),
    );
    await refusedAs(await head.post(`people/${me?.id}/second-factor/reset`, { reason: 'Da me' }), 'MANDATE_OWN');
  });

  test('nobody of one body takes it off somebody who works for another too', async () => {
    const person = await somebody('moderator', [BODY, OTHER]);
    await turnsOn(person);
    const path = `people/${person.id}/second-factor/reset`;
    await refusedAs(await head.post(path, { reason: 'Ha perso il telefono' }), 'SECOND_FACTOR_ELSEWHERE', 409);
    const stranger = await somebody('moderator', [OTHER]);
    const there = `people/${stranger.id}/second-factor/reset`;
    await refusedAs(await head.post(there, { reason: 'Non è dei nostri' }), 'PERSON_NOT_HERE', 404);
  });
});

describe('a body that wants it of a role from a day on', () => {
  test('asks it of that role alone, when the day has come, and a session that showed it goes on', async () => {
    const day = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const plain = await somebody('moderator');
    const other = await somebody('head');
    await refusedAs(
      await plain.client.post('access/second-factor', { role: 'moderator', since: day }),
      'ROLE_TOO_NARROW',
    );
    await answered(AccessPage, await head.post('access/second-factor', { role: 'moderator', since: day }));
    assert.equal((await plain.client.get('cases')).status, 200, 'the day has not come');
    clock.advance(3_600_000);
    for (const path of ['cases', 'record']) await refusedAs(await plain.client.get(path), 'SECOND_FACTOR_NEEDED');
    await refusedAs(await plain.client.post('items', {}), 'SECOND_FACTOR_NEEDED');
    // What a factor would not open either keeps its own reason.
    await refusedAs(await plain.client.get('people'), 'ROLE_TOO_NARROW');
    assert.equal((await other.client.get('cases')).status, 200, 'another role');
    const told = await answered(Session, await plain.client.get('/api/session'));
    assert.deepEqual([told.factorShown, told.mandates[0]?.factorWanted], [false, true]);
    await turnsOn(plain);
    assert.equal((await plain.client.get('cases')).status, 200, 'it was shown on turning it on');
    const page = await answered(
      AccessPage,
      await head.post('access/second-factor', { role: 'moderator', since: null }),
    );
    assert.deepEqual(page.rules, [{ role: 'moderator', since: null }]);
    const [back, chosen] = await recorded('second-factor.rule');
    assert.match(chosen?.summary ?? '', /chiesto a chi ha l’incarico di moderazione dal 20 novembre 2026/);
    assert.match(back?.summary ?? '', /non è più chiesto/);
  });
});
