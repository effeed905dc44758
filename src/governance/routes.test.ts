// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Log, servedAt, serverOf, silentLog } from '#platform';
import { governanceRoutes } from './routes.ts';

const at = servedAt({ host: '127.0.0.1', publicUrl: 'https://banco.ente.example' }, 3000);
const CREDENTIALS = { email: 'persona@prova.example', password: 'parola' };

/** One sign-in through the routes, with a library that answers as told. */
async function entered(answer: Response, waitSeconds = 0) {
  const warned: object[] = [];
  const relayed: Request[] = [];
  const log: Log = { ...silentLog, warn: (facts) => void warned.push(facts) };
  const server = await serverOf({ log, at, proxies: [] });
  const never = () => Promise.reject(new Error('not asked for here'));
  const handle = async (request: Request) => {
    relayed.push(request);
    return answer;
  };
  governanceRoutes(server, {
    signIn: { handle, personOf: never, waitingOf: never, startSession: never, enrol: never },
    attempts: {
      begin: async () => ({ waitSeconds }),
      succeeded: async () => {},
      digestOf: (email) => `impronta di ${email.length}`,
      sweep: never,
    },
    guard: { signedIn: never, actor: never, admit: never, limits: never, stillMay: never, session: never },
    log,
    url: at.url,
    demo: false,
    hasFactor: async () => false,
    leavingAddress: never,
  });
  const headers = {
    host: 'banco.ente.example',
    'x-forwarded-host': 'evil.example',
    'x-portavoce-address': '203.0.113.1',
  };
  const payload = { ...CREDENTIALS, callbackURL: 'https://evil.example' };
  const response = await server.inject({ method: 'POST', url: '/api/auth/sign-in/email', headers, payload });
  await server.close();
  return { response, warned, relayed };
}

it('a refusal is one line in the log, which names nobody', async () => {
  const refusals = [await entered(Response.json({}, { status: 401 })), await entered(Response.json({}), 30)];
  for (const { response, warned } of refusals) {
    assert.equal(warned.length, 1);
    assert.match(JSON.stringify(warned), /impronta di 21/);
    assert.ok(!JSON.stringify(warned).includes('prova.example'));
    assert.ok(response.statusCode === 401 || response.statusCode === 429);
  }
});

it('what the library hears comes from us: the address, the connection, and two fields', async () => {
  const { relayed, response } = await entered(Response.json({ token: 'segreto' }));
  const [request] = relayed;
  assert.equal(request?.url, 'https://banco.ente.example/api/auth/sign-in/email');
  assert.equal(request?.headers.get('x-portavoce-address'), '127.0.0.1');
  assert.deepEqual(await request?.json(), CREDENTIALS);
  assert.deepEqual(response.json(), { signedIn: true });
});

it('the library’s own limit, its refusals and its faults keep their meaning', async () => {
  const codeOf = async (status: number) => (await entered(Response.json({}, { status }))).response.json().code;
  assert.deepEqual(await Promise.all([429, 400, 403, 500].map(codeOf)), [
    'TOO_MANY_ATTEMPTS',
    'SIGN_IN_WRONG',
    'FOREIGN_ORIGIN',
    'DATABASE_AWAY',
  ]);
});
