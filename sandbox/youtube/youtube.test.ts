// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Sandbox, type Scenario, startSandbox } from '../index.ts';

const CHANNEL = { id: 'UCcooperativaesempio0001', handle: 'cooperativaesempio', name: 'Cooperativa Esempio' };
const scenario: Scenario = {
  body: 'cooperativa-esempio',
  networks: {
    youtube: {
      account: CHANNEL,
      credentials: { accessToken: 'token-inventato' },
      posts: [{ id: 'v1', title: 'Un video', text: 'Di che si tratta', hoursAgo: 5 }],
      items: [
        { id: 'c1', kind: 'comment', post: 'v1', author: 'Ada Prova', text: 'Perché <b>così</b>?', minutesAgo: 50 },
        { id: 'c2', kind: 'comment', post: 'v1', author: 'Leo Finto', text: 'Chissà', held: true, minutesAgo: 40 },
      ],
      arriving: [],
    },
  },
};

let sandbox: Sandbox;
let token: string;
beforeEach(async () => {
  token = 'token-inventato';
  sandbox = await startSandbox({ networks: ['youtube'], scenarios: [scenario], timedArrivals: false });
});
afterEach(() => sandbox.close());

interface Item {
  readonly id: string;
  readonly snippet: { readonly topLevelComment: { snippet: Record<string, unknown> } } & Record<string, unknown>;
}
interface Answer {
  readonly status: number;
  readonly reason: string | undefined;
  readonly items: readonly Item[];
}

async function call(method: string, path: string, sent?: object): Promise<Answer> {
  const answer = await fetch(`${sandbox.network('youtube').baseUrl}/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const text = await answer.text();
  const body = (text === '' ? {} : JSON.parse(text)) as {
    items?: Item[];
    error?: { errors: { reason: string }[] };
  };
  return { status: answer.status, reason: body.error?.errors[0]?.reason, items: body.items ?? [] };
}

const idOf = async (key: string): Promise<string> => {
  const answer = await fetch(
    `${sandbox.url}/_sandbox/youtube/writings/${encodeURIComponent(`cooperativa-esempio/${key}`)}`,
  );
  return ((await answer.json()) as { id: string }).id;
};
const control = (method: string, name: string, body: object) =>
  fetch(`${sandbox.url}/_sandbox/youtube/${name}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const THREADS = `youtube/v3/commentThreads?part=snippet&allThreadsRelatedToChannelId=${CHANNEL.id}`;

describe('the simulated YouTube', () => {
  it('lists what is published alone, as HTML, unless told otherwise', async () => {
    const { items } = await call('GET', THREADS);
    assert.deepEqual(
      items.map(({ snippet }) => snippet.topLevelComment.snippet.textDisplay),
      ['Perché &lt;b&gt;così&lt;/b&gt;?'],
    );
    const held = await call('GET', `${THREADS}&moderationStatus=heldForReview&textFormat=plainText`);
    assert.deepEqual(
      held.items.map(({ snippet }) => snippet.topLevelComment.snippet.textDisplay),
      ['Chissà'],
    );
  });

  it('hides what is rejected from every list, finds it by its id, and does not say there how it stands', async () => {
    const id = await idOf('c1');
    assert.equal(
      (await call('POST', `youtube/v3/comments/setModerationStatus?id=${id}&moderationStatus=rejected`)).status,
      204,
    );
    for (const status of ['published', 'heldForReview', 'likelySpam']) {
      const { items } = await call('GET', `${THREADS}&moderationStatus=${status}`);
      assert.ok(!items.some((item) => item.id === id), status);
    }
    const { items } = await call('GET', `youtube/v3/comments?part=snippet&id=${id}`);
    assert.equal(items.length, 1);
    assert.ok(!('moderationStatus' in (items[0]?.snippet ?? {})));
  });

  it('refuses what it does not know, what is missing, and what does not go together', async () => {
    const id = await idOf('c1');
    const moderate = `youtube/v3/comments/setModerationStatus?id=${id}`;
    const refused = await Promise.all([
      call('GET', `${THREADS}&colore=blu`),
      call('GET', `${THREADS}&moderationStatus=rejected`),
      call('GET', `${THREADS}&videoId=abc`),
      call('GET', `youtube/v3/commentThreads?part=snippet,colore&id=${id}`),
      call('GET', `youtube/v3/commentThreads?part=snippet&id=${id}&moderationStatus=published`),
      call('GET', `youtube/v3/comments?part=snippet&id=${id}&maxResults=5`),
      call('POST', `${moderate}&moderationStatus=likelySpam`),
      call('POST', 'youtube/v3/comments?part=snippet', { snippet: { parentId: id, textOriginal: 'x', colore: 1 } }),
      call('GET', `${THREADS}&pageToken=inventato`),
      call('POST', `${moderate}&moderationStatus=published&banAuthor=true`),
      call('POST', 'youtube/v3/comments?part=snippet', { snippet: { parentId: `${id}.b`, textOriginal: 'x' } }),
      call('GET', 'youtube/v3/altro'),
    ]);
    assert.deepEqual(
      refused.map(({ status, reason }) => [status, reason]),
      [
        ...Array.from({ length: 8 }, () => [400, 'invalidParameter']),
        [400, 'invalidPageToken'],
        [400, 'banWithoutReject'],
        [404, 'parentCommentNotFound'],
        [404, undefined],
      ],
    );
  });

  it('erases what of a video’s snippet is not sent back', async () => {
    const id = await idOf('v1');
    const snippet = { title: 'Un video', description: 'Altro', categoryId: '22' };
    await call('PUT', 'youtube/v3/videos?part=snippet', { id, snippet: { ...snippet, tags: ['uno'] } });
    const tags = async () => (await call('GET', `youtube/v3/videos?part=snippet&id=${id}`)).items[0]?.snippet.tags;
    assert.deepEqual(await tags(), ['uno']);
    await call('PUT', 'youtube/v3/videos?part=snippet', { id, snippet });
    assert.equal(await tags(), undefined);
    assert.equal(
      (await call('PUT', 'youtube/v3/videos?part=snippet', { id, snippet: { title: 'x' } })).reason,
      'invalidCategoryId',
    );
  });

  it('counts units, failed calls too, and gives them back at midnight in California', async () => {
    const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'America/Los_Angeles' });
    await control('POST', 'units', { day: day.format(sandbox.clock.now()), units: 9_999 });
    assert.equal((await call('POST', 'youtube/v3/comments?part=snippet', {})).reason, 'quotaExceeded');
    assert.equal((await call('GET', `${THREADS}&colore=blu`)).status, 400);
    assert.equal((await call('GET', THREADS)).reason, 'quotaExceeded');
    await sandbox.clock.advance(25 * 3600);
    // The token has run out meanwhile: another one.
    const connected = await control('POST', 'connections', { account: CHANNEL.id });
    token = ((await connected.json()) as { credentials: { accessToken: string } }).credentials.accessToken;
    assert.equal((await call('GET', THREADS)).status, 200);
  });

  it('takes an upload in pieces without holes, and shows nothing before the last', async () => {
    const { baseUrl } = sandbox.network('youtube');
    const headers = { authorization: 'Bearer token-inventato', 'content-type': 'application/json' };
    const opened = await fetch(`${baseUrl}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status`, {
      method: 'POST',
      headers: { ...headers, 'x-upload-content-length': '10' },
      body: JSON.stringify({ snippet: { title: 'A', description: '', categoryId: '22' }, status: {} }),
    });
    const session = opened.headers.get('location') ?? '';
    const put = async (range: string, length: number) => {
      const sent = { authorization: headers.authorization, 'content-range': `bytes ${range}/10` };
      const answer = await fetch(session, {
        method: 'PUT',
        headers: sent,
        body: new Uint8Array(length),
        redirect: 'manual',
      });
      return [answer.status, answer.headers.get('range')];
    };
    assert.deepEqual(await put('*', 0), [308, null]);
    assert.deepEqual(await put('0-3', 4), [308, 'bytes=0-3']);
    assert.deepEqual(await put('6-9', 4), [308, 'bytes=0-3']);
    assert.deepEqual(await put('4-9', 5), [400, null]);
    assert.deepEqual(await put('4-9', 6), [201, null]);
    assert.deepEqual(await put('*', 0), [200, null]);
  });
});
