// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Command, Post, WriteOutcome } from '#channels';
import { openStage, type Stage } from './youtube-world.ts';

// A little more than one piece, so that a video takes two.
const FILE = Buffer.alloc(9_000_000, 7);

/** Where the desk offers the file: with ranges, whole, or gone. */
let files: Server;
let base: string;
let ranged = 0;
before(async () => {
  files = createServer((request, response) => {
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (request.url === '/gone.mp4') return void response.writeHead(404).end();
    if (request.url === '/whole.mp4' || range === null) return void response.writeHead(200).end(FILE);
    ranged += 1;
    const [from, to] = [Number(range[1]), Math.min(Number(range[2]), FILE.length - 1)];
    response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${FILE.length}` });
    response.end(FILE.subarray(from, to + 1));
  }).listen(0, '127.0.0.1');
  await once(files, 'listening');
  base = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
after(() => {
  files.closeAllConnections();
  files.close();
});

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  ranged = 0;
});
afterEach(() => stage.sandbox.close());

const contentOf = (more: Partial<Post> = {}, file = 'film.mp4'): Post => ({
  ...{ text: 'Come si chiede la carta d’identità.', title: 'La carta d’identità' },
  media: [{ kind: 'video', type: 'video/mp4', alt: '', url: `${base}/${file}` }],
  ...more,
});
const publishing = (content: Post = contentOf()): Command => ({ key: 'k', type: 'publish', content });
const step = (command: Command, outcome?: WriteOutcome) =>
  stage.adapter.write(stage.account, command, outcome?.state === 'under-way' ? outcome.progress : undefined);
const look = (command: Command, id?: string) => stage.adapter.readBack(stage.account, command, id);
const videos = async () =>
  (
    await stage.control<{ writings: { id: string; kind: string; title: string; text: string; exists: boolean }[] }>(
      'GET',
      'writings',
    )
  ).writings.filter(({ kind, title }) => kind === 'post' && title.startsWith('La carta'));
const calls = async (method: string) =>
  (await stage.control<{ calls: { method: string; headers: object; sent: unknown }[] }>('GET', 'calls')).calls.filter(
    (call) => call.method === method,
  );

async function toTheEnd(command: Command, from?: WriteOutcome): Promise<WriteOutcome> {
  let outcome = from ?? (await step(command));
  for (let count = 0; outcome.state === 'under-way' && count < 12; count++) outcome = await step(command, outcome);
  return outcome;
}

describe('publishing a video on YouTube', () => {
  it('sends it in pieces, and nobody sees it before the last', async () => {
    const order = publishing();
    const opened = await step(order);
    assert.equal(opened.state, 'under-way');
    const first = await step(order, opened);
    assert.equal(first.state, 'under-way');
    assert.equal((await videos()).length, 0);
    const last = await step(order, first);
    assert.equal(last.state, 'accepted');
    const id = last.state === 'accepted' ? last.externalId : undefined;
    assert.equal(last.state === 'accepted' && last.permalink, `https://www.youtube.com/watch?v=${id}`);
    assert.equal((await look(order, id)).state, 'confirmed');
    assert.ok(ranged >= 3, 'the file is read in pieces');
    const [video] = await videos();
    assert.deepEqual([video?.title, video?.text], ['La carta d’identità', 'Come si chiede la carta d’identità.']);
  });

  it('reads also from a server that knows only whole files', async () => {
    assert.equal((await toTheEnd(publishing(contentOf({}, 'whole.mp4')))).state, 'accepted');
    assert.equal((await videos()).length, 1);
  });

  it('repeats nothing after a crash: a step made again goes on from where YouTube has come', async () => {
    const order = publishing();
    const opened = await step(order);
    const first = await step(order, opened);
    // The outcome of the second step was lost with the process: it starts again from the first.
    const again = await step(order, opened);
    assert.equal(first.state, 'under-way');
    assert.equal(again.state, 'accepted');
    assert.equal((await step(order, opened)).state, 'accepted');
    assert.equal((await videos()).length, 1);
  });

  it('learns from YouTube itself what became of a piece whose answer was lost', async () => {
    for (const when of [
      'broken-before-effect',
      'broken-after-effect',
      'error-after-effect',
      'unreadable-after-effect',
    ]) {
      const order = publishing(contentOf({ title: `La carta, ${when}` }));
      const opened = await step(order);
      await stage.fault(when, { where: 'PUT', after: 1 });
      const outcome = await toTheEnd(order, opened);
      assert.equal(outcome.state, 'accepted', when);
    }
    assert.equal((await videos()).length, 4);
  });

  it('gives up a piece that never arrives, without saying that nothing happened', async () => {
    const order = publishing();
    let outcome = await step(order);
    await stage.fault('broken-before-effect', { where: 'PUT', times: 50 });
    const waits: number[] = [];
    while (outcome.state === 'under-way' && waits.length < 9) {
      outcome = await step(order, outcome);
      if (outcome.state === 'under-way') waits.push(outcome.waitSeconds);
    }
    assert.equal(outcome.state, 'unknown');
    assert.equal(waits.length, 4);
    assert.ok(waits.every((seconds) => seconds > 0));
    assert.equal((await look(order)).state, 'absent');
  });

  it('finds the video where the address of the upload has run out after the last byte, and begins again before it', async () => {
    const order = publishing();
    const opened = await step(order);
    assert.equal((await toTheEnd(order, opened)).state, 'accepted');
    await stage.fault('session-lost', { where: 'PUT', on: 'any' });
    const found = await step(order, opened);
    assert.equal(found.state, 'accepted');
    const other = publishing(contentOf({ title: 'La carta, di nuovo' }));
    const begun = await step(other);
    await stage.fault('session-lost', { where: 'PUT', on: 'any' });
    const renewed = await step(other, begun);
    assert.equal(renewed.state, 'under-way');
    assert.equal((await toTheEnd(other, renewed)).state, 'accepted');
    assert.equal((await videos()).length, 2);
  });

  it('says that the video stays private while the application is not verified', async () => {
    const order = publishing();
    await stage.fault('video-private', { where: 'PUT', after: 1 });
    const outcome = await toTheEnd(order);
    assert.equal(outcome.state, 'accepted');
    const seen = await look(order, outcome.state === 'accepted' ? outcome.externalId : undefined);
    assert.equal(seen.state === 'pending' && seen.error?.code, 'video-private');
  });

  it('says why YouTube does not publish what it received, and does not send it again', async () => {
    const order = publishing();
    await stage.fault('video-failed', { where: 'PUT', after: 1 });
    const outcome = await toTheEnd(order);
    const seen = await look(order, outcome.state === 'accepted' ? outcome.externalId : undefined);
    assert.match(seen.state === 'pending' ? (seen.error?.message ?? '') : '', /codec/);
  });

  it('refuses before sending what YouTube would refuse or cut, and what cannot be done from here', async () => {
    const refused: readonly [Post, string][] = [
      [contentOf({ title: 'a'.repeat(101) }), 'rejected-content'],
      [contentOf({ title: ' ' }), 'rejected-content'],
      [contentOf({ title: 'Novità <importanti>' }), 'rejected-content'],
      [contentOf({ text: 'è'.repeat(2501) }), 'rejected-content'],
      [contentOf({ media: [...contentOf().media, ...contentOf().media] }), 'rejected-content'],
      [contentOf({}, 'gone.mp4'), 'rejected-content'],
      [contentOf({ media: [] }), 'not-possible'],
      [contentOf({ comments: 'nobody' }), 'not-possible'],
    ];
    for (const [content, kind] of refused) {
      const outcome = await step(publishing(content));
      assert.equal(outcome.state === 'refused' && outcome.error.kind, kind, JSON.stringify(content).slice(0, 80));
    }
    assert.equal((await calls('POST')).length, 0);
  });

  it('puts a link at the end of the description, once', async () => {
    const link = { url: 'https://comune.example/carta', title: 'Carta', description: '' };
    const small = contentOf({ link, text: 'Tutto qui' });
    const media = [
      {
        ...small.media[0],
        kind: 'video',
        type: 'video/mp4',
        alt: '',
        url: `${stage.sandbox.url}/samples/video.mp4`,
      } as const,
    ];
    assert.equal((await toTheEnd(publishing({ ...small, media }))).state, 'accepted');
    assert.equal((await videos())[0]?.text, 'Tutto qui\n\nhttps://comune.example/carta');
  });

  it('never sends the token to an address that is not the network’s', async () => {
    const order = publishing();
    const progress = JSON.stringify({ session: `${base}/upload`, total: FILE.length, at: 0, tries: 0 });
    const outcome = await stage.adapter.write(stage.account, order, progress);
    assert.equal(outcome.state, 'under-way');
    assert.ok(outcome.state === 'under-way' && outcome.progress.includes(stage.account.baseUrl));
  });
});
