// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const ACCOUNT = { id: '-000ente', handle: 'enteesempio', name: 'Ente Esempio' };
const TOKEN = 'token-inventato';
let sandbox: Sandbox;
let base = '';
let video = '';
before(async () => {
  const posts = [{ id: 'p1', text: 'Un video', media: [{ type: 'video' as const }], hoursAgo: 2 }];
  const items = [
    { id: 'c1', kind: 'comment' as const, post: 'p1', author: 'Ada Prova', text: 'Perché?', minutesAgo: 9 },
  ];
  const credentials = { accessToken: TOKEN, postingToken: 'act.x' };
  const scenarios = [{ body: 'ente-esempio', networks: { tiktok: { account: ACCOUNT, credentials, posts, items } } }];
  sandbox = await startSandbox({ networks: ['tiktok'], scenarios, timedArrivals: false });
  base = sandbox.network('tiktok').baseUrl;
  video = `${(await control('GET', 'writings/ente-esempio%2Fp1')).id}`;
});
after(() => sandbox.close());

const control = async (method: string, path: string, body?: object) => {
  const headers = { 'content-type': 'application/json' };
  const url = `${sandbox.url}/_sandbox/tiktok/${path}`;
  const answer = await fetch(url, { method, ...(body && { headers, body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, unknown>;
};
const business = async (path: string, query: object, token = TOKEN) => {
  const address = `${base}/open_api/v1.3/business/${path}/?${new URLSearchParams({ business_id: ACCOUNT.id, ...query })}`;
  const answer = await fetch(address, { headers: { 'access-token': token } });
  return { status: answer.status, body: (await answer.json()) as { code: number; data: Record<string, unknown> } };
};

describe('the simulated TikTok', () => {
  it('refuses with a status of 200 and a code', async () => {
    const answers = await Promise.all([
      business('comment/list', { video_id: video }),
      business('comment/list', { video_id: video }, 'altro'),
      business('comment/list', { video_id: video, colour: 'blue' }),
      business('comment/list', { video_id: video, max_count: '31' }),
      business('comment/list', { video_id: '7499999999999999999' }),
      business('comment/list', { video_id: video, business_id: 'altro' }),
      business('video/list', { fields: '["colour"]' }),
      business('nothing', {}),
    ]);
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.code]),
      [
        [200, 0],
        [200, 40105],
        [200, 40002],
        [200, 40002],
        [200, 40002],
        [200, 40001],
        [200, 40002],
        [200, 40002],
      ],
    );
  });

  it('posts through another interface, with another token and other words', async () => {
    const ask = async (token: string, body: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const address = `${base}/v2/post/publish/creator_info/query/`;
      const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    assert.deepEqual(await ask('act.x', {}), [200, 'ok']);
    assert.deepEqual(await ask(TOKEN, {}), [401, 'access_token_invalid']);
    assert.deepEqual(await ask('act.x', { colour: 'blue' }), [400, 'invalid_params']);
  });

  it('tells of comments with numbers that a program would round, signed with the time', async () => {
    await control('PUT', 'webhook', { url: 'http://127.0.0.1:9/', trusted: true });
    const { id } = await control('POST', 'writings', {
      account: ACCOUNT.id,
      post: video,
      author: 'Leo Finto',
      text: 'Ciao',
    });
    await sandbox.network('tiktok').settled();
    const { deliveries } = await control('GET', 'deliveries');
    const [first] = deliveries as { body: string; headers: Record<string, string> }[];
    const content = (JSON.parse(first?.body ?? '') as { content: string }).content;
    assert.match(content, new RegExp(`"comment_id":${id}[,}]`));
    assert.notEqual(`${(JSON.parse(content) as { comment_id: number }).comment_id}`, `${id}`);
    const [, t, s] = /^t=(\d+),s=([0-9a-f]+)$/.exec(first?.headers['tiktok-signature'] ?? '') ?? [];
    const { appSecret = '' } = sandbox.network('tiktok').secrets;
    assert.equal(s, createHmac('sha256', appSecret).update(`${t}.${first?.body}`).digest('hex'));
  });
});
