// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { spoken } from './commands.ts';
import type { Opened } from './world.ts';

export function reads(opened: Opened): void {
  it('reads a comment with its author, its post and its time', async () => {
    const { adapter, account, citizenWrites, post } = opened();
    const id = await citizenWrites('È così? Perché no: «perciò» 👍');
    const { events } = await adapter.pull(account, null);
    const event = spoken(events, id);
    assert.equal(event?.text, 'È così? Perché no: «perciò» 👍');
    assert.equal(event.own, false);
    assert.equal(event.post?.externalId, post);
    assert.ok(event.author === null || event.author.externalId !== '');
    assert.ok(!Number.isNaN(event.at.getTime()));
  });

  it('reads a reply under its comment', async () => {
    const { adapter, account, citizenWrites } = opened();
    const parent = await citizenWrites('Chi risponde?');
    const id = await citizenWrites('Rispondo io', parent);
    const { events } = await adapter.pull(account, null);
    assert.equal(spoken(events, id)?.parentExternalId, parent);
  });

  it('goes on from its cursor without skipping', async () => {
    const { adapter, account, citizenWrites } = opened();
    const first = await adapter.pull(account, null);
    const id = await citizenWrites('Arrivo dopo');
    const second = await adapter.pull(account, first.cursor);
    assert.ok(spoken(second.events, id));
    const moments = second.events.map(({ at }) => at.getTime());
    assert.deepEqual(
      moments,
      moments.toSorted((one, other) => one - other),
    );
  });

  it('reads from the start where the cursor makes no sense', async () => {
    const { adapter, account, citizenWrites } = opened();
    const id = await citizenWrites('Ci sono ancora');
    const { events } = await adapter.pull(account, '{"un":"altro"}');
    assert.ok(spoken(events, id));
  });

  it('catches up after a day in which nothing could be read', async () => {
    const { adapter, account, citizenWrites, passHours } = opened();
    const { cursor } = await adapter.pull(account, null);
    const early = await citizenWrites('Scritto mentre nessuno leggeva');
    await passHours(12);
    const late = await citizenWrites('Scritto dodici ore dopo');
    await passHours(12);
    const { events } = await adapter.pull(account, cursor);
    const [first, second] = [spoken(events, early), spoken(events, late)];
    assert.ok(first !== undefined && second !== undefined);
    assert.ok(first.at < second.at);
  });

  it('sees an edit', async (test) => {
    const { adapter, account, citizenWrites, citizenEdits } = opened();
    if (citizenEdits === undefined) return test.skip('this network knows no edits');
    const id = await citizenWrites('Prima');
    const { cursor } = await adapter.pull(account, null);
    await citizenEdits(id, 'Dopo');
    const { events } = await adapter.pull(account, cursor);
    assert.equal(spoken(events, id)?.text, 'Dopo');
  });

  it('sees a deletion', async () => {
    const { adapter, account, citizenWrites, citizenDeletes, post } = opened();
    const id = await citizenWrites('Ci ripenso');
    const { cursor } = await adapter.pull(account, null);
    await citizenDeletes(id);
    const { events, wholeThreads } = await adapter.pull(account, cursor);
    assert.equal(spoken(events, id), undefined);
    const told = events.some((event) => event.type === 'deleted' && event.externalId === id);
    const thread = wholeThreads?.find(({ postExternalId }) => postExternalId === post);
    assert.ok(told || (thread !== undefined && !thread.itemExternalIds.includes(id)));
  });

  it('reads mentions, where it says so', async (test) => {
    const { adapter, account, citizenMentions } = opened();
    const { how } = adapter.capabilities['read-mentions'];
    if (how !== 'api' && how !== 'limited') return test.skip('this network tells of no mentions');
    assert.ok(citizenMentions, 'the world cannot mention');
    const id = await citizenMentions('Qualcuno di @noi lo sa?');
    const event = spoken((await adapter.pull(account, null)).events, id);
    assert.equal(event?.kind, 'mention');
  });

  it('reads private messages with their conversation, where it says so', async (test) => {
    const { adapter, account, citizenMessages } = opened();
    if (adapter.capabilities['read-messages'].how !== 'api') return test.skip('this network shows no messages');
    assert.ok(citizenMessages, 'the world cannot write privately');
    const id = await citizenMessages('Posso chiedervi una cosa?');
    const event = spoken((await adapter.pull(account, null)).events, id);
    assert.equal(event?.kind, 'message');
    assert.ok(event.conversation);
  });

  it('throws a fault of the catalogue when a read is refused, so that the cursor stays', async () => {
    const { adapter, account, limitNextRead } = opened();
    await limitNextRead();
    await assert.rejects(adapter.pull(account, null), (fault: unknown) => {
      assert.ok(fault instanceof Error && 'error' in fault);
      const { kind, retryAfterSeconds } = fault.error as { kind: string; retryAfterSeconds?: number };
      assert.equal(kind, 'rate-limited');
      return (retryAfterSeconds ?? 0) > 0;
    });
  });

  it('counts what it says it counts', async (test) => {
    const { adapter, account } = opened();
    if (adapter.capabilities.insights.how !== 'api') return test.skip('this network tells no figures');
    assert.ok(adapter.insights);
    const figures = await adapter.insights(account);
    assert.ok(figures.length > 0);
    for (const { value } of figures) assert.ok(Number.isFinite(value) && value >= 0);
  });

  it('says how the connection is doing', async (test) => {
    const { adapter, account } = opened();
    if (adapter.check === undefined) return test.skip('this network tells nothing of connections');
    const { expiries, lacking } = await adapter.check(account);
    assert.deepEqual(lacking, []);
    for (const { at } of expiries) assert.ok(!Number.isNaN(at.getTime()));
  });
}
