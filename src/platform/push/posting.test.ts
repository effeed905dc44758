// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, it } from 'node:test';
import { post } from './posting.ts';

// A server within, and a name of the open internet that somebody made to point there.

let inner: Server;
let connections = 0;
let port = 0;
before(async () => {
  inner = createServer((_request, response) => response.writeHead(201).end());
  inner.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((listening) => inner.listen(0, '127.0.0.1', listening));
  port = (inner.address() as AddressInfo).port;
});
beforeEach(() => {
  connections = 0;
});
after(() => new Promise<void>((closed) => void inner.close(() => closed())));

const sealed = { headers: { ttl: 60 }, body: Buffer.from('x') };
const place = (isOwn: boolean, hostname = 'avvisi.example') => ({
  ...{ url: new URL(`http://${hostname}:${port}/p`), carrier: 'x', isOwn },
});
const found =
  (...addresses: readonly string[]) =>
  (_name: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );

for (const addresses of [['127.0.0.1'], ['142.250.180.1', '127.0.0.1'], ['127.0.0.1', '142.250.180.1']])
  it(`does not connect to a name that is ${addresses.join(' and ')}`, async () => {
    const answer = await post(place(false), sealed, { timeoutMilliseconds: 5000, lookup: found(...addresses) });
    assert.deepEqual(answer, { answered: false, reason: 'ADDRESS_NOT_PUBLIC' });
    assert.equal(connections, 0);
  });

it('connects within where the installation named the place', async () => {
  const answer = await post(place(true, '127.0.0.1'), sealed, { timeoutMilliseconds: 5000 });
  assert.deepEqual(answer, { answered: true, status: 201, retryAfter: undefined });
  assert.equal(connections, 1);
});

it('says that a name is nobody’s', async () => {
  const answer = await post(place(false), sealed, { timeoutMilliseconds: 5000, lookup: found() });
  assert.deepEqual(answer, { answered: false, reason: 'ENOTFOUND' });
});

it('waits so long, and no longer', async () => {
  const silent = createServer(() => {});
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  const url = new URL(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/p`);
  const answer = await post({ url, carrier: 'x', isOwn: true }, sealed, { timeoutMilliseconds: 50 });
  assert.deepEqual(answer, { answered: false, reason: 'TIMEOUT' });
  silent.closeAllConnections();
  await new Promise((closed) => silent.close(closed));
});
