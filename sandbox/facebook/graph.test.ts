// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Sandbox, startSandbox } from '../index.ts';

const PAGE = { id: '700100200300500', handle: 'cooperativaesempio', name: 'Cooperativa Esempio' };
const TOKEN = 'token-inventato';

let sandbox: Sandbox;

async function open(credentials: Readonly<Record<string, string>> = {}): Promise<Sandbox> {
  const part = {
    account: PAGE,
    credentials: { pageToken: TOKEN, ...credentials },
    posts: [{ id: 'p1', text: 'Aperte le iscrizioni', hoursAgo: 5 }],
    messages: [{ id: 'm1', author: 'Ada Prova', text: 'Buongiorno', minutesAgo: 10 }],
  };
  const scenarios = [{ body: 'cooperativa-esempio', networks: { facebook: part } }];
  return startSandbox({ networks: ['facebook'], scenarios, timedArrivals: false });
}
beforeEach(async () => {
  sandbox = await open();
});
afterEach(() => sandbox.close());

interface Told {
  readonly status: number;
  readonly body: Record<string, unknown> & { error?: { code: number; error_subcode?: number } };
}

async function graph(method: string, path: string, form: Readonly<Record<string, string>> = {}): Promise<Told> {
  const { baseUrl, secrets } = sandbox.network('facebook');
  const proof = createHmac('sha256', secrets.appSecret ?? '')
    .update(TOKEN)
    .digest('hex');
  const parameters = new URLSearchParams({ appsecret_proof: proof, ...form });
  const url = `${baseUrl}/v26.0/${path}`;
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await (method === 'POST'
    ? fetch(url, { method, headers, body: parameters })
    : fetch(`${url}?${parameters}`, { method, headers }));
  return { status: answer.status, body: (await answer.json()) as Told['body'] };
}

const codeOf = async (...asked: Parameters<typeof graph>): Promise<string> => {
  const { error } = (await graph(...asked)).body;
  assert.ok(error, `${asked[0]} ${asked[1]} was not refused`);
  return error.error_subcode === undefined ? `${error.code}` : `${error.code}/${error.error_subcode}`;
};

const image = () => `${sandbox.url}/samples/image.jpg`;
const asText = (value: object): string => JSON.stringify(value);

async function personOfTheMessage(): Promise<string> {
  const { body } = await graph('GET', `${PAGE.id}/conversations`, { fields: 'id,participants' });
  const [thread] = body.data as { participants: { data: { id: string }[] } }[];
  return thread?.participants.data.find(({ id }) => id !== PAGE.id)?.id ?? '';
}

describe('the simulated Graph API is strict', () => {
  it('refuses unknown parameters and edges wherever they are', async () => {
    const calls: [string, string, Record<string, string>][] = [
      ['POST', 'feed', { message: 'x', messaggio: 'x' }],
      ['POST', 'photos', { url: image(), alt: 'x' }],
      ['POST', 'videos', { file_url: image(), caption: 'x' }],
      ['GET', 'conversations', { user: '1' }],
      ['POST', 'messages', { text: 'x' }],
      ['POST', 'blocked', { people: '[]' }],
      ['GET', 'insights', { metrics: 'page_media_view' }],
    ];
    for (const [method, edge, form] of calls) assert.equal(await codeOf(method, `${PAGE.id}/${edge}`, form), '100');
    assert.equal(await codeOf('GET', `${PAGE.id}/feed`), '2500');
    assert.equal(await codeOf('GET', `${PAGE.id}/tagged`, { fields: 'id,colore' }), '100');
  });

  it('refuses posts that say nothing, too long ones, and pictures that are not there', async () => {
    const feed = `${PAGE.id}/feed`;
    assert.equal(await codeOf('POST', feed, {}), '100');
    assert.equal(await codeOf('POST', feed, { message: 'a'.repeat(63_207) }), '100');
    assert.equal(await codeOf('POST', feed, { message: 'x', link: 'comune' }), '100');
    assert.equal(await codeOf('POST', feed, { attached_media: asText([{ media_fbid: '1' }]) }), '100');
    assert.equal(await codeOf('POST', `${PAGE.id}/photos`, { url: `${sandbox.url}/niente.jpg` }), '324');
    assert.equal(await codeOf('POST', `${PAGE.id}/videos`, { file_url: image() }), '389');
  });

  it('shows an unpublished picture to nobody until a post takes it', async () => {
    const posts = async () => (await graph('GET', `${PAGE.id}/published_posts`)).body.data as object[];
    const { body } = await graph('POST', `${PAGE.id}/photos`, { url: image(), published: 'false', temporary: 'true' });
    assert.equal((await posts()).length, 1);
    await graph('POST', `${PAGE.id}/feed`, { message: 'Foto', attached_media: asText([{ media_fbid: body.id }]) });
    assert.equal((await posts()).length, 2);
  });

  it('refuses what was not granted', async () => {
    await sandbox.close();
    sandbox = await open({ scopes: 'pages_show_list,pages_read_engagement' });
    assert.equal(await codeOf('GET', `${PAGE.id}/conversations`), '10');
    assert.equal(await codeOf('POST', `${PAGE.id}/feed`, { message: 'x' }), '10');
    assert.equal((await graph('GET', `${PAGE.id}/published_posts`)).status, 200);
  });

  it('answers only metrics that still exist, for at most 90 days', async () => {
    const edge = `${PAGE.id}/insights`;
    const day = 86_400;
    assert.equal(await codeOf('GET', edge, { metric: 'page_impressions', period: 'day' }), '100');
    const long = { metric: 'page_follows', period: 'day', since: '0', until: `${91 * day}` };
    assert.equal(await codeOf('GET', edge, long), '100');
    const { body } = await graph('GET', edge, { ...long, until: `${90 * day}` });
    assert.equal((body.data as { values: object[] }[])[0]?.values.length, 90);
  });
});

describe('the simulated Messenger', () => {
  const sending = (id: string, more: Readonly<Record<string, string>> = {}) => ({
    ...{ recipient: asText({ id }), message: asText({ text: 'Eccoci' }), messaging_type: 'RESPONSE' },
    ...more,
  });

  it('lets a Page answer for 24 hours after the person’s last message, and not its own', async () => {
    const edge = `${PAGE.id}/messages`;
    const person = await personOfTheMessage();
    sandbox.clock.advance(20 * 3600);
    assert.equal((await graph('POST', edge, sending(person))).status, 200);
    sandbox.clock.advance(5 * 3600);
    assert.equal(await codeOf('POST', edge, sending(person)), '10/2018278');
    const asPerson = sending(person, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    assert.equal(await codeOf('POST', edge, asPerson), '100/2018276');
  });

  it('refuses people who never wrote, long and malformed messages', async () => {
    const edge = `${PAGE.id}/messages`;
    const person = await personOfTheMessage();
    assert.equal(await codeOf('POST', edge, sending('12345')), '100/2018001');
    assert.equal(await codeOf('POST', edge, sending(person, { message: asText({ text: 'a'.repeat(2001) }) })), '100');
    assert.equal(await codeOf('POST', edge, sending(person, { message: 'Eccoci' })), '100');
    assert.equal(await codeOf('POST', edge, sending(person, { messaging_type: 'MESSAGE_TAG', tag: 'ALTRO' })), '100');
  });
});

describe('signing in on the simulated Facebook', () => {
  const token = async (form: Readonly<Record<string, string>>) => {
    const { baseUrl } = sandbox.network('facebook');
    const body = new URLSearchParams(form);
    return (await fetch(`${baseUrl}/v26.0/oauth/access_token`, { method: 'POST', body })).status;
  };

  it('gives nothing to another application, nor for a code that nobody got', async () => {
    const { appId = '', appSecret = '' } = sandbox.network('facebook').secrets;
    const known = { client_id: appId, client_secret: appSecret, redirect_uri: 'https://desk.example/', code: 'x' };
    assert.equal(await token(known), 400);
    assert.equal(await token({ ...known, client_secret: 'altro' }), 400);
    assert.equal(await token({ ...known, scope: 'x' }), 400);
  });

  it('tells of a token only to its application', async () => {
    assert.equal(await codeOf('GET', 'debug_token', { input_token: TOKEN }), '190');
  });
});
