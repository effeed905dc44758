// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { logTo, silentLog } from '../log.ts';
import { servedAt } from './served-at.ts';
import { serverOf } from './server.ts';

const PORT = 3000;
const HOST = `127.0.0.1:${PORT}`;
const at = servedAt({ host: '127.0.0.1', publicUrl: undefined }, PORT);

const databaseError = (code: string) => Object.assign(new Error('from the database'), { code });

async function serverWith(proxies: readonly string[], served = at): Promise<FastifyInstance> {
  const server = await serverOf({ log: silentLog, at: served, proxies });
  server.get('/who', async (request) => ({ ip: request.ip }));
  server.post('/act', async () => ({ done: true }));
  server.get<{ Params: { code: string } }>('/database/:code', async ({ params }) => {
    throw databaseError(params.code);
  });
  server.get('/missing-file', async () => {
    throw Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' });
  });
  return server;
}

let server: FastifyInstance;
before(async () => {
  server = await serverWith([]);
});
after(() => server.close());

async function ask(options: InjectOptions, which = server) {
  const { statusCode, payload } = await which.inject({ ...options, headers: { host: HOST, ...options.headers } });
  return { status: statusCode, code: (JSON.parse(payload) as { code?: string }).code };
}

describe('the name asked for', () => {
  for (const host of [
    'evil.example',
    'evil.example:3000',
    '127.0.0.1:4000',
    '127.0.0.1',
    'localhost:3000.evil.example',
  ])
    it(`${host} is refused`, async () => {
      assert.deepEqual(await ask({ url: '/who', headers: { host } }), { status: 421, code: 'HOST_UNKNOWN' });
    });

  for (const host of ['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:3000', '[::1]:3000'])
    it(`${host} is ours`, async () => {
      assert.equal((await ask({ url: '/who', headers: { host } })).status, 200);
    });

  it('is not what a proxy says it was', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': HOST };
    const trusting = await serverWith(['127.0.0.1']);
    assert.equal((await ask({ url: '/who', headers }, trusting)).status, 421);
    assert.equal((await ask({ url: '/who', headers: { 'x-forwarded-host': 'evil.example' } }, trusting)).status, 200);
    await trusting.close();
  });
});

describe('the page that acts', () => {
  const act = (headers: Record<string, string>, which = server) =>
    ask({ method: 'POST', url: '/act', payload: {}, headers }, which);

  it('is one of ours, under any of our names', async () => {
    for (const origin of ['http://127.0.0.1:3000', 'http://localhost:3000'])
      assert.equal((await act({ origin })).status, 200);
    assert.equal((await act({})).status, 200);
  });

  it('is not another site’s, nor one with another scheme or port', async () => {
    for (const origin of ['http://evil.example', 'https://127.0.0.1:3000', 'http://127.0.0.1:4000', 'null'])
      assert.deepEqual(await act({ origin }), { status: 403, code: 'FOREIGN_ORIGIN' }, origin);
    assert.equal((await act({ 'sec-fetch-site': 'cross-site' })).status, 403);
  });

  it('is at the public address where there is one', async () => {
    const served = servedAt({ host: '127.0.0.1', publicUrl: 'https://banco.ente.example' }, PORT);
    const named = await serverWith([], served);
    const host = 'banco.ente.example';
    assert.equal((await act({ host, origin: 'https://banco.ente.example' }, named)).status, 200);
    assert.equal((await act({ host, origin: 'http://banco.ente.example' }, named)).status, 403);
    // A proxy that does not pass the name on.
    assert.equal((await act({ origin: 'https://banco.ente.example' }, named)).status, 200);
    assert.equal((await act({ origin: `http://${HOST}` }, named)).status, 403);
    await named.close();
  });
});

describe('a client’s address', () => {
  const seen = async (which: FastifyInstance) => {
    const headers = { host: HOST, 'x-forwarded-for': '203.0.113.9' };
    return ((await which.inject({ url: '/who', headers })).json() as { ip: string }).ip;
  };

  it('is the connection’s, whatever a client writes', async () => assert.equal(await seen(server), '127.0.0.1'));

  it('is what a proxy says, where the proxy is named', async () => {
    const trusting = await serverWith(['127.0.0.1']);
    assert.equal(await seen(trusting), '203.0.113.9');
    const other = await serverWith(['192.0.2.1']);
    assert.equal(await seen(other), '127.0.0.1');
    await Promise.all([trusting.close(), other.close()]);
  });
});

describe('what goes wrong keeps its own status', () => {
  const cases: readonly (readonly [string, InjectOptions, number, string])[] = [
    ['no such page', { url: '/nowhere' }, 404, 'NOT_FOUND'],
    ['an address that cannot be decoded', { url: '/database/%ZZ' }, 400, 'REQUEST_UNREADABLE'],
    [
      'a content of another type',
      { method: 'POST', url: '/act', payload: '<a/>', headers: { 'content-type': 'text/xml' } },
      415,
      'MEDIA_TYPE_UNSUPPORTED',
    ],
    [
      'a content that is not JSON',
      { method: 'POST', url: '/act', payload: '{', headers: { 'content-type': 'application/json' } },
      400,
      'REQUEST_UNREADABLE',
    ],
    [
      'a content too large',
      { method: 'POST', url: '/act', payload: { text: 'x'.repeat(1_100_000) } },
      413,
      'CONTENT_TOO_LARGE',
    ],
    ['a NUL for the database', { url: '/database/22021' }, 422, 'REQUEST_INVALID'],
    ['a value out of range', { url: '/database/22P02' }, 422, 'REQUEST_INVALID'],
    ['a deadlock', { url: '/database/40P01' }, 503, 'DATABASE_AWAY'],
    ['a serialization failure', { url: '/database/40001' }, 503, 'DATABASE_AWAY'],
    ['a broken rule of the schema', { url: '/database/23505' }, 500, 'UNEXPECTED'],
    ['a file of ours that is missing', { url: '/missing-file' }, 500, 'UNEXPECTED'],
  ];
  for (const [what, options, status, code] of cases)
    it(`${what}: ${status}`, async () => assert.deepEqual(await ask(options), { status, code }));

  it('too many requests: 429, with when to come back', async () => {
    const busy = await serverWith([]);
    let last = await busy.inject({ url: '/who', headers: { host: HOST } });
    for (let count = 0; last.statusCode === 200 && count < 1300; count++)
      last = await busy.inject({ url: '/who', headers: { host: HOST } });
    assert.equal(last.statusCode, 429);
    assert.equal((last.json() as { code: string }).code, 'RATE_LIMITED');
    assert.ok(Number(last.headers['retry-after']) > 0);
    await busy.close();
  });

  it('a request as one makes it to a proxy: 404', async () => {
    const listening = await serverWith(
      [],
      servedAt({ host: '127.0.0.1', publicUrl: 'http://banco.ente.example' }, PORT),
    );
    await listening.listen({ host: '127.0.0.1', port: 0 });
    const { port } = listening.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.end('GET http://banco.ente.example/who HTTP/1.1\r\nHost: banco.ente.example\r\nConnection: close\r\n\r\n');
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    assert.match(chunk.toString(), /^HTTP\/1\.1 404 /);
    socket.destroy();
    await listening.close();
  });
});

it('of an unexpected error the log tells the route, never the address: some are keys', async () => {
  const lines: string[] = [];
  const telling = await serverOf({ log: logTo((line) => void lines.push(line), 'info'), at, proxies: [] });
  telling.get('/uffici/:token', async () => {
    throw new Error('unforeseen');
  });
  await telling.inject({ url: '/uffici/segretissimo', headers: { host: HOST } });
  await telling.close();
  assert.match(lines.join('\n'), /GET \/uffici\/:token/);
  assert.doesNotMatch(lines.join('\n'), /segretissimo/);
});
