// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const ACCOUNT = { id: '1990000000000000001', handle: 'comunediesempio', name: 'Comune di Esempio' };
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the simulated X', () => {
  let sandbox: Sandbox;
  let token: string;
  let post: string;

  before(async () => {
    const posts = [{ id: 'p1', text: 'Lo sportello apre alle 9.', hoursAgo: 5 }];
    const items = Array.from({ length: 25 }, (_, number) => ({
      ...{ id: `c${number}`, kind: 'comment' as const, post: 'p1', author: `Persona ${number}` },
      ...{ text: `Risposta ${number}`, minutesAgo: 100 - number },
    }));
    sandbox = await startSandbox({
      networks: ['x'],
      scenarios: [{ body: 'comune-di-esempio', networks: { x: { account: ACCOUNT, posts, items } } }],
      timedArrivals: false,
    });
    const { credentials } = await control('POST', 'connections', { account: ACCOUNT.id });
    token = (credentials as Record<string, string>).accessToken ?? '';
    post = `${(await control('GET', 'writings/comune-di-esempio%2Fp1')).id}`;
  });
  after(() => sandbox.close());

  async function control(method: string, name: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${sandbox.url}/_sandbox/x/${name}`, {
      method,
      ...(method !== 'GET' && { headers: JSON_TYPE, body: JSON.stringify(body ?? {}) }),
    });
    return (await answer.json()) as Record<string, unknown>;
  }

  interface Told {
    readonly status: number;
    readonly body: {
      readonly data?: readonly Record<string, unknown>[] & Record<string, unknown>;
      readonly meta?: { readonly next_token?: string };
      readonly errors?: readonly Record<string, unknown>[];
      readonly detail?: string;
    };
  }

  async function ask(
    method: string,
    path: string,
    { body, as = token }: { body?: object; as?: string } = {},
  ): Promise<Told> {
    const answer = await fetch(`${sandbox.network('x').baseUrl}/2/${path}`, {
      method,
      headers: { authorization: `Bearer ${as}`, ...(body && JSON_TYPE) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Told['body'] };
  }

  const search = (more: string): Promise<Told> =>
    ask('GET', `tweets/search/recent?query=conversation_id:${post}&${more}`);

  it('refuses what it does not know, by name', async () => {
    assert.match((await search('colore=blu')).body.detail ?? '', /colore/);
    assert.match((await search('tweet.fields=colore')).body.detail ?? '', /colore/);
    assert.match((await ask('POST', 'tweets', { body: { text: 'a', colore: 1 } })).body.detail ?? '', /colore/);
    assert.equal((await ask('GET', 'colori')).status, 404);
    assert.equal((await search('max_results=5')).status, 400);
    assert.equal((await search('start_time=2026-11-01')).status, 400);
    assert.equal((await ask('GET', 'tweets/search/recent?query=parole')).status, 400);
  });

  it('knows who calls, and with which kind of token', async () => {
    assert.equal((await ask('GET', 'users/me', { as: 'inventato' })).status, 401);
    assert.equal((await ask('GET', 'users/me', { as: sandbox.network('x').secrets.appToken ?? '' })).status, 403);
    assert.equal((await ask('GET', 'usage/tweets')).status, 403);
    assert.equal((await ask('GET', 'users/123/tweets')).status, 400);
    assert.deepEqual((await ask('GET', 'users/me')).body.data?.username, ACCOUNT.handle);
  });

  it('lists newest first, page after page, each once', async () => {
    const found: unknown[] = [];
    let next = '';
    do {
      const { body } = await search(`max_results=10&tweet.fields=created_at${next}`);
      found.push(...(body.data ?? []));
      next = body.meta?.next_token === undefined ? '' : `&pagination_token=${body.meta.next_token}`;
    } while (next !== '');
    const moments = found.map((one) => (one as { created_at: string }).created_at);
    assert.equal(new Set(found.map((one) => (one as { id: string }).id)).size, 26);
    assert.deepEqual(moments, moments.toSorted().toReversed());
  });

  it('tells with a 200 what is not there', async () => {
    const { status, body } = await ask('GET', 'tweets/2060000000000999000');
    assert.deepEqual([status, body.data, body.errors?.[0]?.title], [200, undefined, 'Not Found Error']);
  });

  it('gives only what was asked for', async () => {
    const { body } = await ask('GET', `tweets/${post}?tweet.fields=reply_settings`);
    assert.deepEqual(Object.keys(body.data ?? {}).sort(), ['edit_history_tweet_ids', 'id', 'reply_settings', 'text']);
  });

  it('takes only uploads that are whole, and only one’s own in a post', async () => {
    const start = { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 10 };
    const { body } = await ask('POST', 'media/upload/initialize', { body: start });
    const id = `${body.data?.id}`;
    assert.equal((await ask('POST', `media/upload/${id}/finalize`)).status, 400);
    assert.equal((await ask('POST', 'tweets', { body: { text: 'a', media: { media_ids: [id] } } })).status, 400);
  });

  it('counts as X does what is too long', async () => {
    assert.equal((await ask('POST', 'tweets', { body: { text: 'a'.repeat(281) } })).status, 403);
    assert.equal(
      (await ask('POST', 'tweets', { body: { text: `${'a'.repeat(256)} https://a.example/${'b'.repeat(99)}` } }))
        .status,
      201,
    );
  });

  it('lets a token die after two hours', async () => {
    sandbox.clock.advance(7201);
    assert.equal((await ask('GET', 'users/me')).status, 401);
  });
});
