// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Command, InboundEvent, Media, WriteOutcome } from '#channels';
import { done } from '../contracts/mastodon-use.ts';
import { ACCOUNT, openStage, type Stage } from './mastodon-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

interface Kept {
  readonly method: string;
  readonly path: string;
  readonly sent: Readonly<Record<string, unknown>> | null;
  readonly body: Readonly<Record<string, unknown>>;
}

const callsTo = async (method: string, path: string): Promise<readonly Kept[]> =>
  ((await stage.control('GET', 'calls')).calls as Kept[]).filter(
    (call) => call.method === method && call.path.endsWith(path),
  );

const image = (alt = 'Un cartello'): Media => ({
  ...{ kind: 'image', type: 'image/jpeg', alt },
  url: `${stage.sandbox.url}/samples/image.jpg`,
});
const video = (): Media => ({
  ...{ kind: 'video', type: 'video/mp4', alt: '' },
  url: `${stage.sandbox.url}/samples/video.mp4`,
});
const publishing = (text: string, media: readonly Media[] = []): Command => ({
  type: 'publish',
  key: `k-${text.slice(0, 20)}`,
  content: { text, media },
});
const write = (command: Command, progress?: string): Promise<WriteOutcome> =>
  stage.adapter.write(stage.account, command, progress);
const kindOf = (outcome: WriteOutcome): string =>
  outcome.state === 'refused' ? outcome.error.kind : `${outcome.state} ${JSON.stringify(outcome)}`;
const texts = (events: readonly InboundEvent[]): readonly string[] =>
  events.flatMap((event) => ('text' in event ? [event.text] : []));
const writing = async (order: object): Promise<string> =>
  `${(await stage.control('POST', 'writings', { account: ACCOUNT.id, ...order })).id}`;
const replyTo = async (key: string, text: string): Promise<Command> => ({
  ...{ type: 'reply', key: `r-${key}`, target: await stage.idOf(key), post: await stage.idOf('p1') },
  text,
});

describe('mastodon, writing', () => {
  it('an edit says the pictures and their words again, or they would leave the post', async () => {
    const target = (await done(stage, publishing('Con figura', [image()]))) ?? '';
    await done(stage, { type: 'edit-post', key: 'e', target, text: 'Con figura, corretto' });
    const [last] = (await callsTo('PUT', target)).slice(-1);
    assert.equal((last?.body.media_attachments as unknown[] | undefined)?.length, 1);
  });

  it('a reply begins with the name of whom it answers, or it would never reach them', async () => {
    const written = await done(stage, await replyTo('c1', 'Grazie a lei'));
    const [call] = await callsTo('POST', 'v1/statuses');
    assert.equal(call?.sent?.status, '@ada_prova@altrove.example Grazie a lei');
    assert.deepEqual(
      (call?.body.mentions as { acct: string }[] | undefined)?.map(({ acct }) => acct),
      ['ada_prova@altrove.example'],
    );
    assert.ok(written);
  });

  it('a name that is already there is not said twice', async () => {
    await done(stage, await replyTo('c1', 'Grazie @ada_prova@altrove.example, ci siamo'));
    const [call] = await callsTo('POST', 'v1/statuses');
    assert.equal(call?.sent?.status, 'Grazie @ada_prova@altrove.example, ci siamo');
  });

  it('a private answer that names others is refused before it is sent: it would reach them too', async () => {
    const sent = await stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Aiuto' });
    const order: Command = {
      ...{ type: 'answer-message', key: 'm', target: `${sent.id}`, post: `${sent.person}`, writtenAt: new Date() },
      text: 'Ne parli con @leo_finto@altrove.example',
    };
    assert.equal(kindOf(await write(order)), 'rejected-content');
    assert.deepEqual(await callsTo('POST', 'v1/statuses'), []);
  });

  it('counts as the instance does: an address weighs 23, whatever its length', async () => {
    const address = `https://comune.example/${'a'.repeat(300)}`;
    assert.ok(await done(stage, publishing(`${'b'.repeat(476)} ${address}`)));
    assert.equal(kindOf(await write(publishing(`${'b'.repeat(477)} ${address}`))), 'rejected-content');
    assert.equal((await callsTo('POST', 'v1/statuses')).length, 1);
  });

  it('an alternative text longer than the instance takes is refused, for some cut it in silence', async () => {
    assert.equal(kindOf(await write(publishing('Con figura', [image('a'.repeat(1501))]))), 'rejected-content');
    assert.deepEqual(await callsTo('POST', 'v2/media'), []);
  });

  it('the same key twice is one post, within the hour', async () => {
    const order = publishing('Una volta sola');
    const [first, second] = [await write(order), await write(order)];
    assert.equal(first.state === 'accepted' && first.externalId, second.state === 'accepted' && second.externalId);
    const own = (await stage.control('GET', 'writings')).writings as { text: string }[];
    assert.equal(own.filter(({ text }) => text === 'Una volta sola').length, 1);
  });

  it('a video is waited for and then published, going on from where it was', async () => {
    const order = publishing('Il filmato', [video()]);
    const uploaded = await write(order);
    assert.ok(uploaded.state === 'under-way' && uploaded.waitSeconds > 0);
    const looked = await write(order, uploaded.progress);
    assert.ok(looked.state === 'under-way' && looked.waitSeconds > 0, 'still in the making (206)');
    assert.deepEqual(await callsTo('POST', 'v1/statuses'), [], 'nothing can be seen before it is ready');
    const ready = await write(order, looked.progress);
    assert.ok(ready.state === 'under-way' && ready.waitSeconds === 0);
    assert.equal((await write(order, ready.progress)).state, 'accepted');
    assert.equal((await callsTo('POST', 'v2/media')).length, 1);
  });

  it('a file that the instance cannot make ready is refused in plain words', async () => {
    await stage.control('POST', 'faults', { fault: 'media-fails' });
    const order = publishing('Il filmato', [video()]);
    const uploaded = await write(order);
    assert.ok(uploaded.state === 'under-way');
    const looked = await write(order, uploaded.progress);
    assert.ok(looked.state === 'refused' && looked.error.code === 'media-failed');
  });

  it('a refusal that is a page and not JSON still counts by its status (snac2)', async () => {
    await stage.control('POST', 'faults', { fault: 'html-error' });
    assert.equal(kindOf(await write(publishing('Prova'))), 'rejected-content');
    await stage.control('POST', 'faults', { fault: 'gone-page', on: 'read', where: 'statuses/' });
    const removal: Command = { type: 'remove-post', key: 'd', target: await stage.idOf('p2') };
    assert.equal((await stage.adapter.readBack(stage.account, removal)).state, 'confirmed');
  });

  it('an instance that does not tell its limits gets what every Mastodon grants (snac2)', async () => {
    await stage.control('POST', 'faults', { fault: 'no-instance', on: 'read', where: 'instance', times: 2 });
    assert.equal((await write(publishing('a'.repeat(500)))).state, 'accepted');
    assert.equal(kindOf(await write(publishing('a'.repeat(501)))), 'rejected-content');
  });

  it('an answer that cannot be read is a write that happened, and is found again', async () => {
    await stage.control('POST', 'faults', { fault: 'unreadable-after-effect' });
    const order: Command = { ...publishing('Senza risposta'), since: new Date() } as Command;
    assert.equal((await write(order)).state, 'unknown');
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
  });

  it('the words of others are neither changed nor removed', async () => {
    const target = await stage.idOf('c1');
    assert.equal(kindOf(await write({ type: 'edit-post', key: 'e', target, text: 'Altro' })), 'not-possible');
    assert.equal(kindOf(await write({ type: 'remove-post', key: 'd', target })), 'not-possible');
    assert.deepEqual(await callsTo('DELETE', target), []);
  });

  it('a report that was lost stays open: nobody is shown their own reports', async () => {
    await stage.control('POST', 'faults', { fault: 'broken-after-effect' });
    const target = await stage.idOf('c1');
    const order: Command = { type: 'report', key: 's', target, post: null, reason: 'spam', text: 'Pubblicità.' };
    assert.equal((await write(order)).state, 'unknown');
    const seen = await stage.adapter.readBack(stage.account, order);
    assert.equal(seen.state === 'pending' && seen.error?.code, 'reports-not-listed');
  });
});

describe('mastodon, reading', () => {
  it('private mentions that the instance keeps aside are read, and are messages', async () => {
    await stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Tra noi' });
    await stage.control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Eccomi', own: true });
    const { events } = await stage.adapter.pull(stage.account, null);
    const said = events.flatMap((event) => ('text' in event && event.kind === 'message' ? [event] : []));
    assert.deepEqual(
      said.map(({ text, own }) => [text, own]),
      [
        ['Tra noi', false],
        ['@ada_prova Eccomi', true],
      ],
    );
    assert.equal(new Set(said.map(({ conversation }) => conversation)).size, 1);
  });

  it('a reply that does not name us is in no notification, and comes with the thread', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    const [post, parent] = [await stage.idOf('p1'), await stage.idOf('c1')];
    const id = await writing({ post, parent, author: 'Leo Finto', text: 'Tra noi due' });
    const { events } = await stage.adapter.pull(stage.account, cursor);
    const event = events.find(({ externalId }) => externalId === id);
    assert.ok(event !== undefined && 'kind' in event);
    assert.deepEqual([event.kind, event.post?.externalId, event.parentExternalId], ['reply', post, parent]);
    const notified = await callsTo('GET', 'v1/notifications');
    assert.ok(!JSON.stringify(notified).includes(id));
  });

  it('whoever is blocked leaves the thread, and is not told as deleted', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    await stage.control('POST', 'bans', { account: ACCOUNT.id, author: 'Ada Prova' });
    const { events } = await stage.adapter.pull(stage.account, cursor);
    assert.deepEqual(
      events.filter(({ type }) => type === 'deleted'),
      [],
    );
  });

  it('more mentions than a page, in a day when nobody read: none is lost', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    for (let number = 0; number < 170; number++) {
      await writing({ kind: 'mention', author: `Persona ${number}`, text: `@${ACCOUNT.handle} sono ${number}` });
      if (number % 40 === 0) stage.sandbox.clock.advance(3600 * 5);
    }
    const { events } = await stage.adapter.pull(stage.account, cursor);
    assert.equal(new Set(texts(events).filter((text) => text.includes('sono'))).size, 170);
  });

  it('more mentions within a minute than one pull reads: the next goes on, and none is lost', async () => {
    const first = await stage.adapter.pull(stage.account, null);
    const crowd = Array.from({ length: 900 }, (_, number) => `@${ACCOUNT.handle} urlo ${number}`);
    for (const [number, text] of crowd.entries())
      await writing({ kind: 'mention', author: `Persona ${number % 50}`, text });
    const told = new Set<string>();
    let { cursor } = first;
    for (let turn = 0; turn < 3; turn++) {
      const pulled = await stage.adapter.pull(stage.account, cursor);
      for (const text of texts(pulled.events)) if (text.includes('urlo')) told.add(text);
      ({ cursor } = pulled);
    }
    assert.equal(told.size, 900);
  });

  it('an unchanged thread is not told again, an edited one is', async () => {
    const first = await stage.adapter.pull(stage.account, null);
    const second = await stage.adapter.pull(stage.account, first.cursor);
    assert.ok(!texts(second.events).includes('Che foto'));
    await stage.control('POST', 'edits', { id: await stage.idOf('c3'), text: 'Che bella foto' });
    const third = await stage.adapter.pull(stage.account, second.cursor);
    assert.ok(texts(third.events).includes('Che bella foto'));
  });

  it('stops early and says how long to wait, keeping the rest of the allowance for writes', async () => {
    await stage.control('PUT', 'usage', { percent: 85 });
    const { waitSeconds, cursor } = await stage.adapter.pull(stage.account, null);
    assert.ok(waitSeconds !== undefined && waitSeconds > 0 && waitSeconds <= 300, String(waitSeconds));
    assert.deepEqual(await callsTo('GET', 'context'), []);
    await stage.control('PUT', 'usage', { percent: 0 });
    const { events } = await stage.adapter.pull(stage.account, cursor);
    assert.ok(texts(events).includes('Davvero'), 'what had to wait is read later');
  });

  it('a refusal for too many calls says when to come back, by the instance’s own clock', async () => {
    stage.sandbox.clock.advance(86_400 * 30);
    await stage.control('POST', 'faults', { fault: 'rate-limited', on: 'read' });
    await assert.rejects(
      stage.adapter.pull(stage.account, null),
      (fault: { error?: { retryAfterSeconds?: number } }) => {
        const wait = fault.error?.retryAfterSeconds ?? 0;
        return wait > 0 && wait <= 300;
      },
    );
  });

  it('the token of another account reads nothing', async () => {
    const other = { ...stage.account, externalId: '114000000000000099' };
    await assert.rejects(stage.adapter.pull(other, null), (fault: { error?: { code: string } }) => {
      return fault.error?.code === 'other-account';
    });
  });

  it('our own words come back as our own, once', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    const id = await done(stage, await replyTo('c1', 'Grazie a lei'));
    const { events } = await stage.adapter.pull(stage.account, cursor);
    const own = events.filter((event) => 'own' in event && event.externalId === id);
    assert.equal(own.length, 1);
    assert.ok(own[0] !== undefined && 'own' in own[0] && own[0].own);
  });
});

it('mastodon: a permission that was not granted is told by the check, and refused as a role', async () => {
  const poor = await openStage({ scopes: 'read write:statuses' });
  try {
    const { lacking = [] } = (await poor.adapter.check?.(poor.account)) ?? {};
    assert.deepEqual([...lacking].sort(), ['ban', 'publish-image', 'publish-video', 'report']);
    const ban: Command = { type: 'ban', key: 'b', target: '115000000000000003', post: null };
    const outcome = await poor.adapter.write(poor.account, ban);
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'role-lost');
  } finally {
    await poor.sandbox.close();
  }
});
