// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Capability, Command, ConnectedAccount, InboundEvent, NetworkAdapter } from '#channels';

/** The network's side of the suite: what citizens do there, what they see, and how to make an answer get lost. */
export interface World {
  readonly adapter: NetworkAdapter;
  readonly account: ConnectedAccount;
  /** A post of ours that can be commented on. */
  readonly post: string;
  citizenWrites(text: string, parent?: string): Promise<string>;
  /** Absent where a network knows no edits. */
  readonly citizenEdits?: (id: string, text: string) => Promise<void>;
  citizenDeletes(id: string): Promise<void>;
  /** What the public sees. */
  publicSees(id: string): Promise<'shown' | 'hidden' | 'nothing'>;
  /** Texts of our own replies under an item. */
  ourReplies(id: string): Promise<readonly string[]>;
  /** Makes the next write happen, or not, and its answer get lost. */
  loseNextAnswer(when: 'before-effect' | 'after-effect'): Promise<void>;
  /** Makes the next write be answered as done without being done; absent where that cannot be simulated. */
  readonly fakeNextSuccess?: () => Promise<void>;
  /** Makes the next read be refused for having asked too much. */
  limitNextRead(): Promise<void>;
  close(): Promise<void>;
}

const WRITES = ['hide', 'unhide', 'remove', 'reply', 'report'] as const satisfies readonly Capability[];

/** What the desk relies on, whatever the network: an adapter that passes can be put in the registry. */
export function conformance(name: string, open: () => Promise<World>): void {
  describe(`${name} keeps the channels' contract`, () => {
    let world: World;
    before(async () => {
      world = await open();
    });
    after(() => world.close());

    reads(() => world);
    writes(() => world);
    doubts(() => world);
  });
}

type Opened = () => World;
type Spoken = Extract<InboundEvent, { type: 'written' | 'edited' }>;

const spoken = (events: readonly InboundEvent[], id: string): Spoken | undefined =>
  events.findLast((event): event is Spoken => 'text' in event && event.externalId === id);

let keys = 0;
function command(type: Command['type'], target: string, { post, text }: { post: string; text?: string }): Command {
  const base = { key: `conformance-${++keys}`, target, post };
  if (type === 'reply') return { ...base, type, text: text ?? `Risposta di prova ${keys}` };
  if (type === 'report') return { ...base, type, reason: 'spam', text: 'Prova' };
  return { ...base, type };
}

const offered = ({ adapter }: World, capability: Capability): boolean =>
  ['api', 'limited'].includes(adapter.capabilities[capability].how);

function reads(opened: Opened): void {
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
}

function writes(opened: Opened): void {
  for (const type of WRITES) {
    it(`${type}: does what its capability declares, or says that it cannot`, async () => {
      const world = opened();
      const { adapter, account, citizenWrites, post } = world;
      const target = await citizenWrites(`Per ${type}`);
      if (type === 'unhide' && offered(world, 'hide')) {
        await adapter.write(account, command('hide', target, { post }));
      }
      const order = command(type, target, { post });
      const outcome = await adapter.write(account, order);
      if (!offered(world, type)) {
        assert.equal(outcome.state, 'refused');
        assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-possible');
        return;
      }
      assert.equal(outcome.state, 'accepted', JSON.stringify(outcome));
      const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
      assert.equal((await adapter.readBack(account, order, written)).state, 'confirmed');
      await assertEffect(world, order);
    });
  }

  it('says the effect of every capability in a whole sentence', () => {
    for (const [name, { effect }] of Object.entries(opened().adapter.capabilities)) {
      assert.match(effect, /^[A-ZÈ].{15,}\.$/, name);
    }
  });

  it('refuses to act on what is gone, or finds it already gone', async () => {
    const world = opened();
    const { adapter, account, citizenWrites, citizenDeletes, post } = world;
    if (!offered(world, 'reply')) return;
    const target = await citizenWrites('Sparisco');
    await citizenDeletes(target);
    const order = command('reply', target, { post });
    const outcome = await adapter.write(account, order);
    assert.equal(outcome.state === 'refused' && outcome.error.kind, 'not-found');
    assert.equal((await adapter.readBack(account, order)).state, 'absent');
  });
}

function doubts(opened: Opened): void {
  for (const type of ['hide', 'reply', 'remove'] as const) {
    it(`${type}: after a lost answer, reading back tells that it was done`, async () => {
      const world = opened();
      const { adapter, account, citizenWrites, post } = world;
      if (!offered(world, type)) return;
      const target = await citizenWrites(`Nel dubbio, ${type}`);
      const order = command(type, target, { post });
      await world.loseNextAnswer('after-effect');
      assert.equal((await adapter.write(account, order)).state, 'unknown');
      assert.equal((await adapter.readBack(account, order)).state, 'confirmed');
      await assertEffect(world, order);
    });

    it(`${type}: after a lost request, reading back tells that it was not done, and it can be repeated`, async () => {
      const world = opened();
      const { adapter, account, citizenWrites, post } = world;
      if (!offered(world, type)) return;
      const target = await citizenWrites(`Non arrivato: ${type}`);
      const order = command(type, target, { post });
      await world.loseNextAnswer('before-effect');
      assert.equal((await adapter.write(account, order)).state, 'unknown');
      assert.equal((await adapter.readBack(account, order)).state, 'absent');
      assert.equal((await adapter.write(account, order)).state, 'accepted');
      await assertEffect(world, order);
    });
  }

  it('does not believe a success without effect', async (test) => {
    const world = opened();
    const { adapter, account, citizenWrites, post, fakeNextSuccess } = world;
    if (fakeNextSuccess === undefined || !offered(world, 'hide')) return test.skip('cannot be simulated here');
    const order = command('hide', await citizenWrites('Ancora qui'), { post });
    await fakeNextSuccess();
    assert.equal((await adapter.write(account, order)).state, 'accepted');
    assert.equal((await adapter.readBack(account, order)).state, 'absent');
  });
}

async function assertEffect({ publicSees, ourReplies }: World, order: Command): Promise<void> {
  if (order.type === 'hide') assert.equal(await publicSees(order.target), 'hidden');
  if (order.type === 'unhide') assert.equal(await publicSees(order.target), 'shown');
  if (order.type === 'remove') assert.equal(await publicSees(order.target), 'nothing');
  if (order.type === 'reply') assert.deepEqual(await ourReplies(order.target), [order.text]);
}
