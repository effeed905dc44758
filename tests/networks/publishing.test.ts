// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { AppBskyFeedDefs } from '@atproto/api';
import { blueskyAdapter } from '../../src/channels/bluesky/adapter.ts';
import type { Command, ConnectedAccount, Post as Content, Media } from '../../src/channels/port.ts';
import {
  createAccount,
  createAppPassword,
  deliveredToBluesky,
  describeNetwork,
  type Person,
  reply,
  settle,
  thread,
} from './network.ts';

// What the desk publishes, as other people see it on the real servers.

const bluesky = deliveredToBluesky();
let body: Person;
let citizen: Person;
let account: ConnectedAccount;
let files: Server;

/** A grey square of eight points, and the first box of a video: enough for a server that looks at what kind of file it is. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z';
const MP4 = '\0\0\0\x18ftypisom\0\0\x02\0isommp42';
const FILES: Readonly<Record<string, readonly [string, Buffer]>> = {
  '/figura.jpg': ['image/jpeg', Buffer.from(JPEG, 'base64')],
  '/filmato.mp4': ['video/mp4', Buffer.from(MP4, 'latin1')],
};

before(async () => {
  [body, citizen] = await Promise.all([createAccount('redazione'), createAccount('lettrice')]);
  account = {
    externalId: body.did,
    handle: body.handle,
    baseUrl: describeNetwork().pds,
    credentials: { identifier: body.handle, appPassword: await createAppPassword(body) },
  };
  files = createServer(({ url = '' }, response) => {
    const [type, bytes] = FILES[url] ?? ['text/plain', Buffer.from('no')];
    response.writeHead(FILES[url] === undefined ? 404 : 200, { 'content-type': type, connection: 'close' });
    response.end(bytes);
  });
  files.listen(0, '127.0.0.1');
  await once(files, 'listening');
});
after(() => new Promise((end) => files.close(end)));

const media = (name: string, kind: Media['kind'], alt: string): Media => ({
  ...{ kind, alt, type: FILES[name]?.[0] ?? '' },
  url: `http://127.0.0.1:${(files.address() as AddressInfo).port}${name}`,
});

let orders = 0;
async function publish(content: Partial<Content>): Promise<{ uri: string; order: Command }> {
  const text = `Avviso di prova ${++orders}`;
  const order: Command = { type: 'publish', key: `prova ${orders}`, content: { text, media: [], ...content } };
  let outcome = await bluesky.write(account, order);
  while (outcome.state === 'under-way') outcome = await bluesky.write(account, order, outcome.progress);
  assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
  const uri = (outcome.state === 'accepted' && outcome.externalId) || '';
  const seen = await bluesky.readBack(account, order, uri);
  assert.equal(seen.state, 'confirmed', JSON.stringify(seen));
  return { uri, order };
}

async function shown(uri: string): Promise<AppBskyFeedDefs.PostView> {
  await settle();
  const { data } = await citizen.agent.app.bsky.feed.getPosts({ uris: [uri] });
  const [post] = data.posts;
  assert.ok(post, `${uri} is not shown`);
  return post;
}

const onPost = (type: 'remove-post' | 'close-comments' | 'open-comments', target: string): Command => ({
  ...{ type, target },
  key: `${type} ${target}`,
});

describe('publishing', () => {
  test('pictures come out with the words that describe them', async () => {
    const { uri } = await publish({
      media: [
        media('/figura.jpg', 'image', 'Un quadrato grigio'),
        media('/figura.jpg', 'image', 'Lo stesso, da dietro'),
      ],
    });
    const { embed } = await shown(uri);
    const { images } = embed as unknown as { images: { alt: string }[] };
    assert.deepEqual(
      images.map(({ alt }) => alt),
      ['Un quadrato grigio', 'Lo stesso, da dietro'],
    );
  });

  test('a video comes out as one', async () => {
    const { uri } = await publish({ media: [media('/filmato.mp4', 'video', 'Un filmato vuoto')] });
    const { embed } = await shown(uri);
    assert.deepEqual(
      [embed?.$type, (embed as { alt?: string }).alt],
      ['app.bsky.embed.video#view', 'Un filmato vuoto'],
    );
  });

  test('a link comes out with its card', async () => {
    const link = { url: 'https://comune.example.org/avviso', title: 'L’avviso', description: 'Gli orari nuovi.' };
    const { embed } = await shown((await publish({ link })).uri);
    const { external } = embed as unknown as { external: { uri: string; title: string } };
    assert.deepEqual([external.uri, external.title], [link.url, link.title]);
  });

  test('the same order twice is one post, and a withdrawn one is gone', async () => {
    const { uri, order } = await publish({});
    const again = await blueskyAdapter().write(account, order);
    assert.equal(again.state === 'accepted' && again.externalId, uri);
    const removal = onPost('remove-post', uri);
    assert.equal((await bluesky.write(account, removal)).state, 'accepted');
    assert.equal((await bluesky.readBack(account, removal)).state, 'confirmed');
    await settle();
    const { data } = await citizen.agent.app.bsky.feed.getPosts({ uris: [uri] });
    assert.deepEqual(data.posts, []);
  });

  test('nobody can reply to a post that says so, from its first moment', async () => {
    const { uri } = await publish({ comments: 'nobody' });
    const post = await shown(uri);
    assert.equal(post.viewer?.replyDisabled, true);
    await reply(citizen, post, 'Ci provo lo stesso');
    assert.deepEqual((await thread(citizen, post)).replies, []);
  });

  test('replies are closed and opened again, and what was hidden stays so', async () => {
    const { uri } = await publish({});
    const post = await shown(uri);
    const insult = await reply(citizen, post, 'Un insulto');
    await settle();
    const hide: Command = { type: 'hide', key: 'nascosta', target: insult.uri, post: uri };
    assert.equal((await bluesky.write(account, hide)).state, 'accepted');
    for (const type of ['close-comments', 'open-comments'] as const) {
      const order = onPost(type, uri);
      assert.equal((await bluesky.write(account, order)).state, 'accepted');
      assert.equal((await bluesky.readBack(account, order)).state, 'confirmed');
      assert.equal((await shown(uri)).viewer?.replyDisabled ?? false, type === 'close-comments');
      assert.equal((await bluesky.readBack(account, hide)).state, 'confirmed');
    }
  });

  test('counts what people did, and says how the connection is doing', async () => {
    const { uri } = await publish({});
    const post = await shown(uri);
    await citizen.agent.like(post.uri, post.cid);
    await reply(citizen, post, 'Grazie');
    await settle();
    const figures = (await bluesky.insights?.(account)) ?? [];
    const of = (measure: string) => figures.find((one) => one.post === uri && one.measure === measure)?.value;
    assert.deepEqual([of('likes'), of('comments')], [1, 1]);
    const told = await bluesky.check?.(account);
    // These servers have no service of private messages.
    assert.ok(told?.lacking.every((one) => ['read-messages', 'answer-message'].includes(one)));
  });
});
