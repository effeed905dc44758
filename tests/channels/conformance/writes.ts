// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Command } from '#channels';
import { answering, carried, done, doneOrLimited, offered, onItem, refusedByNature, spoken } from './commands.ts';
import type { Opened, World } from './world.ts';

async function assertEffect({ publicSees, ourReplies, reported }: World, order: Command): Promise<void> {
  if (order.type === 'hide') assert.equal(await publicSees(order.target), 'hidden');
  if (order.type === 'unhide' || order.type === 'approve') assert.equal(await publicSees(order.target), 'shown');
  if (order.type === 'remove') assert.equal(await publicSees(order.target), 'nothing');
  if (order.type === 'reply') assert.deepEqual(await ourReplies(order.target), [order.text]);
  if (order.type === 'report') assert.ok((await reported?.())?.includes(order.target));
}

/** What is done to what a citizen wrote: each does what its capability declares, or says that it cannot. */
export function writes(opened: Opened): void {
  for (const type of ['hide', 'unhide', 'remove', 'reply', 'report'] as const) {
    it(`${type}: does what its capability declares, or says that it cannot`, async () => {
      const world = opened();
      const target = await world.citizenWrites(`Per ${type}`);
      const order = onItem(type, target, world.post);
      if (!offered(world, order)) return refusedByNature(world, order);
      if (type === 'unhide') await done(world, onItem('hide', target, world.post));
      // What is limited may not reach this one: then a person is told how.
      if ((await doneOrLimited(world, order)) === 'limited') return;
      await assertEffect(world, order);
    });
  }

  it('ban: keeps an author out and lets him in again, or says that it cannot', async () => {
    const world = opened();
    const item = await world.citizenWrites('Per il blocco');
    const author = await world.authorOf(item);
    const ban = onItem('ban', author, item);
    if (world.adapter.capabilities.ban.how !== 'api') {
      const outcome = await carried(world, ban);
      if (outcome.state === 'refused') assert.equal(outcome.error.kind, 'not-possible');
      else assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
    } else {
      await done(world, ban);
      assert.equal(await world.isBanned(author), true);
    }
    if (!(await world.isBanned(author))) return;
    const unban = onItem('unban', author, item);
    const isLifted = (await doneOrLimited(world, unban)) === 'done';
    if (!isLifted) await world.liftBan(author);
    assert.equal(await world.isBanned(author), false);
  });

  it('hold: what the network holds is told as held and let out by approval, or it says that it cannot', async () => {
    const world = opened();
    const { adapter, account, holdsNext, citizenWrites, post } = world;
    if (adapter.capabilities.hold.how !== 'api') {
      return refusedByNature(world, onItem('approve', await citizenWrites('Da approvare?'), post));
    }
    assert.ok(holdsNext, 'the world cannot hold');
    await holdsNext();
    const id = await citizenWrites('Aspetto il permesso');
    const { events } = await adapter.pull(account, null);
    assert.ok(spoken(events, id), 'the text of what is held');
    assert.ok(events.some((event) => event.type === 'held' && event.externalId === id));
    const approval = onItem('approve', id, post);
    await done(world, approval);
    await assertEffect(world, approval);
  });

  it('answer-message: answers privately, or says that it cannot', async () => {
    const world = opened();
    const { adapter, account, citizenMessages, ourAnswers } = world;
    if (adapter.capabilities['answer-message'].how !== 'api') {
      return refusedByNature(world, answering('messaggio', 'conversazione', new Date()));
    }
    assert.ok(citizenMessages && ourAnswers, 'the world has no messages');
    const id = await citizenMessages('Mi rispondete?');
    const event = spoken((await adapter.pull(account, null)).events, id);
    const answer = answering(id, event?.conversation ?? null, event?.at ?? new Date());
    await done(world, answer);
    assert.deepEqual(await ourAnswers(id), [answer.type === 'answer-message' && answer.text]);
  });

  it('answer-message: after the window the network has closed it, and the desk is told so', async (test) => {
    const world = opened();
    const { adapter, account, citizenMessages, passHours } = world;
    const { messageWindowHours } = adapter.limits;
    if (messageWindowHours === undefined || citizenMessages === undefined) return test.skip('no window here');
    const id = await citizenMessages('Rispondete con comodo');
    const event = spoken((await adapter.pull(account, null)).events, id);
    await passHours(messageWindowHours + 1);
    const outcome = await carried(world, answering(id, event?.conversation ?? null, event?.at ?? new Date()));
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'window-closed', JSON.stringify(outcome));
  });

  it('says the effect of every capability in a whole sentence', () => {
    for (const [name, { effect }] of Object.entries(opened().adapter.capabilities)) {
      assert.match(effect, /^[A-ZÈ].{15,}\.$/, name);
    }
  });

  it('refuses to act on what is gone, or finds it already gone', async () => {
    const world = opened();
    const target = await world.citizenWrites('Sparisco');
    const order = onItem('reply', target, world.post);
    if (!offered(world, order)) return;
    await world.citizenDeletes(target);
    const outcome = await world.adapter.write(world.account, order);
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-found', JSON.stringify(outcome));
    assert.equal((await world.adapter.readBack(world.account, order)).state, 'absent');
  });

  it('refuses a reply that is too long before it is sent, for the network might cut it', async () => {
    const world = opened();
    const target = await world.citizenWrites('Scrivetemi a lungo');
    const { replyLength } = world.adapter.limits;
    const order = { ...onItem('reply', target, world.post), text: 'a'.repeat(replyLength + 1) } as Command;
    if (!offered(world, order)) return;
    const outcome = await world.adapter.write(world.account, order);
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'rejected-content', JSON.stringify(outcome));
    assert.deepEqual(await world.ourReplies(target), []);
  });

  for (const type of ['hide', 'reply', 'remove'] as const) {
    it(`${type}: after a lost answer, reading back tells that it was done`, async () => {
      const world = opened();
      const { adapter, account, citizenWrites, post, loseNextAnswer } = world;
      const order = onItem(type, await citizenWrites(`Nel dubbio, ${type}`), post);
      if (!offered(world, order)) return;
      await loseNextAnswer('after-effect');
      assert.equal((await carried(world, order)).state, 'unknown');
      assert.equal((await adapter.readBack(account, order)).state, 'confirmed');
      await assertEffect(world, order);
    });

    it(`${type}: after a lost request, reading back tells that it was not done, and it can be repeated`, async () => {
      const world = opened();
      const { adapter, account, citizenWrites, post, loseNextAnswer } = world;
      const order = onItem(type, await citizenWrites(`Non arrivato: ${type}`), post);
      if (!offered(world, order)) return;
      await loseNextAnswer('before-effect');
      assert.equal((await carried(world, order)).state, 'unknown');
      assert.equal((await adapter.readBack(account, order)).state, 'absent');
      assert.equal((await carried(world, order)).state, 'accepted');
      await assertEffect(world, order);
    });
  }

  it('does not believe a success without effect', async (test) => {
    const world = opened();
    const { adapter, account, citizenWrites, post, fakeNextSuccess } = world;
    const order = onItem('hide', await citizenWrites('Ancora qui'), post);
    if (fakeNextSuccess === undefined || !offered(world, order)) return test.skip('cannot be simulated here');
    await fakeNextSuccess();
    assert.equal((await adapter.write(account, order)).state, 'accepted');
    assert.equal((await adapter.readBack(account, order)).state, 'absent');
  });

  it('when the token dies nothing happens, and the desk is told to renew it', async () => {
    const world = opened();
    const { adapter, account, citizenWrites, post, publicSees, killToken, reviveToken } = world;
    const target = await citizenWrites('Mentre il token muore');
    const order = onItem(offered(world, onItem('hide', target, post)) ? 'hide' : 'reply', target, post);
    await killToken();
    try {
      const outcome = await carried(world, order);
      const kind = outcome.state === 'refused' ? outcome.error.kind : outcome.state;
      assert.ok(['token-expired', 'reauth-needed'].includes(kind), JSON.stringify(outcome));
      await assert.rejects(adapter.pull(account, null), (fault: Error & { error?: { kind: string } }) =>
        ['token-expired', 'reauth-needed'].includes(fault.error?.kind ?? ''),
      );
    } finally {
      await reviveToken();
    }
    assert.equal(await publicSees(target), 'shown');
  });
}
