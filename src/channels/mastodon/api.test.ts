// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import type { Command, ConnectedAccount } from '../port.ts';
import { mastodonAdapter } from './adapter.ts';
import { apiOf, Unanswered } from './api.ts';

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An instance that answers as told; it keeps what it heard. */
async function instance(answer: (heard: Heard, response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString('latin1') };
    heard.push(one);
    answer(one, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { baseUrl, heard, [Symbol.asyncDispose]: async () => void (await new Promise((end) => server.close(end))) };
}

const say = (response: ServerResponse, status: number, type: string, body: string): void => {
  response.writeHead(status, { 'content-type': type, connection: 'close' });
  response.end(body);
};
const json = (response: ServerResponse, body: object, status = 200): void =>
  say(response, status, 'application/json', JSON.stringify(body));

const failureOf = async (asking: PromiseLike<unknown>) => {
  try {
    await asking;
  } catch (cause) {
    if (cause instanceof Unanswered) return cause.failed;
    throw cause;
  }
  return assert.fail('it was answered');
};

it('follows no redirect: the token would go along', async () => {
  await using there = await instance(({ url }, response) => {
    response.writeHead(302, { location: `/altrove${url}`, connection: 'close' });
    response.end();
  });
  const { client } = apiOf({ baseUrl: there.baseUrl, token: 'segreto' });
  const failed = await failureOf(client.v1.statuses.$select('1').fetch());
  assert.deepEqual([failed.kind, there.heard.length], ['unclear', 1]);
});

it('sends the token in a header alone, and names lists as the interface does', async () => {
  await using there = await instance((_heard, response) => json(response, []));
  const { client } = apiOf({ baseUrl: there.baseUrl, token: 'segreto' });
  await client.v1.notifications.list({ types: ['mention'], minId: '7', limit: 3 });
  assert.equal(there.heard[0]?.url, '/api/v1/notifications?types[]=mention&min_id=7&limit=3');
  assert.equal(there.heard[0]?.headers.authorization, 'Bearer segreto');
});

it('keeps an order to the library out of the form, and waits for nothing', async () => {
  await using there = await instance((_heard, response) => json(response, { id: '9', type: 'video', url: null }, 202));
  const { client } = apiOf({ baseUrl: there.baseUrl, token: 'segreto' });
  const file = new File(['xx'], 'video', { type: 'video/mp4' });
  await client.v2.media.create({ file, description: 'Un video', skipPolling: true });
  assert.equal(there.heard.length, 1);
  const body = there.heard[0]?.body ?? '';
  assert.ok(body.includes('name="file"; filename="video"') && body.includes('Content-Type: video/mp4'), body);
  assert.ok(!body.includes('skip'), body);
});

it('keeps the status of a refusal that is not JSON, and of one without a type', async () => {
  for (const type of ['text/html', 'text/plain']) {
    await using there = await instance((_heard, response) => say(response, 422, type, 'no'));
    const { client } = apiOf({ baseUrl: there.baseUrl, token: 'segreto' });
    const failed = await failureOf(client.v1.statuses.create({ status: 'x' }));
    assert.equal(failed.kind === 'refused' && failed.status, 422);
  }
});

it('an id that would climb to another address is never asked for', async () => {
  await using there = await instance((_heard, response) => json(response, {}));
  const { client } = apiOf({ baseUrl: there.baseUrl, token: 'segreto' });
  await failureOf(client.v1.statuses.$select('..').fetch());
  assert.equal(there.heard.length, 0);
});

const account = (baseUrl: string): ConnectedAccount => ({
  ...{ externalId: '1', handle: 'comune@social.example', baseUrl },
  credentials: { accessToken: 'segreto' },
});
const author = (id: string, acct: string) => ({ id, acct, username: acct.split('@')[0] });

/** A status as smaller servers give it: nothing beyond what is needed. */
const bare = (id: string, more: object = {}) => ({
  ...{ id, created_at: '2026-11-22T09:00:00Z', account: author('2', 'ada@altrove.example'), content: '<p>Ciao</p>' },
  ...more,
});

it('a server that tells little is read all the same, without allowance, counts or conversations (snac2)', async () => {
  await using there = await instance(({ url }, response) => {
    if (url.includes('verify_credentials')) return json(response, author('1', 'comune'));
    if (url.includes('/accounts/1/statuses')) return json(response, [bare('10', { account: author('1', 'comune') })]);
    if (url.includes('/context')) {
      return json(response, { ancestors: [], descendants: [bare('11', { in_reply_to_id: '10' }), { strano: true }] });
    }
    if (url.includes('/notifications')) {
      const created_at = '2026-11-22T09:05:00Z';
      return json(response, [{ id: 'n1', type: 'mention', created_at, status: bare('12', { visibility: 'direct' }) }]);
    }
    say(response, 404, 'text/html', 'not found');
  });
  const pulled = await mastodonAdapter().pull(account(there.baseUrl), null);
  assert.deepEqual(
    pulled.events.map((event) => ('kind' in event ? [event.externalId, event.kind] : event)),
    [
      ['11', 'comment'],
      ['12', 'message'],
    ],
  );
  assert.deepEqual([pulled.unreadable, pulled.waitSeconds], [1, undefined]);
});

it('what was said to few is answered to no more', async () => {
  for (const visibility of ['unlisted', 'private', 'direct', 'public', 'local']) {
    await using there = await instance(({ method, url }, response) => {
      if (method === 'POST') return json(response, { id: '20' });
      return url.includes('instance')
        ? say(response, 404, 'text/html', '')
        : json(response, bare('12', { visibility }));
    });
    const order: Command = { type: 'reply', key: 'k', target: '12', post: null, text: 'Grazie' };
    assert.equal((await mastodonAdapter().write(account(there.baseUrl), order)).state, 'accepted');
    const sent = JSON.parse(there.heard.at(-1)?.body ?? '') as { visibility: string };
    assert.equal(sent.visibility, visibility === 'local' ? 'public' : visibility);
    assert.equal(there.heard.at(-1)?.headers['idempotency-key'], 'k');
  }
});

it('a post with a poll is not edited: its votes would be lost', async () => {
  await using there = await instance((_heard, response) =>
    json(response, bare('12', { account: author('1', 'comune'), poll: { id: '1' } })),
  );
  const order: Command = { type: 'edit-post', key: 'k', target: '12', text: 'Altro' };
  const outcome = await mastodonAdapter().write(account(there.baseUrl), order);
  assert.equal(outcome.state === 'refused' && outcome.error.code, 'has-poll');
  assert.ok(there.heard.every(({ method }) => method === 'GET'));
});

it('nobody listening: the write surely did not happen', async () => {
  const there = await instance((_heard, response) => json(response, {}));
  await there[Symbol.asyncDispose]();
  const order: Command = { type: 'ban', key: 'k', target: '2', post: null };
  const outcome = await mastodonAdapter().write(account(there.baseUrl), order);
  assert.equal(outcome.state === 'refused' && outcome.error.kind, 'transient');
});
