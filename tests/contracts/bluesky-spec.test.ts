// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command, Media, Post } from '#channels';
import { ACCOUNT, openStage, type Stage } from '../channels/bluesky-world.ts';
import { type AtprotoSpec, openAtprotoSpec, type XrpcCall } from './atproto-spec.ts';
import { done } from './mastodon-use.ts';

const spec = openAtprotoSpec();
const NAME = "bluesky calls and the sandbox's answers agree with the lexicons";
if (spec === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
else describe(NAME, () => checks(spec));

/** Every method that the adapter knows: one that is not called is not checked. */
const EXPECTED = [
  'com.atproto.server.createSession',
  'com.atproto.server.refreshSession',
  'com.atproto.server.getSession',
  'com.atproto.repo.getRecord',
  'com.atproto.repo.listRecords',
  'com.atproto.repo.createRecord',
  'com.atproto.repo.putRecord',
  'com.atproto.repo.deleteRecord',
  'com.atproto.repo.applyWrites',
  'com.atproto.repo.uploadBlob',
  'com.atproto.moderation.createReport',
  'app.bsky.notification.listNotifications',
  'app.bsky.feed.getPosts',
  'app.bsky.actor.getProfile',
  'chat.bsky.convo.listConvos',
  'chat.bsky.convo.getMessages',
  'chat.bsky.convo.sendMessage',
];

/** Makes the adapter send each call that it can send, and the sandbox answer it. */
async function useEverything(stage: Stage): Promise<void> {
  const { adapter, account, control, idOf, sandbox } = stage;
  const post = await idOf('p1');
  for (let number = 0; number < 120; number++) {
    const author = `Persona ${number}`;
    await control('POST', 'writings', { account: ACCOUNT.id, post, author, text: `Risposta <${number}>` });
    await control('POST', 'messages', { account: ACCOUNT.id, author, text: `Messaggio ${number}` });
  }
  const first = await adapter.pull(account, null);
  await control('POST', 'deletions', { id: await idOf('c2') });
  sandbox.clock.advance(3 * 3600);
  await adapter.pull(account, first.cursor);
  const target = await idOf('c1');
  await done(stage, { type: 'hide', key: 'h', target, post });
  await adapter.pull(account, first.cursor);
  await done(stage, { type: 'unhide', key: 'u', target, post });
  await done(stage, { type: 'reply', key: 'r', target, post, text: 'Grazie: https://comune.example/è #orari' });
  await done(stage, { type: 'report', key: 's', target, post, reason: 'rude', text: 'Insulti.' });
  const { from } = await control('GET', `writings/${encodeURIComponent(target)}`);
  const author = { target: (from as { id: string }).id, post: target };
  await done(stage, { type: 'report', key: 't', ...author, reason: 'spam', text: '' });
  await done(stage, { type: 'ban', key: 'b', ...author });
  await done(stage, { type: 'unban', key: 'l', ...author });
  await publishEverything(stage);
  for (const type of ['image', 'video'] as const) {
    const writing = {
      account: ACCOUNT.id,
      post,
      author: 'Ada Prova',
      text: 'Ecco',
      media: [{ type, alt: 'Un punto' }],
    };
    const { id } = await control('POST', 'writings', writing);
    const told = await adapter.attached?.(account, { externalId: `${id}`, kind: 'comment', conversation: null });
    assert.deepEqual(
      told?.map((one) => [one.kind, one.alt]),
      [[type, 'Un punto']],
    );
  }
  const sent = await control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Ci siete?' });
  const answer = { target: `${sent.id}`, post: `${sent.conversation}`, text: 'Eccoci', writtenAt: sandbox.clock.now() };
  await done(stage, { type: 'answer-message', key: 'm', ...answer });
  await adapter.check?.(account);
  await adapter.insights?.(account);
}

async function publishEverything(stage: Stage): Promise<void> {
  const { url } = stage.sandbox;
  const image: Media = { kind: 'image', url: `${url}/samples/image.jpg`, type: 'image/jpeg', alt: 'Un cartello' };
  const video: Media = { kind: 'video', url: `${url}/samples/video.mp4`, type: 'video/mp4', alt: 'Un video' };
  const link = { url: 'https://comune.example/avvisi/1', title: 'Avviso', description: '' };
  const contents: Partial<Post>[] = [
    {},
    { link },
    { media: [image, image] },
    { media: [video], link },
    { comments: 'nobody' },
  ];
  for (const [index, content] of contents.entries()) {
    const order: Command = {
      type: 'publish',
      key: `p${index}`,
      content: { text: `Avviso ${index}`, media: [], ...content },
    };
    const target = (await done(stage, order)) ?? '';
    await done(stage, { type: 'close-comments', key: `c${index}`, target });
    await done(stage, { type: 'open-comments', key: `o${index}`, target });
    if (index % 2 === 0) await done(stage, { type: 'remove-post', key: `r${index}`, target });
  }
}

function checks(spec: AtprotoSpec): void {
  let stage: Stage;
  let calls: readonly XrpcCall[];

  before(async () => {
    stage = await openStage();
    await useEverything(stage);
    calls = (await stage.control('GET', 'calls')).calls as XrpcCall[];
  });
  after(() => stage.sandbox.close());

  it('every call: method, parameters, types, records', (test) => {
    assert.ok(spec.lexicons > 400, 'too few lexicons to have checked anything');
    assert.deepEqual([...new Set(calls.flatMap((call) => spec.faultsOfCall(call)))], []);
    const methods = new Set(calls.map(({ path }) => path.replace('xrpc/', '')));
    for (const method of EXPECTED) assert.ok(methods.has(method), `${method} was never called, hence not checked`);
    const distinct = new Set(calls.map((call) => `${call.path} ${namesOf(call)}`));
    test.diagnostic(`bluesky: ${distinct.size} distinct calls to ${methods.size} methods validated, 0 faults`);
  });

  it('every answer is what its lexicon says', () => {
    assert.ok(calls.length > 60, 'too few answers to have checked anything');
    assert.deepEqual([...new Set(calls.flatMap((call) => spec.faultsOfAnswer(call)))], []);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const call: XrpcCall = {
      ...{
        method: 'GET',
        path: 'xrpc/app.bsky.feed.getPosts',
        query: [['uris', 'at://did:plc:a/app.bsky.feed.post/3']],
      },
      ...{ contentType: null, sent: null, answered: 200, body: { posts: [] } },
    };
    const faults = (changed: Partial<XrpcCall>): number => spec.faultsOfCall({ ...call, ...changed }).length;
    assert.equal(faults({}), 0);
    assert.notEqual(faults({ query: [] }), 0);
    assert.notEqual(faults({ query: [['uris', 'non è un indirizzo']] }), 0);
    assert.equal(faults({ query: [...call.query, ['limite', '3']] }), 1);
    assert.notEqual(faults({ method: 'POST' }), 0);
    assert.equal(faults({ path: 'xrpc/app.bsky.feed.prendiPosts' }), 1);
    const record = { $type: 'app.bsky.feed.post', text: 'a'.repeat(301), createdAt: '2026-11-22T10:00:00Z' };
    const post = { repo: ACCOUNT.id, collection: 'app.bsky.feed.post', record };
    const created = { ...call, method: 'POST', path: 'xrpc/com.atproto.repo.createRecord', query: [], sent: post };
    assert.notEqual(faults({ ...created, contentType: 'application/json' }), 0);
    assert.notEqual(spec.faultsOfAnswer({ ...call, body: { posts: [{ uri: 'x' }] } }).length, 0);
    assert.equal(spec.faultsOfAnswer({ ...call, answered: 400, body: { error: 'X' } }).length, 1);
  });
}

const namesOf = ({ query, sent }: XrpcCall): string => {
  const { record, ...body } = (sent ?? {}) as { record?: object };
  return [...query.map(([name]) => name), ...Object.keys(body), ...Object.keys(record ?? {})].sort().join(' ');
};
