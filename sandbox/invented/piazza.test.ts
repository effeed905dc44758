// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { COMMON_FAULTS } from '../town/faults.ts';
import { ACCOUNT, REFRESH, type Rehearsal, rehearse } from './rehearsal.ts';

let piazza: Rehearsal;
before(async () => {
  piazza = await rehearse();
});
after(() => piazza.sandbox.close());
afterEach(() => piazza.control('DELETE', 'piazza/faults'));

const order = (fault: object) => piazza.control('POST', 'piazza/faults', fault);
interface Write {
  readonly effect: boolean;
  readonly answered: number | string;
  readonly sent: { readonly text: string };
}
const lastWrite = async () => (await piazza.control<{ writes: Write[] }>('GET', 'piazza/writes')).body.writes.at(-1);
const texts = async (post: string) => {
  const { comments } = (await piazza.wire('GET', `?post=${post}`)).body as { comments: { text: string }[] };
  return comments.map(({ text }) => text);
};

describe('an invented network: one folder', () => {
  it('is the example of the recipe, word for word', () => {
    const code = readFileSync(join(import.meta.dirname, 'piazza.ts'), 'utf8');
    const recipe = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    assert.ok(recipe.includes(`\`\`\`ts\n${code.slice(code.indexOf('\n') + 1)}\`\`\``));
  });

  it('is reached on a port of its own, with ids beyond 2^53', async () => {
    const { baseUrl, secrets } = piazza.sandbox.network('piazza');
    assert.notEqual(new URL(baseUrl).port, new URL(piazza.sandbox.url).port);
    assert.match(`${secrets.clientSecret}`, /^[0-9a-f]{32}$/);
    const id = await piazza.idOf('p1');
    assert.ok(BigInt(id.slice(1)) > 2n ** 53n);
    assert.notEqual(`p${Number(id.slice(1))}`, id);
  });

  it('refuses what it does not know', async () => {
    assert.equal((await piazza.wire('GET', '?pots=1')).status, 400);
    assert.equal((await piazza.wire('POST', '', { post: await piazza.idOf('p1'), text: 'x', mood: 1 })).status, 422);
    assert.equal((await piazza.wire('POST', '', { post: 'p1', text: 'x' })).status, 404);
    assert.equal((await piazza.wire('GET', '', undefined, 'altro')).status, 401);
    assert.equal((await fetch(`${piazza.sandbox.network('piazza').baseUrl}/%E0`)).status, 400);
  });

  it('writes, and its own words are known as its own', async () => {
    const post = await piazza.idOf('p1');
    const { status, body } = await piazza.wire('POST', '', { post, text: 'Anche martedì' });
    assert.equal(status, 201);
    const shown = (await piazza.control('GET', `piazza/writings/${body.id}`)).body;
    assert.deepEqual([shown.own, shown.exists, (shown.from as { id: string }).id], [true, true, ACCOUNT.id]);
    assert.equal(shown.permalink, `${piazza.sandbox.url}/piazza/ente.prova/posts/${post}#c${body.id}`);
  });
});

describe('faults', () => {
  const effects: Record<(typeof COMMON_FAULTS)[number], [effect: boolean, answered: number | string]> = {
    'timeout-before-effect': [false, 'hang'],
    'timeout-after-effect': [true, 'hang'],
    'broken-before-effect': [false, 'break'],
    'broken-after-effect': [true, 'break'],
    'error-before-effect': [false, 500],
    'error-after-effect': [true, 500],
    'unreadable-after-effect': [true, 200],
    'success-without-effect': [false, 201],
  };
  for (const fault of COMMON_FAULTS) {
    it(`${fault}: the answer and the world are as it says`, async () => {
      const post = await piazza.idOf('p1');
      await order({ fault });
      const text = `Prova di ${fault}`;
      const { baseUrl } = piazza.sandbox.network('piazza');
      const headers = { 'content-type': 'application/json', authorization: 'Bearer gettone-di-prova' };
      const signal = AbortSignal.timeout(fault.startsWith('timeout') ? 150 : 5000);
      await fetch(baseUrl, { method: 'POST', headers, body: JSON.stringify({ post, text }), signal }).catch(() => null);
      const [effect, answered] = effects[fault];
      const write = await lastWrite();
      assert.deepEqual([write?.effect, write?.answered, write?.sent.text], [effect, answered, text]);
      assert.equal((await texts(post)).includes(text), effect);
    });
  }

  it('a refusal of its own words does nothing; an unknown or impossible one cannot be ordered', async () => {
    const post = await piazza.idOf('p1');
    await order({ fault: 'rate-limited', on: 'read' });
    assert.equal((await piazza.wire('GET', `?post=${post}`)).status, 429);
    assert.equal((await piazza.wire('GET', `?post=${post}`)).status, 200);
    assert.equal((await order({ fault: 'terremoto' })).status, 400);
    assert.equal((await order({ fault: 'role-lost' })).status, 400);
    const { possible, own } = (await piazza.control<{ possible: string[]; own: object }>('GET', 'piazza/faults')).body;
    assert.ok(possible.includes('shout') && possible.includes('down') && !possible.includes('role-lost'));
    assert.deepEqual(own, { shout: 'answers in capitals' });
  });

  it('strikes where it is told, after as many as it is told', async () => {
    const post = await piazza.idOf('p1');
    await order({ fault: 'shout', where: 'POST', after: 1 });
    const write = async () => (await piazza.wire('POST', '', { post, text: 'Ancora' })).body;
    assert.ok((await write()).id);
    assert.deepEqual(await write(), { DONE: true });
    assert.ok((await write()).id);
  });

  it('is down for everybody until it comes back', async () => {
    const { baseUrl } = piazza.sandbox.network('piazza');
    await order({ fault: 'down' });
    assert.deepEqual([(await fetch(baseUrl)).status, (await fetch(`${baseUrl}/token`)).status], [503, 503]);
    assert.match(await (await fetch(piazza.sandbox.url)).text(), /non raggiungibile/);
    await piazza.control('DELETE', 'piazza/faults');
    assert.equal((await piazza.wire('GET', '')).status, 200);
  });
});

interface Connected {
  readonly credentials: Readonly<Record<string, string>>;
}

describe('tokens', () => {
  it('run out by the clock, are renewed, and a used renewal logs everything out', async () => {
    const { clock } = piazza.sandbox;
    const renew = async (refresh: string) => {
      const target = `${piazza.sandbox.network('piazza').baseUrl}/token`;
      const answer = await fetch(target, { method: 'POST', body: new URLSearchParams({ refresh }) });
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    };
    const { now } = (await piazza.control<{ now: string }>('POST', 'clock', { advanceSeconds: 3601 })).body;
    assert.ok(Math.abs(Date.parse(now) - clock.now().getTime()) < 5000);
    assert.ok(clock.now().getTime() > Date.now() + 3_600_000);
    assert.deepEqual((await piazza.wire('GET', '')).body, { why: 'expired' });
    const fresh = (await renew(REFRESH)).body;
    assert.equal((await piazza.wire('GET', '', undefined, fresh.access)).status, 200);
    assert.deepEqual((await renew(REFRESH)).body, { why: 'used' });
    assert.deepEqual((await piazza.wire('GET', '', undefined, fresh.access)).body, { why: 'revoked' });
    assert.equal((await renew(`${fresh.refresh}`)).status, 400);
    const connect = async () =>
      (await piazza.control<Connected>('POST', 'piazza/connections', { account: ACCOUNT.id })).body.credentials;
    const credentials = await connect();
    assert.equal((await piazza.wire('GET', '', undefined, credentials.accessToken)).status, 200);
    assert.deepEqual(Object.keys(credentials).sort(), ['accessToken', 'clientSecret', 'refreshToken']);
    assert.deepEqual(await connect(), credentials);
    await piazza.control('POST', 'piazza/token-ends', { account: ACCOUNT.id, kind: 'access', why: 'role-lost' });
    assert.deepEqual((await piazza.wire('GET', '', undefined, credentials.accessToken)).body, { why: 'role-lost' });
    const calls = JSON.stringify((await piazza.control('GET', 'piazza/calls')).body);
    for (const secret of [REFRESH, ...Object.values(credentials)]) assert.ok(!calls.includes(secret));
  });
});
