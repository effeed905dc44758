// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, describe, it } from 'node:test';
import { type NetworkFace, type Sandbox, type SandboxOptions, type Scenario, startSandbox } from './index.ts';

const PAGE = { id: '700100200300500', handle: 'cooperativaesempio', name: 'Cooperativa Esempio' };
const TOKEN = 'token-inventato';
const scenario: Scenario = {
  body: 'cooperativa-esempio',
  networks: {
    facebook: {
      account: PAGE,
      credentials: { pageToken: TOKEN },
      posts: [{ id: 'p1', text: 'Aperte le iscrizioni', hoursAgo: 5 }],
      items: [
        { id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Perché <b>così</b>?', minutesAgo: 50 },
      ],
      arriving: [
        { post: 'p1', parent: 'c1', author: 'Leo Finto', text: 'Me lo chiedo anch’io', afterSeconds: 20 },
        { author: 'Nives Inventata', text: 'Buongiorno a tutti', afterSeconds: 10 },
      ],
    },
  },
};

const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});
const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
after(() => rmSync(folder, { recursive: true }));

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ scenarios: [scenario], timedArrivals: false, ...options });
  open.push(sandbox);
  return sandbox;
}

type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

async function graph(sandbox: Pick<Sandbox, 'network'>, method: string, path: string, form: object = {}) {
  const { baseUrl, secrets } = sandbox.network('facebook');
  const proof = createHmac('sha256', secrets.appSecret ?? '')
    .update(TOKEN)
    .digest('hex');
  const parameters = new URLSearchParams({ appsecret_proof: proof, access_token: TOKEN, ...form });
  const target = `${baseUrl}/v26.0/${path}`;
  const answer = await fetch(
    method === 'POST' ? target : `${target}?${parameters}`,
    method === 'POST' ? { method, body: parameters } : { method },
  );
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
}

async function control(url: string, method: string, path: string, body?: object) {
  const answer = await fetch(`${url}/_sandbox/facebook/${path}`, {
    method,
    ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
}

async function idOf(url: string, key: string): Promise<string> {
  return `${(await control(url, 'GET', `writings/${encodeURIComponent(`cooperativa-esempio/${key}`)}`)).body.id}`;
}

describe('the simulated Graph API', () => {
  it('says that it is simulated, and how much was used', async () => {
    const answer = await graph(await start(), 'GET', 'me', { fields: 'id,name' });
    assert.equal(answer.headers.get('x-portavoce-sandbox'), 'simulated');
    assert.match(answer.headers.get('x-business-use-case-usage') ?? '', /estimated_time_to_regain_access/);
    assert.deepEqual(answer.body, { id: PAGE.id, name: PAGE.name });
  });

  it('refuses wrong tokens, proofs, versions, fields and objects as Meta does', async () => {
    const sandbox = await start();
    const codes = await Promise.all([
      graph(sandbox, 'GET', 'me', { access_token: 'altro' }),
      graph(sandbox, 'GET', 'me', { appsecret_proof: '00' }),
      graph(sandbox, 'GET', 'me', { fields: 'colore' }),
      graph(sandbox, 'GET', '1_2'),
      graph(sandbox, 'POST', `${await idOf(sandbox.url, 'c1')}/replies`, { message: 'x' }),
    ]);
    const errors = codes.map(({ body }) => body.error as { code: number; error_subcode?: number });
    assert.deepEqual(
      errors.map(({ code, error_subcode }) => [code, error_subcode]),
      [
        [190, undefined],
        [100, undefined],
        [100, undefined],
        [100, 33],
        [2500, undefined],
      ],
    );
    const old = await fetch(`${sandbox.network('facebook').baseUrl}/v19.0/me`);
    assert.equal(old.status, 400);
  });

  it('overwrites a comment when the message goes to the wrong place, as the real one does', async () => {
    const sandbox = await start();
    const id = await idOf(sandbox.url, 'c1');
    assert.deepEqual((await graph(sandbox, 'POST', id, { message: 'Sovrascritto' })).body, { success: true });
    assert.equal((await control(sandbox.url, 'GET', `writings/${id}`)).body.text, 'Sovrascritto');
  });

  it('removes what hangs under a removed comment', async () => {
    const sandbox = await start();
    const id = await idOf(sandbox.url, 'c1');
    const { body } = await graph(sandbox, 'POST', `${id}/comments`, { message: 'Sotto' });
    await graph(sandbox, 'DELETE', id);
    assert.equal((await graph(sandbox, 'GET', `${body.id}`)).status, 400);
  });

  it('lets what will arrive arrive once, in its order', async () => {
    const sandbox = await start();
    const next = async () => (await control(sandbox.url, 'POST', 'arrivals')).body.arrived;
    assert.deepEqual([await next(), await next(), await next()], [true, true, false]);
    const { body } = await control(sandbox.url, 'GET', 'writings');
    const texts = (body.writings as { text: string }[]).map(({ text }) => text);
    assert.deepEqual(texts.slice(-2), ['Buongiorno a tutti', 'Me lo chiedo anch’io']);
  });

  it('refuses orders it does not understand', async () => {
    const { url } = await start();
    assert.equal((await control(url, 'POST', 'faults', { fault: 'terremoto' })).status, 400);
    assert.equal((await control(url, 'POST', 'writings', { account: 'nessuna', text: 'x' })).status, 404);
    assert.equal((await control(url, 'GET', 'nulla')).status, 404);
  });
});

describe('webhooks', () => {
  it('are signed over escaped bytes, told again until taken, and registered by handshake', async () => {
    const sandbox = await start({ retrySeconds: [0.01] });
    const taken: { body: string; signature: string }[] = [];
    let refusals = 1;
    const bothTold = Promise.withResolvers<void>();
    const receiver = createServer(async (request, response) => {
      const query = new URL(request.url ?? '', 'http://receiver.invalid').searchParams;
      if (request.method === 'GET') return response.end(query.get('hub.challenge'));
      let body = '';
      for await (const chunk of request) body += chunk;
      taken.push({ body, signature: `${request.headers['x-hub-signature-256']}` });
      response.statusCode = refusals-- > 0 ? 500 : 200;
      response.end(() => taken.length === 2 && bothTold.resolve());
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/avvisi`;
    assert.equal((await control(sandbox.url, 'PUT', 'webhook', { url })).status, 200);
    await control(sandbox.url, 'POST', 'arrivals');
    await bothTold.promise;
    receiver.closeAllConnections();
    receiver.close();
    const [first, second] = taken;
    assert.equal(first?.body, second?.body);
    const expected = createHmac('sha256', `${sandbox.network('facebook').secrets.appSecret}`)
      .update(first?.body ?? '')
      .digest('hex');
    assert.equal(first?.signature, `sha256=${expected}`);
    assert.match(first?.body ?? '', /"verb":"add"/);
  });

  it('write every letter outside ASCII as \\uXXXX', async () => {
    const sandbox = await start({ retrySeconds: [] });
    const receiver = createServer((request, response) => {
      const challenge = new URL(request.url ?? '', 'http://receiver.invalid').searchParams.get('hub.challenge');
      response.end(challenge ?? 'ok');
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await control(sandbox.url, 'PUT', 'webhook', { url });
    const post = await idOf(sandbox.url, 'p1');
    await control(sandbox.url, 'POST', 'writings', { account: PAGE.id, post, author: 'Ada Prova', text: 'perché 👍' });
    await sandbox.network('facebook').settled();
    receiver.closeAllConnections();
    receiver.close();
    const { body } = await control(sandbox.url, 'GET', 'deliveries');
    const [delivery] = body.deliveries as { body: string; answered: number }[];
    assert.equal(delivery?.answered, 200);
    assert.match(delivery?.body ?? '', /perch\\u00e9 \\ud83d\\udc4d/);
  });

  it('are not registered with a receiver that fails the handshake', async () => {
    const sandbox = await start();
    const { status } = await control(sandbox.url, 'PUT', 'webhook', { url: `${sandbox.url}/facebook` });
    assert.equal(status, 400);
  });
});

describe('the control interface', () => {
  const writing = JSON.stringify({ account: PAGE.id, author: 'Ada Prova', text: 'Da fuori' });
  const send = (url: string, headers: Record<string, string>, method = 'POST') =>
    fetch(`${url}/_sandbox/facebook/writings`, { method, headers, ...(method === 'GET' ? {} : { body: writing }) });
  const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

  it('takes orders only as JSON, which a foreign page cannot send unasked', async () => {
    const { url } = await start();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/plain; application/json']) {
      assert.equal((await send(url, { 'content-type': type })).status, 415, type);
    }
    const bare = await fetch(`${url}/_sandbox/facebook/arrivals`, { method: 'POST' });
    assert.equal(bare.status, 415);
    assert.equal((await send(url, JSON_TYPE)).status, 201);
  });

  it('answers nothing to another origin', async () => {
    const { url } = await start();
    for (const origin of ['https://altrove.example', 'null', `${url}.altrove.example`]) {
      assert.equal((await send(url, { ...JSON_TYPE, origin })).status, 403, origin);
      assert.equal((await send(url, { origin }, 'GET')).status, 403, origin);
    }
    assert.equal((await send(url, { ...JSON_TYPE, origin: url })).status, 201);
  });
});

describe('the pages that a person looks at', () => {
  it('show what a citizen sees, safely, and mark what is hidden', async () => {
    const sandbox = await start();
    const text = async () => (await fetch(`${sandbox.url}/facebook/${PAGE.handle}`)).text();
    const before = await text();
    assert.match(before, /Facebook simulato/);
    assert.match(before, /Perché &#60;b&#62;così&#60;\/b&#62;\?/);
    assert.doesNotMatch(before, /Nascosto:|<script/);
    await graph(sandbox, 'POST', await idOf(sandbox.url, 'c1'), { is_hidden: 'true' });
    assert.match(await text(), /Nascosto: il pubblico non lo vede/);
  });

  it('let a citizen write, on the page too', async () => {
    const { url } = await start();
    const action = `${url}/facebook/${PAGE.handle}`;
    const form = new URLSearchParams({ atto: 'bacheca', autore: 'Ugo Esempio', testo: 'Scritto dal modulo' });
    const answer = await fetch(action, { method: 'POST', body: form });
    assert.match(await answer.text(), /Scritto dal modulo/);
    assert.equal((await fetch(`${url}/facebook/nessuna`)).status, 404);
  });
});

describe('state', () => {
  it('survives, even when the last line was cut', async () => {
    const stateDir = join(folder, 'mondo');
    const first = await start({ stateDir });
    const id = await idOf(first.url, 'c1');
    await graph(first, 'POST', id, { is_hidden: 'true' });
    await first.close();
    appendFileSync(join(stateDir, 'facebook.ndjson'), '{"type":"hid');
    const second = await start({ stateDir });
    assert.equal(await idOf(second.url, 'c1'), id);
    assert.equal((await graph(second, 'GET', id, { fields: 'is_hidden' })).body.is_hidden, true);
    const { body } = await graph(second, 'POST', `${id}/comments`, { message: 'Dopo la ripresa' });
    await second.close();
    const third = await start({ stateDir });
    assert.equal((await graph(third, 'GET', `${body.id}`)).status, 200);
    assert.equal(((await control(third.url, 'GET', 'writes')).body.writes as object[]).length, 2);
  });

  it('keeps the secrets drawn for this world, which no other world has', async () => {
    const stateDir = join(folder, 'segreti');
    const first = await start({ stateDir });
    const secretsOf = (sandbox: Sandbox) => sandbox.network('facebook').secrets;
    const { appSecret = '', verifyToken = '' } = secretsOf(first);
    await first.close();
    const second = await start({ stateDir });
    assert.deepEqual(secretsOf(second), secretsOf(first));
    const other = await start();
    assert.notEqual(secretsOf(other).appSecret, appSecret);
    assert.notEqual(secretsOf(other).verifyToken, verifyToken);
    assert.ok(appSecret.length >= 32 && verifyToken.length >= 32 && appSecret !== verifyToken);
    const given = await start({ stateDir, secrets: { facebook: { appSecret: 'dato' } } });
    assert.deepEqual(secretsOf(given), { ...secretsOf(first), appSecret: 'dato' });
  });

  it('is kept by the program too, through a sudden end', async () => {
    const [scenarios, state] = [mkdtempSync(join(folder, 'scenari-')), join(folder, 'stato')];
    writeFileSync(join(scenarios, 'cooperativa-esempio.json'), JSON.stringify(scenario));
    const run = async () => {
      const file = join(import.meta.dirname, 'main.ts');
      const child = spawn(process.execPath, [file, '--port', '0', '--state', state, '--scenario', scenarios]);
      const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
      const { ready, url, networks } = JSON.parse(line) as {
        ready: boolean;
        url: string;
        networks: Sandbox['networks'];
      };
      assert.equal(ready, true);
      return { child, url, networks, network: (name: string) => networks[name] as NetworkFace };
    };
    const first = await run();
    const id = await idOf(first.url, 'c1');
    await graph(first, 'DELETE', id);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await run();
    assert.equal((await control(second.url, 'GET', `writings/${id}`)).body.deleted, true);
    second.child.kill('SIGTERM');
    assert.deepEqual(await once(second.child, 'exit'), [0, null]);
  });
});
