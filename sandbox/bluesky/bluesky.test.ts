// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const PASSWORD = 'parola-di-prova';
const ENTE = 'did:plc:enteinventato22222222222';
const POST = 'app.bsky.feed.post';
const GATE = 'app.bsky.feed.threadgate';

let sandbox: Sandbox;
let token: string;
let post: string;

before(async () => {
  sandbox = await startSandbox({
    networks: ['bluesky'],
    timedArrivals: false,
    scenarios: [
      {
        body: 'comune-di-esempio',
        networks: {
          bluesky: {
            account: { id: ENTE, handle: 'comune', name: 'Comune di Esempio' },
            credentials: { appPassword: PASSWORD },
            posts: [{ id: 'p1', text: 'Orari nuovi', hoursAgo: 2 }],
            items: [{ id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie', minutesAgo: 5 }],
          },
        },
      },
    ],
  });
  token = String((await login(ENTE, PASSWORD)).body.accessJwt);
  [post = ''] = (await listed(POST)).map(({ uri }) => uri);
});
after(() => sandbox.close());

type Body = Record<string, unknown>;
interface Stored {
  readonly uri: string;
  readonly cid: string;
  readonly value: Body;
}

async function ask(method: string, { query, body, as = token, proxy }: Asked = {}) {
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const answer = await fetch(`${sandbox.network('bluesky').baseUrl}/xrpc/${method}${search}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(as !== '' && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(proxy !== undefined && { 'atproto-proxy': proxy }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
}

interface Asked {
  readonly query?: Record<string, string>;
  readonly body?: object;
  readonly as?: string;
  readonly proxy?: string;
}

const login = (identifier: string, password: string) =>
  ask('com.atproto.server.createSession', { body: { identifier, password }, as: '' });
const listed = async (collection: string): Promise<Stored[]> => {
  const { body } = await ask('com.atproto.repo.listRecords', { query: { repo: ENTE, collection } });
  return body.records as Stored[];
};
const create = (collection: string, record: object, rkey?: string) =>
  ask('com.atproto.repo.createRecord', { body: { repo: ENTE, collection, record, ...(rkey && { rkey }) } });
const writing = (text: string, more: object = {}) => ({
  ...{ $type: POST, text, createdAt: '2026-11-22T10:00:00.000Z' },
  ...more,
});

describe('the simulated account server', () => {
  it('signs in by name or identifier, and renews once with each token', async () => {
    for (const name of [ENTE, 'comune', 'comune.sandbox.example'])
      assert.equal((await login(name, PASSWORD)).status, 200);
    assert.equal((await login(ENTE, 'altra')).body.error, 'AuthenticationRequired');
    const { body } = await login(ENTE, PASSWORD);
    const renew = () => ask('com.atproto.server.refreshSession', { body: {}, as: String(body.refreshJwt) });
    assert.deepEqual([(await renew()).status, (await renew()).body.error], [200, 'InvalidToken']);
  });

  it('refuses whoever is nobody, and knows no strange names or methods', async () => {
    assert.equal((await ask('com.atproto.server.getSession', { as: '' })).body.error, 'AuthMissing');
    assert.equal((await ask('com.atproto.server.getSession', { as: 'altro' })).body.error, 'InvalidToken');
    assert.equal((await ask('app.bsky.feed.getPosts', { query: { uri: post } })).body.error, 'InvalidRequest');
    assert.equal((await ask('app.bsky.feed.prendiPosts')).status, 501);
    assert.equal((await create(POST, writing('x', { colore: 'blu' }))).body.error, 'InvalidRequest');
    assert.equal((await create(POST, writing('a'.repeat(301)))).body.error, 'InvalidRequest');
    const foreign = { repo: 'did:plc:altroente22222222222222', collection: POST, record: writing('x') };
    assert.equal((await ask('com.atproto.repo.createRecord', { body: foreign })).status, 401);
  });

  it('is in trouble when a key is taken, as the real one is', async () => {
    const first = await create(POST, writing('Una volta'), '3m5zgbk3g2k2a');
    assert.deepEqual([first.status, first.body.uri], [200, `at://${ENTE}/${POST}/3m5zgbk3g2k2a`]);
    assert.equal((await create(POST, writing('Una volta'), '3m5zgbk3g2k2a')).status, 500);
  });

  it('writes over a record only in the version that was read', async () => {
    const rkey = post.split('/').at(-1) ?? '';
    const record = { $type: GATE, post, createdAt: '2026-11-22T10:00:00.000Z', allow: [] };
    const put = (swapRecord: string | null) =>
      ask('com.atproto.repo.putRecord', { body: { repo: ENTE, collection: GATE, rkey, record, swapRecord } });
    assert.equal((await put('bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a')).body.error, 'InvalidSwap');
    assert.equal((await put(null)).status, 200);
    assert.equal((await put(null)).body.error, 'InvalidSwap');
    const [gate] = await listed(GATE);
    assert.deepEqual(gate?.value.allow, []);
    assert.equal((await put(gate?.cid ?? '')).status, 200);
  });

  it('takes a reply only to something that stands there in that version', async () => {
    const [root] = (await listed(POST)).filter(({ uri }) => uri === post);
    const reply = (cid: string) => {
      const reference = { uri: post, cid };
      return create(POST, writing('Rispondo', { reply: { root: reference, parent: reference } }));
    };
    assert.equal((await reply(root?.cid ?? '')).status, 200);
    const other = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';
    assert.equal((await reply(other)).body.error, 'InvalidRequest');
  });

  it('lists nobody who is hidden or blocked among the notifications', async () => {
    const heard = async () => {
      const { body } = await ask('app.bsky.notification.listNotifications');
      return (body.notifications as { uri: string; author: { did: string } }[]).filter(
        ({ uri }) => !uri.includes(ENTE),
      );
    };
    const [notice] = await heard();
    assert.ok(notice);
    const block = { $type: 'app.bsky.graph.block', subject: notice.author.did, createdAt: '2026-11-22T10:00:00Z' };
    const { body } = await create('app.bsky.graph.block', block);
    assert.deepEqual(await heard(), []);
    const rkey = String(body.uri).split('/').at(-1);
    await ask('com.atproto.repo.deleteRecord', { body: { repo: ENTE, collection: 'app.bsky.graph.block', rkey } });
    assert.equal((await heard()).length, 1);
  });

  it('hands messages on only where it is told to', async () => {
    const asked = (proxy?: string) => ask('chat.bsky.convo.listConvos', proxy === undefined ? {} : { proxy });
    assert.equal((await asked()).status, 501);
    assert.equal((await asked('did:web:altro.example#bsky_chat')).status, 501);
    assert.equal((await asked('did:web:api.bsky.chat#bsky_chat')).status, 200);
  });
});
