// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const TOKEN = 'token-di-prova';
const ENTE = '114000000000000001';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({
    networks: ['mastodon'],
    timedArrivals: false,
    scenarios: [
      {
        body: 'comune-di-esempio',
        networks: {
          mastodon: {
            account: { id: ENTE, handle: 'comune', name: 'Comune di Esempio' },
            credentials: { accessToken: TOKEN },
            posts: [{ id: 'p1', text: 'Orari <nuovi> & https://comune.example/orari', hoursAgo: 2 }],
            items: [{ id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Grazie', minutesAgo: 5 }],
          },
        },
      },
    ],
  });
});
after(() => sandbox.close());

type Body = Record<string, unknown>;

async function ask(method: string, path: string, { body, token = TOKEN, headers = {} }: Asked = {}) {
  const answer = await fetch(`${sandbox.network('mastodon').baseUrl}${path}`, {
    method,
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(body instanceof FormData ? {} : body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
}

interface Asked {
  readonly body?: object | FormData;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const listOf = async (path: string): Promise<Body[]> => (await ask('GET', path)).body as unknown as Body[];

describe('the simulated instance', () => {
  it('lets in nobody without a token, and knows no strange names, places or values', async () => {
    assert.equal((await ask('GET', '/api/v1/notifications', { token: '' })).status, 401);
    assert.equal((await ask('GET', '/api/v1/notifications', { token: 'altro' })).status, 401);
    assert.equal((await ask('GET', '/api/v1/notifications?tipi[]=mention')).status, 422);
    assert.equal((await ask('GET', '/api/v1/notificazioni')).status, 404);
    assert.equal((await ask('POST', '/api/v1/statuses', { body: { status: 'x', visibilita: 'public' } })).status, 422);
    assert.equal((await ask('POST', '/api/v1/statuses', { body: { status: 'x', visibility: 'tutti' } })).status, 422);
    assert.equal((await ask('POST', '/api/v1/statuses', { body: { status: '' } })).status, 422);
    assert.equal((await ask('POST', '/api/v1/statuses', { body: { status: 'a'.repeat(501) } })).status, 422);
  });

  it('gives words as HTML, escaped, with addresses cut for the eye alone', async () => {
    const [post] = await listOf(`/api/v1/accounts/${ENTE}/statuses`);
    assert.match(String(post?.content), /Orari &#60;nuovi&#62; &#38; <a href="https:\/\/comune\.example\/orari"/);
    assert.equal(post?.replies_count, 1);
  });

  it('gives ids larger than 2^53 as text, and pages by them in both directions', async () => {
    for (let number = 0; number < 5; number++) {
      await ask('POST', '/api/v1/statuses', { body: { status: `Avviso ${number}` } });
    }
    const own = `/api/v1/accounts/${ENTE}/statuses`;
    const all = (await listOf(`${own}?limit=40`)).map(({ id }) => String(id));
    assert.ok(all.every((id) => !Number.isSafeInteger(Number(id)) || id === all.at(-1)));
    const idsOf = async (query: string) => (await listOf(`${own}?${query}`)).map(({ id }) => String(id));
    assert.deepEqual(await idsOf('limit=2'), all.slice(0, 2));
    assert.deepEqual(await idsOf(`limit=2&max_id=${all[1]}`), all.slice(2, 4));
    assert.deepEqual(await idsOf(`limit=2&min_id=${all[4]}`), all.slice(2, 4), 'those immediately newer');
    assert.deepEqual(await idsOf(`limit=2&since_id=${all[4]}`), all.slice(0, 2), 'the newest');
    const { headers } = await ask('GET', `${own}?limit=2`);
    assert.match(headers.get('link') ?? '', new RegExp(`max_id=${all[1]}.*rel="next".*min_id=${all[0]}.*rel="prev"`));
  });

  it('gives one status for one key, and says what is left of the allowance', async () => {
    const send = () =>
      ask('POST', '/api/v1/statuses', { body: { status: 'Una volta' }, headers: { 'idempotency-key': 'k' } });
    const [first, second] = [await send(), await send()];
    assert.equal(first.body.id, second.body.id);
    assert.equal(first.headers.get('x-ratelimit-limit'), '300');
    assert.ok(!Number.isNaN(Date.parse(first.headers.get('x-ratelimit-reset') ?? '')));
    sandbox.clock.advance(3601);
    assert.notEqual((await send()).body.id, first.body.id, 'a key holds for an hour');
  });

  it('works on a video before it can be attached, and takes none with pictures', async () => {
    const upload = async (name: string) => {
      const bytes = await (await fetch(`${sandbox.url}/samples/${name}`)).arrayBuffer();
      const body = new FormData();
      body.set('file', new File([new Uint8Array(bytes)], name));
      return ask('POST', '/api/v2/media', { body });
    };
    const [image, video] = [await upload('image.jpg'), await upload('video.mp4')];
    assert.deepEqual([image.status, video.status, video.body.url], [200, 202, null]);
    const attach = (ids: unknown[]) => ask('POST', '/api/v1/statuses', { body: { status: 'x', media_ids: ids } });
    assert.equal((await attach([video.body.id])).status, 422, 'not ready');
    const looks = [1, 2].map(() => ask('GET', `/api/v1/media/${video.body.id}`));
    assert.deepEqual((await Promise.all(looks)).map(({ status }) => status).sort(), [200, 206]);
    assert.equal((await attach([image.body.id, video.body.id])).status, 422, 'mixed');
    assert.equal((await attach([video.body.id])).status, 200);
  });

  it('takes away what an edit does not say again', async () => {
    const posted = await ask('POST', '/api/v1/statuses', {
      body: { status: 'Con figura', spoiler_text: 'Attenzione' },
    });
    const edited = await ask('PUT', `/api/v1/statuses/${posted.body.id}`, { body: { status: 'Altro' } });
    assert.deepEqual([edited.body.spoiler_text, edited.body.media_attachments], ['', []]);
    assert.notEqual(edited.body.edited_at, null);
  });

  it('lets nobody touch the words of others', async () => {
    const [notice] = await listOf('/api/v1/notifications?types[]=mention');
    const id = (notice?.status as { id: string } | undefined)?.id;
    assert.ok(id);
    assert.equal((await ask('DELETE', `/api/v1/statuses/${id}`)).status, 404);
    assert.equal((await ask('PUT', `/api/v1/statuses/${id}`, { body: { status: 'x' } })).status, 404);
  });
});
