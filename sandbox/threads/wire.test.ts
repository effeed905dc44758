// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const ACCOUNT = { id: '17841400000000002', handle: 'ente', name: 'Ente di Prova' };
const TOKEN = 'token-di-prova';

interface Answered {
  readonly status: number;
  readonly body: { readonly error?: { readonly code: number } } & Record<string, unknown>;
}

describe('the simulated Threads is as strict as the real one', () => {
  let sandbox: Sandbox;
  before(async () => {
    sandbox = await startSandbox({
      networks: ['threads'],
      timedArrivals: false,
      scenarios: [
        {
          body: 'prova',
          networks: {
            threads: {
              account: ACCOUNT,
              credentials: { token: TOKEN },
              posts: [
                { id: 'p1', text: 'Aperto a tutti', hoursAgo: 1 },
                { id: 'p2', text: 'Con approvazione', commenting: 'held', hoursAgo: 2 },
              ],
              items: [
                { id: 'r1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Ciao', minutesAgo: 9 },
                { id: 'r2', kind: 'reply', post: 'p1', parent: 'r1', author: 'Leo Finto', text: 'Eh', minutesAgo: 8 },
                {
                  id: 'r3',
                  kind: 'comment',
                  post: 'p2',
                  author: 'Ada Prova',
                  text: 'Aspetto',
                  held: true,
                  minutesAgo: 7,
                },
              ],
            },
          },
        },
      ],
    });
  });
  after(() => sandbox.close());

  const ask = async (path: string, said: Record<string, string> = {}, method = 'GET'): Promise<Answered> => {
    const address = `${sandbox.network('threads').baseUrl}/v1.0/${path}?${new URLSearchParams(said)}`;
    const answer = await fetch(address, { method, headers: { authorization: `Bearer ${TOKEN}` } });
    return { status: answer.status, body: (await answer.json()) as Answered['body'] };
  };
  const codeOf = ({ body }: Answered) => body.error?.code;
  const idsOf = ({ body }: Answered) => (body.data as { id: string }[]).map(({ id }) => id);
  const named = async (key: string): Promise<string> => {
    const address = `${sandbox.url}/_sandbox/threads/writings/${encodeURIComponent(`prova/${key}`)}`;
    return ((await (await fetch(address)).json()) as { id: string }).id;
  };

  it('refuses unknown parameters, fields, edges and versions, and posts of others', async () => {
    assert.equal((await ask('me/threads', { fields: 'id,text' })).status, 200);
    assert.equal(codeOf(await ask('me/threads', { colore: 'blu' })), 100);
    assert.equal(codeOf(await ask('me/threads', { fields: 'id,like_count' })), 100);
    assert.equal(codeOf(await ask(`${await named('r1')}/hide`, { hide: 'true' }, 'POST')), 2500);
    assert.equal(codeOf(await ask(await named('r1'), {}, 'DELETE')), 100);
    const { baseUrl } = sandbox.network('threads');
    assert.equal((await fetch(`${baseUrl}/v26.0/me`)).status, 400);
  });

  it('tells replies newest first unless told otherwise, and of the first level or of all', async () => {
    const [p1, r1, r2] = [await named('p1'), await named('r1'), await named('r2')];
    assert.deepEqual(idsOf(await ask(`${p1}/conversation`)), [r2, r1]);
    assert.deepEqual(idsOf(await ask(`${p1}/conversation`, { reverse: 'false' })), [r1, r2]);
    assert.deepEqual(idsOf(await ask(`${p1}/replies`)), [r1]);
  });

  it('holds what waits out of the conversation, and refuses to tell of waiting where nothing is held', async () => {
    const [p1, p2, r3] = [await named('p1'), await named('p2'), await named('r3')];
    assert.deepEqual(idsOf(await ask(`${p2}/conversation`)), []);
    assert.deepEqual(idsOf(await ask(`${p2}/pending_replies`, { approval_status: 'pending' })), [r3]);
    assert.equal(codeOf(await ask(`${p1}/pending_replies`)), 100);
    assert.equal(codeOf(await ask(`${r3}/manage_reply`, { hide: 'true' }, 'POST')), 100);
    await ask(`${r3}/manage_pending_reply`, { approve: 'false' }, 'POST');
    assert.deepEqual(idsOf(await ask(`${p2}/pending_replies`, { approval_status: 'ignored' })), [r3]);
    await ask(`${r3}/manage_pending_reply`, { approve: 'true' }, 'POST');
    assert.deepEqual(idsOf(await ask(`${p2}/conversation`)), [r3]);
    assert.equal(codeOf(await ask(`${r3}/manage_pending_reply`, { approve: 'true' }, 'POST')), 100);
  });

  it('lets out words at once only where asked, counts emoji by their bytes, and five links', async () => {
    const create = (said: Record<string, string>) => ask('me/threads', { media_type: 'TEXT', ...said }, 'POST');
    const prepared = await create({ text: 'Preparato' });
    assert.equal((await ask(`${prepared.body.id}`, { fields: 'status' })).body.status, 'FINISHED');
    const out = await create({ text: 'Subito', auto_publish_text: 'true' });
    assert.equal((await ask(`${out.body.id}`, { fields: 'text' })).body.text, 'Subito');
    assert.equal(codeOf(await create({ text: `${'a'.repeat(497)}👍` })), 100);
    assert.equal((await create({ text: `${'a'.repeat(496)}👍` })).status, 200);
    const links = Array.from({ length: 6 }, (_, index) => `https://a.example/${index}`).join(' ');
    assert.equal(codeOf(await create({ text: links })), 100);
    assert.equal(codeOf(await create({ text: 'x', reply_control: 'nobody' })), 100);
    assert.equal(
      codeOf(await ask('me/threads', { media_type: 'IMAGE', image_url: `${sandbox.url}/no` }, 'POST')),
      9004,
    );
    const image = { media_type: 'IMAGE', image_url: `${sandbox.url}/samples/image.jpg`, auto_publish_text: 'true' };
    assert.equal(codeOf(await ask('me/threads', image, 'POST')), 100);
  });
});
