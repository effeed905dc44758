// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Command, InboundEvent, Media, WriteOutcome } from '#channels';
import { done } from '../contracts/mastodon-use.ts';
import { ACCOUNT, openStage, type Stage } from './bluesky-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

interface Kept {
  readonly path: string;
  readonly answered: number;
  readonly sent: { readonly record?: Readonly<Record<string, unknown>> } | null;
}

const callsTo = async (method: string): Promise<readonly Kept[]> =>
  ((await stage.control('GET', 'calls')).calls as Kept[]).filter(({ path }) => path.endsWith(method));
const write = (command: Command, progress?: string): Promise<WriteOutcome> =>
  stage.adapter.write(stage.account, command, progress);
const readBack = (command: Command) => stage.adapter.readBack(stage.account, command);
const publishing = (text: string, media: readonly Media[] = []): Command => ({
  ...{ type: 'publish', content: { text, media } },
  key: `k-${text.slice(0, 20)}`,
});
const kindOf = (outcome: WriteOutcome): string =>
  outcome.state === 'refused' ? outcome.error.kind : `${outcome.state} ${JSON.stringify(outcome)}`;
const hiding = async (type: 'hide' | 'unhide', key = 'c1'): Promise<Command> => ({
  ...{ type, key: `${type}-${key}`, target: await stage.idOf(key) },
  post: await stage.idOf('p1'),
});
const commenting = async (post: string): Promise<unknown> =>
  (await stage.control('GET', `writings/${encodeURIComponent(post)}`)).commenting;
const typesOf = (events: readonly InboundEvent[]): readonly string[] =>
  events.filter(({ type }) => type !== 'written').map(({ type }) => type);

describe('bluesky, writing', () => {
  it('hiding leaves alone who may reply, closing leaves alone what is hidden', async () => {
    const post = await stage.idOf('p1');
    await stage.control('PUT', 'commenting', { post, commenting: 'restricted' });
    await done(stage, await hiding('hide'));
    assert.equal(await commenting(post), 'restricted');
    await done(stage, { type: 'close-comments', key: 'c', target: post });
    assert.equal((await readBack(await hiding('hide'))).state, 'confirmed');
    await done(stage, { type: 'open-comments', key: 'o', target: post });
    assert.equal((await readBack(await hiding('hide'))).state, 'confirmed');
    assert.equal(await commenting(post), 'open');
  });

  it('a thread that somebody else changes meanwhile is read again, and nothing of theirs is lost', async () => {
    await stage.control('POST', 'faults', { fault: 'swap-lost' });
    await done(stage, await hiding('hide'));
    const answers = (await callsTo('putRecord')).map(({ answered }) => answered);
    assert.deepEqual(answers, [400, 200]);
  });

  it('the same order twice is one record: a second one would meet a server in trouble', async () => {
    const order = publishing('Una volta sola');
    const [first, second] = [await write(order), await write(order)];
    assert.deepEqual(second, first);
    assert.equal((await callsTo('createRecord')).length, 1);
  });

  it('a post that nobody may answer is closed in the very write that makes it', async () => {
    const order: Command = {
      type: 'publish',
      key: 'n',
      content: { text: 'Solo da leggere', media: [], comments: 'nobody' },
    };
    const uri = (await done(stage, order)) ?? '';
    assert.equal(await commenting(uri), 'closed');
    assert.equal((await callsTo('applyWrites')).length, 1);
    await stage.control('PUT', 'commenting', { post: uri, commenting: 'open' });
    const seen = await readBack(order);
    assert.equal(seen.state === 'pending' && seen.error?.code, 'RepliesOpen');
  });

  it('counts what people see as one sign, and marks links by their bytes', async () => {
    const link = 'https://comune.example/perché';
    const uri = await done(stage, publishing(`È così: ${link}`));
    assert.ok(uri);
    const [call] = await callsTo('createRecord');
    const facets = call?.sent?.record?.facets as { index: { byteStart: number } }[] | undefined;
    assert.equal(facets?.[0]?.index.byteStart, Buffer.byteLength('È così: '));
    assert.ok(await done(stage, publishing('👩‍👩‍👧'.repeat(100))));
    assert.equal(kindOf(await write(publishing('è'.repeat(301)))), 'rejected-content');
    assert.equal(kindOf(await write(publishing('👩‍👩‍👧'.repeat(299)))), 'rejected-content', 'more than 3,000 bytes');
  });

  it('what cannot be published is refused before any file goes up', async () => {
    const image: Media = { kind: 'image', type: 'image/jpeg', alt: 'x', url: `${stage.sandbox.url}/samples/image.jpg` };
    const video: Media = { ...image, kind: 'video', type: 'video/mp4' };
    const refusals: readonly Media[][] = [
      [image, image, image, image, image],
      [image, video],
      [{ ...image, type: 'application/pdf' }],
      [{ ...image, alt: 'a'.repeat(2001) }],
    ];
    for (const media of refusals) assert.equal(kindOf(await write(publishing('Prova', media))), 'rejected-content');
    assert.equal(kindOf(await write(publishing('a'.repeat(301), [image]))), 'rejected-content');
    const missing = { ...image, url: `${stage.sandbox.url}/samples/manca.jpg` };
    assert.equal(kindOf(await write(publishing('Prova', [missing]))), 'rejected-content');
    assert.deepEqual(await callsTo('uploadBlob'), []);
  });

  it('several pictures go up one by one, and a crash in between repeats nothing that can be seen', async () => {
    const image: Media = { kind: 'image', type: 'image/jpeg', alt: 'x', url: `${stage.sandbox.url}/samples/image.jpg` };
    const order = publishing('Due figure', [image, image]);
    const first = await write(order);
    assert.ok(first.state === 'under-way');
    const second = await write(order, first.progress);
    assert.ok(second.state === 'under-way');
    assert.equal((await readBack(order)).state, 'absent');
    assert.equal((await write(order, second.progress)).state, 'accepted');
    assert.equal((await write(order)).state, 'accepted');
    assert.equal((await callsTo('uploadBlob')).length, 2);
    assert.equal((await readBack(order)).state, 'confirmed');
  });

  it('somebody who accepts no messages is told as a closed window', async () => {
    const sent = await stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Aiuto' });
    await stage.control('POST', 'faults', { fault: 'window-closed' });
    const order: Command = {
      ...{ type: 'answer-message', key: 'm', target: `${sent.id}`, post: `${sent.conversation}` },
      ...{ text: 'Eccoci', writtenAt: new Date() },
    };
    assert.equal(kindOf(await write(order)), 'window-closed');
    assert.equal((await readBack(order)).state, 'absent');
  });

  it('a lost private answer is found again by its words, and sent once', async () => {
    const sent = await stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Aiuto' });
    await stage.control('POST', 'faults', { fault: 'broken-after-effect' });
    const order: Command = {
      ...{ type: 'answer-message', key: 'm', target: `${sent.id}`, post: `${sent.conversation}` },
      ...{ text: 'Eccoci', writtenAt: new Date(), since: new Date() },
    };
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await readBack(order)).state, 'confirmed');
  });

  it('only what is ours is closed, opened or removed', async () => {
    const target = await stage.idOf('c1');
    for (const type of ['close-comments', 'open-comments', 'remove-post'] as const) {
      assert.equal(kindOf(await write({ type, key: type, target })), 'not-possible');
    }
    const mention = { type: 'hide', key: 'm', target: await stage.idOf('m1'), post: null } as const;
    assert.equal(kindOf(await write(mention)), 'not-possible');
  });
});

describe('bluesky, reading', () => {
  it('what a colleague hides or shows in the app is told', async () => {
    const first = await stage.adapter.pull(stage.account, null);
    const id = await stage.idOf('c1');
    await stage.control('POST', 'states', { id, state: 'hidden' });
    const second = await stage.adapter.pull(stage.account, first.cursor);
    assert.deepEqual(typesOf(second.events), ['hidden']);
    await stage.control('POST', 'states', { id, state: 'shown' });
    const third = await stage.adapter.pull(stage.account, second.cursor);
    assert.deepEqual(typesOf(third.events), ['shown']);
  });

  it('whoever is blocked leaves the notifications, and is not told as deleted', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    await stage.control('POST', 'bans', { account: ACCOUNT.id, author: 'Ada Prova' });
    assert.deepEqual(typesOf((await stage.adapter.pull(stage.account, cursor)).events), []);
  });

  it('without permission for messages the rest is read, nobody signs in again, and the check says so', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    await stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Tra noi' });
    await stage.control('POST', 'writings', {
      ...{ account: ACCOUNT.id, author: 'Ada Prova', text: 'In pubblico' },
      post: await stage.idOf('p1'),
    });
    await stage.control('POST', 'faults', { fault: 'no-chat', on: 'read', where: 'chat.', times: 3 });
    const second = await stage.adapter.pull(stage.account, cursor);
    assert.deepEqual(
      second.events.flatMap((event) => ('text' in event ? [event.text] : [])),
      ['In pubblico'],
    );
    assert.deepEqual((await stage.adapter.check?.(stage.account))?.lacking, ['read-messages', 'answer-message']);
    assert.equal((await callsTo('createSession')).length, 1);
    await stage.control('DELETE', 'faults');
    const third = await stage.adapter.pull(stage.account, second.cursor);
    assert.ok(
      third.events.some((event) => 'text' in event && event.text === 'Tra noi'),
      'read on later',
    );
  });

  it('a service of messages that rests is no lack', async () => {
    await stage.control('POST', 'faults', { fault: 'chat-down', on: 'read', where: 'chat.' });
    assert.deepEqual((await stage.adapter.check?.(stage.account))?.lacking, []);
  });

  it('a session that ran out is renewed without a second login', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    stage.sandbox.clock.advance(3 * 3600);
    await stage.adapter.pull(stage.account, cursor);
    assert.deepEqual([(await callsTo('createSession')).length, (await callsTo('refreshSession')).length], [1, 1]);
  });

  it('an application password that was taken back asks for a person', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    await stage.control('POST', 'token-ends', { account: ACCOUNT.id, why: 'revoked' });
    await assert.rejects(stage.adapter.pull(stage.account, cursor), (fault: { error?: { kind: string } }) => {
      return fault.error?.kind === 'reauth-needed';
    });
  });

  it('slows down when little of the allowance is left, by the network’s own clock', async () => {
    stage.sandbox.clock.advance(86_400 * 30);
    await stage.control('PUT', 'usage', { percent: 85 });
    const { waitSeconds = 0 } = await stage.adapter.pull(stage.account, null);
    assert.ok(waitSeconds > 0 && waitSeconds <= 301, String(waitSeconds));
  });

  it('several messages of one person are one conversation, told once', async () => {
    const send = (text: string) =>
      stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text });
    await send('Buongiorno');
    const first = await stage.adapter.pull(stage.account, null);
    await send('Una domanda');
    const second = await stage.adapter.pull(stage.account, first.cursor);
    const told = [...first.events, ...second.events].filter((event) => 'kind' in event && event.kind === 'message');
    assert.deepEqual(
      told.map((event) => 'text' in event && event.text),
      ['Buongiorno', 'Una domanda'],
    );
    assert.equal(new Set(told.map((event) => 'conversation' in event && event.conversation)).size, 1);
  });
});
