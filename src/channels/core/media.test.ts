// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import { fetchMedia } from './media.ts';

const server = createServer((request, response) => {
  if (request.url === '/missing') response.statusCode = 404;
  response.end(request.url === '/empty' ? '' : Buffer.alloc(1000, 7));
});
let base = '';
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const fetched = (path: string, largest = 1000) =>
  fetchMedia({ url: `${base}${path}` }, { largest, timeoutMilliseconds: 2000 });

it('reads the bytes of a picture', async () => {
  const media = await fetched('/picture');
  assert.ok(media.kind === 'bytes');
  assert.deepEqual([media.bytes.length, media.bytes[999]], [1000, 7]);
});

it('says why they could not be had', async () => {
  assert.deepEqual(await fetched('/missing'), { kind: 'failed', code: 'media-http-404' });
  assert.deepEqual(await fetched('/empty'), { kind: 'failed', code: 'media-empty' });
  assert.deepEqual(await fetched('/picture', 999), { kind: 'failed', code: 'media-too-large' });
  const nowhere = await fetchMedia({ url: 'http://127.0.0.1:9/x' }, { largest: 1, timeoutMilliseconds: 2000 });
  assert.ok(nowhere.kind === 'failed' && nowhere.code.startsWith('media-'), JSON.stringify(nowhere));
  assert.equal((await fetchMedia({ url: 'non un indirizzo' }, { largest: 1, timeoutMilliseconds: 9 })).kind, 'failed');
});
