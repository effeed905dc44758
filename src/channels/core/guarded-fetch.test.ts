// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { fetchGuarded } from './guarded-fetch.ts';

const opened: (() => void)[] = [];
after(() => {
  for (const close of opened) close();
});

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const guarding = (homes: readonly string[], largest = 1000) => ({ homes, largest, timeoutMilliseconds: 2000 });
const codeOf = async (url: string, homes: readonly string[] = [], largest?: number) => {
  const came = await fetchGuarded(url, guarding(homes, largest));
  return came.kind === 'failed' ? came.code : came.bytes.length;
};

describe('an address is asked', () => {
  it('at home, as it is', async () => {
    const home = await served((_request, response) => response.end('bytes'));
    assert.equal(await codeOf(`${home}/a.png`, [`${home}/v1`]), 5);
  });

  it('elsewhere only over TLS and on the open Internet: nobody on the own network hears of it', async () => {
    let asked = 0;
    const inside = await served((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const { port } = new URL(inside);
    const refused = [
      ...[inside, `https://127.0.0.1:${port}/`, `https://[::1]:${port}/`, `https://localhost:${port}/`],
      ...[`https://[::ffff:127.0.0.1]:${port}/`, `https://2130706433:${port}/`, `https://0x7f.1:${port}/`],
      ...['https://169.254.169.254/latest/meta-data', 'http://social.example/a.png', 'file:///etc/passwd'],
      ...['https://user:word@social.example/a.png', 'not an address', ''],
    ];
    for (const url of refused) assert.equal(await codeOf(url), 'media-address-refused', url);
    assert.equal(asked, 0);
  });

  it('through moves too, and each is looked at', async () => {
    let asked = 0;
    const inside = await served((_request, response) => {
      asked += 1;
      response.end('secret');
    });
    const home = await served((request, response) => {
      const to = { '/out': `${inside}/`, '/round': '/round', '/on': '/there' }[request.url ?? ''];
      if (to === undefined) response.end('there');
      else response.writeHead(302, { location: to }).end();
    });
    assert.equal(await codeOf(`${home}/on`, [home]), 5);
    assert.equal(await codeOf(`${home}/out`, [home]), 'media-address-refused');
    assert.equal(await codeOf(`${home}/round`, [home]), 'media-moved-too-often');
    assert.equal(asked, 0);
  });
});

describe('what comes', () => {
  it('is dropped when there is too much of it, announced or not', async () => {
    let sent = 0;
    const home = await served((request, response) => {
      if (request.url === '/told') return void response.writeHead(200, { 'content-length': '5000' }).end('x');
      const more = () => {
        sent += 100_000;
        if (!response.destroyed) response.write(Buffer.alloc(100_000), more);
      };
      more();
    });
    assert.equal(await codeOf(`${home}/told`, [home]), 'media-too-large');
    assert.equal(await codeOf(`${home}/endless`, [home], 500_000), 'media-too-large');
    assert.ok(sent < 50_000_000);
  });

  it('is a failure by its own name', async () => {
    const home = await served((request, response) => {
      if (request.url === '/silent') return;
      response.writeHead(request.url === '/empty' ? 200 : 404).end();
    });
    assert.equal(await codeOf(`${home}/gone`, [home]), 'media-http-404');
    assert.equal(await codeOf(`${home}/empty`, [home]), 'media-empty');
    assert.equal(await codeOf(`${home}/silent`, [home]), 'media-timeout');
  });
});
