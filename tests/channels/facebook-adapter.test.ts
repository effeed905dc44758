// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChannelFault, type Command, facebookAdapter } from '#channels';
import { openStage, PAGE, type Stage } from './facebook-world.ts';

let stage: Stage;
let post: string;

beforeEach(async () => {
  stage = await openStage();
  post = await stage.idOf('p1');
});
afterEach(() => stage.sandbox.close());

const fault = (name: string, on = 'write', times = 1) => stage.control('POST', 'faults', { fault: name, on, times });

async function citizenWrites(text: string, more: object = {}): Promise<string> {
  const { id } = await stage.control('POST', 'writings', {
    account: PAGE.id,
    post,
    author: 'Ada Prova',
    text,
    ...more,
  });
  return `${id}`;
}

const reply = (target: string, text: string, more: { since?: Date } = {}): Command => ({
  type: 'reply',
  key: 'k',
  target,
  post,
  text,
  ...more,
});

const writes = async () =>
  (await stage.control('GET', 'writes')).writes as {
    method: string;
    path: string;
    parameters: Record<string, string>;
    effect: boolean;
  }[];

describe('reading a Facebook page', () => {
  it('reads the start of the world: kinds, missing authors, photos, visitor posts', async () => {
    const { events } = await stage.adapter.pull(stage.account, null);
    const told = events.map((event) =>
      event.type === 'written' ? [event.kind, event.author?.name ?? null, event.hasMedia, event.own] : [event.type],
    );
    assert.deepEqual(told, [
      ['comment', 'Ada Prova', false, false],
      ['reply', null, false, false],
      ['comment', 'Leo Finto', true, false],
      ['visitor-post', 'Nives Inventata', false, false],
    ]);
    const first = events[0];
    assert.ok(first?.type === 'written' && first.post?.text === 'Da lunedì lo sportello apre alle 9.');
    assert.match(first.permalink ?? '', /\/facebook\/comunediesempio\/posts\/.+#c/);
  });

  it('follows a long thread to its end, at the first reading and at the next ones', async () => {
    for (let number = 0; number < 260; number++) await citizenWrites(`Commento ${number}`);
    const first = await stage.adapter.pull(stage.account, null);
    const ids = new Set(first.events.map(({ externalId }) => externalId));
    assert.equal(ids.size, 264);
    assert.equal(first.events.length, 264);
    const late = await citizenWrites('In fondo alla discussione');
    const second = await stage.adapter.pull(stage.account, first.cursor);
    assert.ok(second.events.some(({ externalId }) => externalId === late));
    assert.equal(
      first.wholeThreads?.find(({ postExternalId }) => postExternalId === post)?.itemExternalIds.length,
      262,
    );
  });

  it('tells own comments apart, and hiding and showing once each', async () => {
    const own = await citizenWrites('Risponde il Comune', { author: PAGE.name });
    const target = await citizenWrites('Da nascondere');
    const first = await stage.adapter.pull(stage.account, null);
    assert.ok(first.events.some((event) => event.externalId === own && event.type === 'written' && event.own));
    await stage.adapter.write(stage.account, { type: 'hide', key: 'k', target, post });
    const hidden = await stage.adapter.pull(stage.account, first.cursor);
    const changes = (events: typeof hidden.events) =>
      events.filter(({ type }) => type === 'hidden' || type === 'shown');
    assert.deepEqual(
      changes(hidden.events).map(({ type, externalId }) => [type, externalId]),
      [['hidden', target]],
    );
    const still = await stage.adapter.pull(stage.account, hidden.cursor);
    assert.deepEqual(changes(still.events), []);
    await stage.adapter.write(stage.account, { type: 'unhide', key: 'k', target, post });
    const shown = await stage.adapter.pull(stage.account, still.cursor);
    assert.deepEqual(
      changes(shown.events).map(({ type }) => type),
      ['shown'],
    );
    assert.deepEqual(changes((await stage.adapter.pull(stage.account, shown.cursor)).events), []);
  });

  it('starts again from a cursor it cannot read', async () => {
    const { events } = await stage.adapter.pull(stage.account, 'non è un cursore');
    assert.equal(events.length, 4);
  });

  it('asks to slow down as the allowance wears out', async () => {
    assert.equal((await stage.adapter.pull(stage.account, null)).waitSeconds, undefined);
    await stage.control('PUT', 'usage', { percent: 75 });
    const slower = (await stage.adapter.pull(stage.account, null)).waitSeconds ?? 0;
    await stage.control('PUT', 'usage', { percent: 95 });
    const stopped = (await stage.adapter.pull(stage.account, null)).waitSeconds ?? 0;
    assert.ok(slower > 0 && stopped > slower);
  });

  it('refuses to read as someone who is not the Page', async () => {
    const other = { ...stage.account, externalId: '1' };
    await assert.rejects(stage.adapter.pull(other, null), (thrown: unknown) => {
      return thrown instanceof ChannelFault && thrown.error.kind === 'reauth-needed';
    });
  });

  it('loses nothing when Facebook is not there for a day', async () => {
    const { cursor } = await stage.adapter.pull(stage.account, null);
    await fault('down', 'any');
    const during = await citizenWrites('Mentre non c’era');
    await assert.rejects(stage.adapter.pull(stage.account, cursor), ChannelFault);
    stage.sandbox.clock.advance(86_400);
    const after = await citizenWrites('Appena tornato');
    await stage.control('DELETE', 'faults');
    const { events } = await stage.adapter.pull(stage.account, cursor);
    for (const id of [during, after]) assert.ok(events.some(({ externalId }) => externalId === id));
  });

  it('loses nothing when a reading breaks in the middle', async () => {
    await fault('broken-before-effect', 'read');
    await assert.rejects(stage.adapter.pull(stage.account, null), ChannelFault);
    assert.equal((await stage.adapter.pull(stage.account, null)).events.length, 4);
  });
});

describe('writing to a Facebook page', () => {
  const KINDS = {
    'token-expired': 'token-expired',
    'password-changed': 'reauth-needed',
    'role-lost': 'role-lost',
    'permission-missing': 'reauth-needed',
    'not-the-page': 'reauth-needed',
    'rate-limited': 'rate-limited',
    blocked: 'blocked-by-platform',
  } as const;
  for (const [name, kind] of Object.entries(KINDS)) {
    it(`${name} is refused as ${kind}, and nothing is done`, async () => {
      await fault(name);
      const target = await citizenWrites('Bersaglio');
      const outcome = await stage.adapter.write(stage.account, { type: 'hide', key: 'k', target, post });
      assert.equal(outcome.state, 'refused');
      assert.ok(outcome.state === 'refused' && outcome.error.kind === kind);
      assert.ok(!JSON.stringify(outcome).includes('token-di-prova'));
      if (kind === 'rate-limited') assert.equal(outcome.error.retryAfterSeconds, 7 * 60);
      assert.deepEqual(
        (await writes()).map(({ effect }) => effect),
        [false],
      );
    });
  }

  for (const name of ['error-after-effect', 'error-before-effect', 'unreadable-after-effect', 'broken-after-effect']) {
    it(`${name} leaves the outcome unknown, after one call`, async () => {
      await fault(name);
      const target = await citizenWrites('Bersaglio');
      assert.equal((await stage.adapter.write(stage.account, reply(target, 'Eccoci'))).state, 'unknown');
      assert.equal((await writes()).length, 1);
    });
  }

  it('gives up waiting, and does not know', async () => {
    await fault('timeout-after-effect');
    const target = await citizenWrites('Bersaglio');
    const hasty = facebookAdapter({ timeoutMilliseconds: 100 });
    const order: Command = { type: 'remove', key: 'k', target, post };
    const outcome = await hasty.write(stage.account, order);
    assert.ok(outcome.state === 'unknown' && outcome.error.code === 'timeout');
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
  });

  it('knows that nothing was done where no connection was made', async () => {
    const closed = await openStage();
    await closed.sandbox.close();
    const never = { ...stage.account, baseUrl: closed.account.baseUrl };
    const outcome = await stage.adapter.write(never, { type: 'hide', key: 'k', target: '1_2', post });
    assert.ok(outcome.state === 'refused' && outcome.error.kind === 'transient');
  });

  it('replies on the comments edge, and never touches the words of the citizen', async () => {
    const target = await citizenWrites('Parole mie');
    await stage.adapter.write(stage.account, reply(target, 'Parole nostre'));
    assert.deepEqual(
      (await writes()).map(({ method, path, parameters }) => [method, path, parameters]),
      [['POST', `v26.0/${target}/comments`, { message: 'Parole nostre' }]],
    );
    assert.equal((await stage.control('GET', `writings/${target}`)).text, 'Parole mie');
  });

  it('does not trust a reply without a new id, and finds it', async () => {
    await fault('no-id-after-effect');
    const target = await citizenWrites('Bersaglio');
    const order = reply(target, 'Buongiorno,\r\n  risponde  l’ufficio');
    assert.equal((await stage.adapter.write(stage.account, order)).state, 'unknown');
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
  });

  it('a reply that Facebook turns into an edit of the comment is noticed, and never sent again', async () => {
    await fault('edit-instead-of-reply');
    const target = await citizenWrites('Parole mie');
    const order = reply(target, 'Parole nostre');
    const outcome = await stage.adapter.write(stage.account, order);
    assert.ok(outcome.state === 'unknown' && outcome.error.code === 'reply-without-new-id');
    const found = await stage.adapter.readBack(stage.account, order);
    assert.ok(found.state === 'pending' && found.error?.code === 'reply-without-new-id');
  });

  it('calls for a person when the words of the citizen have become our reply', async () => {
    const target = await citizenWrites('Parole mie');
    await stage.control('POST', 'edits', { id: target, text: 'Parole nostre' });
    const found = await stage.adapter.readBack(stage.account, reply(target, 'Parole nostre'));
    assert.ok(found.state === 'pending' && found.error?.code === 'reply-without-new-id');
  });

  it('does not take an older reply with the same words for this one', async () => {
    const target = await citizenWrites('Bersaglio');
    await stage.adapter.write(stage.account, reply(target, 'Grazie'));
    const since = new Date(Date.now() + 120_000);
    assert.equal((await stage.adapter.readBack(stage.account, reply(target, 'Grazie', { since }))).state, 'absent');
    assert.equal((await stage.adapter.readBack(stage.account, reply(target, 'Grazie'))).state, 'confirmed');
  });

  it('does not take the same words of somebody else for our reply', async () => {
    const target = await citizenWrites('Bersaglio');
    await citizenWrites('Grazie', { parent: target });
    assert.equal((await stage.adapter.readBack(stage.account, reply(target, 'Grazie'))).state, 'absent');
  });

  it('cannot tell an answer to a neighbour from one hung higher, unless it knows since when', async () => {
    const above = await citizenWrites('Sopra');
    const target = await citizenWrites('Sotto', { parent: above });
    const started = new Date();
    await stage.adapter.write(stage.account, reply(above, 'Grazie'));
    assert.equal((await stage.adapter.readBack(stage.account, reply(target, 'Grazie'))).state, 'pending');
    const order = reply(target, 'Grazie', { since: started });
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
  });

  it('hides, answers and removes a visitor post too', async () => {
    const target = await stage.idOf('v1');
    const orders: Command[] = [
      { type: 'hide', key: '1', target, post: null },
      { type: 'reply', key: '2', target, post: null, text: 'Segnalato ai tecnici' },
      { type: 'remove', key: '3', target, post: null },
    ];
    for (const order of orders) {
      assert.equal((await stage.adapter.write(stage.account, order)).state, 'accepted');
      assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
    }
  });

  it('cannot be led to another address by an id', async () => {
    const order: Command = { type: 'hide', key: 'k', target: '../me/feed?x=', post };
    const outcome = await stage.adapter.write(stage.account, order);
    assert.equal(outcome.state, 'refused');
    const climbing = await stage.adapter.write(stage.account, { ...order, target: '..' });
    assert.equal(climbing.state, 'refused');
    assert.deepEqual(
      (await writes()).map(({ effect }) => effect),
      [false],
    );
  });
});
