// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Command, facebookAdapter, type InboundEvent } from '#channels';
import { openStage, PAGE, type Stage } from './facebook-world.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.sandbox.close());

const fault = (name: string) => stage.control('POST', 'faults', { fault: name });
const HOUR_SECONDS = 3600;

async function personWrites(text: string, author = 'Ada Prova') {
  const sent = await stage.control('POST', 'messages', { account: PAGE.id, author, text });
  return { id: `${sent.id}`, person: `${sent.person}` };
}

const answer = (
  message: { id: string; person: string },
  more: { text?: string; writtenAt?: Date; since?: Date } = {},
) =>
  ({
    ...{ type: 'answer-message', key: 'k', target: message.id, post: message.person },
    ...{ text: 'Buongiorno, eccoci', writtenAt: new Date(), ...more },
  }) as const satisfies Command;

/** The network's clock and the desk's, moved together. */
function later(hours: number, humanAgent = false) {
  stage.sandbox.clock.advance(hours * HOUR_SECONDS);
  return facebookAdapter({ clock: stage.sandbox.clock, humanAgent });
}

describe('private messages on Facebook', () => {
  it('an answer goes back into the conversation as a reading names it, and comes back as ours', async () => {
    const message = await personWrites('Mi servirebbe un certificato');
    const { events } = await stage.adapter.pull(stage.account, null);
    const read = events.find(({ externalId }) => externalId === message.id);
    assert.ok(read?.type === 'written' && read.kind === 'message' && read.conversation === message.person);
    assert.equal(read.author?.name, 'Ada Prova');
    const outcome = await stage.adapter.write(stage.account, answer(message));
    assert.ok(outcome.state === 'accepted');
    assert.equal((await stage.adapter.readBack(stage.account, answer(message), outcome.externalId)).state, 'confirmed');
    const again = await stage.adapter.pull(stage.account, null);
    const ours = again.events.find(({ externalId }) => externalId === outcome.externalId);
    assert.ok(ours?.type === 'written' && ours.own && ours.conversation === message.person);
  });

  it('the window of 24 hours is Facebook’s: its refusal is told as such, and the way by hand is checked', async () => {
    const message = await personWrites('Quando potete');
    later(25);
    // The desk believes the message fresh: the network decides.
    const order = answer(message);
    const refused = await stage.adapter.write(stage.account, order);
    assert.ok(refused.state === 'refused' && refused.error.kind === 'window-closed');
    assert.match(refused.error.code, /^10\/2018278/);
    assert.ok(stage.adapter.guide(stage.account, order, null).check);
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'absent');
    await stage.control('POST', 'messages', { account: PAGE.id, author: 'Ada Prova', text: order.text, own: true });
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
  });

  it('answering as a person holds for 7 days only where Meta granted it', async () => {
    const writtenAt = new Date();
    const message = await personWrites('Quando potete');
    const refused = await later(100, true).write(stage.account, answer(message, { writtenAt }));
    assert.ok(refused.state === 'refused' && refused.error.kind === 'window-closed');
    assert.match(refused.error.code, /^100\/2018276/);
    await stage.sandbox.close();
    stage = await openStage({ humanAgent: 'approved' });
    const second = await personWrites('Quando potete');
    const order = answer(second, { writtenAt: new Date() });
    assert.equal((await later(100, true).write(stage.account, order)).state, 'accepted');
    const late = await later(100, true).write(stage.account, order);
    assert.ok(late.state === 'refused' && late.error.kind === 'window-closed');
  });

  it('someone who cannot be reached, and a Page that may not send for now, are told apart', async () => {
    const message = await personWrites('Prova');
    for (const [name, kind] of [
      ['cannot-receive', 'not-possible'],
      ['sending-stopped', 'blocked-by-platform'],
    ] as const) {
      await fault(name);
      const outcome = await stage.adapter.write(stage.account, answer(message));
      assert.ok(outcome.state === 'refused' && outcome.error.kind === kind);
    }
  });

  it('after a lost answer, ours is found by its words and time, and another person’s is not', async () => {
    const [ada, leo] = [await personWrites('Io'), await personWrites('Anch’io', 'Leo Finto')];
    await fault('broken-after-effect');
    const order = answer(ada, { since: new Date() });
    assert.equal((await stage.adapter.write(stage.account, order)).state, 'unknown');
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
    assert.equal((await stage.adapter.readBack(stage.account, answer(leo, { since: new Date() }))).state, 'absent');
  });
});

describe('bans on Facebook', () => {
  it('keep the person out, and nobody whom Facebook does not know', async () => {
    const { from } = await stage.control('GET', `writings/${await stage.idOf('c1')}`);
    const target = (from as { id: string }).id;
    const order: Command = { type: 'ban', key: 'k', target, post: null };
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'absent');
    assert.equal((await stage.adapter.write(stage.account, order)).state, 'accepted');
    assert.equal((await stage.adapter.readBack(stage.account, order)).state, 'confirmed');
    const comment = { account: PAGE.id, post: await stage.idOf('p1'), author: 'Ada Prova', text: 'Ancora' };
    await assert.rejects(stage.control('POST', 'writings', comment));
    const stranger = await stage.adapter.write(stage.account, { ...order, target: '999999' });
    assert.ok(stranger.state === 'refused' && stranger.error.kind === 'not-possible');
  });
});

describe('notices of Facebook', () => {
  it('tell of mentions and private messages, ours as ours', async () => {
    await stage.control('PUT', 'webhook', { url: 'http://127.0.0.1:9/', trusted: true });
    const { id } = await stage.control('POST', 'writings', {
      ...{ account: PAGE.id, kind: 'mention', author: 'Leo Finto', text: 'Che dice il Comune di Esempio?' },
    });
    const message = await personWrites('È aperto?');
    const sent = await stage.adapter.write(stage.account, answer(message));
    await stage.sandbox.network('facebook').settled();
    const { deliveries } = await stage.control('GET', 'deliveries');
    const told = (deliveries as { attempt: number; body: string }[])
      .filter(({ attempt }) => attempt === 1)
      .flatMap(({ body }) => stage.adapter.webhook?.parse({ rawBody: Buffer.from(body), headers: {} }) ?? [])
      .flatMap(({ events }) => events);
    const find = (wanted: unknown): InboundEvent | undefined => told.find(({ externalId }) => externalId === wanted);
    const mention = find(id);
    assert.ok(mention?.type === 'written' && mention.kind === 'mention' && mention.author?.name === 'Leo Finto');
    const theirs = find(message.id);
    assert.ok(theirs?.type === 'written' && theirs.conversation === message.person && !theirs.own);
    const ours = find(sent.state === 'accepted' && sent.externalId);
    assert.ok(ours?.type === 'written' && ours.own && ours.conversation === message.person);
  });
});
