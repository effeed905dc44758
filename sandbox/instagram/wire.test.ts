// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const ACCOUNT = { id: '17841400000000001', handle: 'ente', name: 'Ente di Prova' };
const TOKEN = 'token-di-prova';

const open = (route: string): Promise<Sandbox> =>
  startSandbox({
    networks: ['instagram'],
    timedArrivals: false,
    scenarios: [
      {
        body: 'prova',
        networks: {
          instagram: {
            account: ACCOUNT,
            credentials: { route, token: TOKEN },
            posts: [{ id: 'p1', text: 'Un post', media: true, hoursAgo: 1 }],
            items: [{ id: 'c1', kind: 'comment', post: 'p1', author: 'Ada Prova', text: 'Ciao', minutesAgo: 5 }],
          },
        },
      },
    ],
  });

interface Answered {
  readonly status: number;
  readonly body: { readonly error?: { readonly code: number; readonly error_subcode?: number } } & Record<
    string,
    unknown
  >;
}

describe('the simulated Instagram is as strict as the real one', () => {
  let sandbox: Sandbox;
  let proof: string;
  before(async () => {
    sandbox = await open('facebook-login');
    proof = createHmac('sha256', sandbox.network('instagram').secrets.appSecret ?? '')
      .update(TOKEN)
      .digest('hex');
  });
  after(() => sandbox.close());

  const ask = async (path: string, said: Record<string, string> = {}, method = 'GET'): Promise<Answered> => {
    const parameters = new URLSearchParams({ appsecret_proof: proof, ...said });
    const address = `${sandbox.network('instagram').baseUrl}/v26.0/${path}`;
    const answer = await fetch(method === 'POST' ? address : `${address}?${parameters}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}` },
      ...(method === 'POST' ? { body: parameters } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Answered['body'] };
  };
  const codeOf = ({ body }: Answered) => body.error?.code;
  const named = async (key: string): Promise<{ id: string }> =>
    (await (
      await fetch(`${sandbox.url}/_sandbox/instagram/writings/${encodeURIComponent(`prova/${key}`)}`)
    ).json()) as {
      id: string;
    };

  it('refuses unknown parameters, fields, edges, versions, and calls without their proof', async () => {
    assert.equal((await ask(`${ACCOUNT.id}/media`, { fields: 'id,caption' })).status, 200);
    assert.equal(codeOf(await ask(`${ACCOUNT.id}/media`, { colore: 'blu' })), 100);
    assert.equal(codeOf(await ask(`${ACCOUNT.id}/media`, { fields: 'id,colore' })), 100);
    assert.equal(codeOf(await ask(`${ACCOUNT.id}/media`, { fields: 'id,comments{colore}' })), 100);
    assert.equal(codeOf(await ask(`${ACCOUNT.id}/visitor_posts`)), 2500);
    assert.equal(codeOf(await ask(`${ACCOUNT.id}/media`, { appsecret_proof: 'altra' })), 100);
    const old = await fetch(`${sandbox.network('instagram').baseUrl}/v9.0/me`);
    assert.equal(old.status, 400);
  });

  it('the Page has the inbox, the account the rest', async () => {
    assert.equal((await ask('me/conversations', { platform: 'instagram' })).status, 200);
    assert.equal(codeOf(await ask('me/media')), 2500);
    assert.equal(codeOf(await ask(`${ACCOUNT.id}/conversations`)), 2500);
  });

  it('a comment is hidden by `hide`, and not as on Facebook', async () => {
    const { id } = await named('c1');
    assert.equal(codeOf(await ask(id, { is_hidden: 'true' }, 'POST')), 100);
    assert.equal(codeOf(await ask(id, { hide: 'sì' }, 'POST')), 100);
    assert.deepEqual((await ask(id, { hide: 'true' }, 'POST')).body, { success: true });
    assert.equal((await ask(id, { fields: 'hidden' })).body.hidden, true);
    assert.equal(codeOf(await ask(`${id}/replies`, { message: 'Ciao a te' }, 'POST')), 100);
    await ask(id, { hide: 'false' }, 'POST');
    assert.equal((await ask(`${id}/replies`, { message: 'Ciao a te' }, 'POST')).status, 200);
    assert.equal((await ask(id, { fields: 'replies{text}' })).body.id, id);
  });

  it('what is published is fetched, must be JPEG, and cannot come out before it is ready, or twice', async () => {
    const media = `${ACCOUNT.id}/media`;
    const create = (said: Record<string, string>) => ask(media, said, 'POST');
    const publish = (id: unknown) => ask(`${media}_publish`, { creation_id: `${id}` }, 'POST');
    assert.equal(codeOf(await create({ image_url: `${sandbox.url}/samples/assente.jpg` })), 9004);
    assert.equal(codeOf(await create({ caption: 'solo testo' })), 100);
    assert.equal(codeOf(await create({ video_url: `${sandbox.url}/samples/video.mp4` })), 100);
    const video = await create({ video_url: `${sandbox.url}/samples/video.mp4`, media_type: 'REELS' });
    assert.equal(codeOf(await publish(video.body.id)), 9007);
    const status = async () => (await ask(`${video.body.id}`, { fields: 'status_code' })).body.status_code;
    assert.deepEqual([await status(), await status()], ['IN_PROGRESS', 'FINISHED']);
    assert.equal((await publish(video.body.id)).status, 200);
    assert.equal(codeOf(await publish(video.body.id)), 100);
    assert.equal(await status(), 'PUBLISHED');
    const image = await create({ image_url: `${sandbox.url}/samples/image.jpg`, alt_text: 'Un punto' });
    sandbox.clock.advance(25 * 3600);
    assert.equal((await publish(image.body.id)).body.error?.error_subcode, 2207020);
  });
});

it('through Instagram the account is `user_id`, and another number is its `id`', async () => {
  const sandbox = await open('instagram-login');
  try {
    const { baseUrl } = sandbox.network('instagram');
    const me = async (query: string) => {
      const answer = await fetch(`${baseUrl}/v26.0/me?${query}`, { headers: { authorization: `Bearer ${TOKEN}` } });
      return (await answer.json()) as { id?: string; user_id?: string; error?: { code: number } };
    };
    const { id, user_id } = await me('fields=id,user_id');
    assert.equal(user_id, ACCOUNT.id);
    assert.ok(id !== undefined && id !== user_id);
    assert.equal((await me('fields=user_id&appsecret_proof=x')).error?.code, 100);
  } finally {
    await sandbox.close();
  }
});
