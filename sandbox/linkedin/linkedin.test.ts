// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';
import { commentaryOf, shownText } from './little-text.ts';

const PAGE = { id: 'urn:li:organization:42', handle: 'ente-esempio', name: 'Ente Esempio' };
const TOKEN = 'token-inventato';
let sandbox: Sandbox;
let base = '';
before(async () => {
  const posts = [{ id: 'p1', text: 'Avviso', hoursAgo: 2 }];
  const items = [
    { id: 'c1', kind: 'comment' as const, post: 'p1', author: 'Ada Prova', text: 'Perché?', minutesAgo: 9 },
  ];
  const scenario = { account: PAGE, credentials: { accessToken: TOKEN }, posts, items };
  const scenarios = [{ body: 'ente-esempio', networks: { linkedin: scenario } }];
  sandbox = await startSandbox({ networks: ['linkedin'], scenarios, timedArrivals: false });
  base = sandbox.network('linkedin').baseUrl;
});
after(() => sandbox.close());

const HEADERS = {
  authorization: `Bearer ${TOKEN}`,
  'linkedin-version': '202609',
  'x-restli-protocol-version': '2.0.0',
};
const encoded = encodeURIComponent(PAGE.id);
const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${base}/rest/${path}`, { headers: { ...HEADERS, ...headers } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const control = async (method: string, path: string, body?: object) => {
  const headers = { 'content-type': 'application/json' };
  const url = `${sandbox.url}/_sandbox/linkedin/${path}`;
  const answer = await fetch(url, { method, ...(body && { headers, body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, string>;
};

describe('the simulated LinkedIn', () => {
  it('refuses what the real one would', async () => {
    const posts = `posts?q=author&author=${encoded}`;
    const answers = await Promise.all([
      ask(posts),
      ask(posts, { authorization: 'Bearer altro' }),
      ask(posts, { 'linkedin-version': '202401' }),
      ask(posts, { 'linkedin-version': '' }),
      ask(posts, { 'x-restli-protocol-version': '1.0.0' }),
      ask(`posts?q=author&author=${PAGE.id}`),
      ask(`${posts}&colour=blue`),
      ask('shares'),
      ask(`socialActions/${encodeURIComponent('urn:li:share:1')}/comments`),
    ]);
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.code]),
      [
        [200, undefined],
        [401, 'INVALID_ACCESS_TOKEN'],
        [426, 'NONEXISTENT_VERSION'],
        [400, 'VERSION_MISSING'],
        [400, 'ILLEGAL_ARGUMENT'],
        [400, 'ILLEGAL_ARGUMENT'],
        [400, 'ILLEGAL_ARGUMENT'],
        [404, 'RESOURCE_NOT_FOUND'],
        [404, 'NOT_FOUND'],
      ],
    );
  });

  it('ends a text at a sign that is not escaped', () => {
    assert.equal(shownText('Orari (nuovi) e altro'), 'Orari');
    assert.equal(shownText(commentaryOf('Orari (nuovi) e {altro}')), 'Orari (nuovi) e {altro}');
    assert.equal(shownText('{hashtag|\\#|Città} e #altro'), '#Città e #altro');
  });

  it('gives tokens for a code once, to the application alone', async () => {
    const { clientId = '', clientSecret = '' } = sandbox.network('linkedin').secrets;
    const redirect = 'https://desk.example/torna';
    const asked = { response_type: 'code', client_id: clientId, redirect_uri: redirect, state: 's', scope: 'x' };
    const came = await fetch(`${base}/oauth/v2/authorization?${new URLSearchParams(asked)}`, { redirect: 'manual' });
    const code = new URL(came.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const redeem = async (secret: string) => {
      const form = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirect,
        client_id: clientId,
        client_secret: secret,
      };
      return (await fetch(`${base}/oauth/v2/accessToken`, { method: 'POST', body: new URLSearchParams(form) })).status;
    };
    assert.deepEqual([await redeem('altro'), await redeem(clientSecret), await redeem(clientSecret)], [401, 200, 400]);
  });

  it('challenges a receiver, and signs over what it puts before the body', async () => {
    const { clientSecret = '' } = sandbox.network('linkedin').secrets;
    const hex = (text: string) => createHmac('sha256', clientSecret).update(text).digest('hex');
    const taken: { body: string; signature: string }[] = [];
    const receiver = createServer(async (request, response) => {
      const challengeCode = new URL(request.url ?? '', 'http://receiver.invalid').searchParams.get('challengeCode');
      if (challengeCode !== null)
        return response.end(JSON.stringify({ challengeCode, challengeResponse: hex(challengeCode) }));
      let body = '';
      for await (const chunk of request) body += chunk;
      taken.push({ body, signature: `${request.headers['x-li-signature']}` });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    try {
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
      await control('PUT', 'webhook', { url });
      const { id: post } = await control('GET', 'writings/ente-esempio%2Fp1');
      await control('POST', 'writings', { account: PAGE.id, post, author: 'Ada Prova', text: 'perché 👍' });
      await sandbox.network('linkedin').settled();
    } finally {
      receiver.closeAllConnections();
      receiver.close();
    }
    const [first] = taken;
    assert.equal(first?.signature, hex(`hmacsha256=${first?.body}`));
    assert.match(first?.body ?? '', /"action":"COMMENT"/);
  });
});
