// SPDX-License-Identifier: AGPL-3.0-or-later
import { activeAccounts, cursorOf, openAccount, saveCursor } from '#accounts';
import { adapterOf, ChannelFault, type Pulled } from '#channels';
import type { Log, Tx } from '#platform';
import { receive } from './receive.ts';
import { liveItemsUnder } from './store.ts';
import type { InboxPorts } from './webhook.ts';

const LONGEST_BACK_OFF_SECONDS = 900;

/**
 * Reads one account from where it was left. What was read and how far are stored together, so that a failure at any
 * point only means reading again; receiving twice is harmless, so two processes may even read the same account.
 */
export async function pollAccount(ports: InboxPorts, place: { body: string; account: string }): Promise<Polled> {
  const { database, vault, clock } = ports;
  const { account, state } = await database.inBody(place.body, async (tx) => ({
    account: await openAccount(tx, vault, place.account),
    state: await cursorOf(tx, place.account),
  }));
  const adapter = adapterOf(account.network);
  if (adapter === null) return {};
  const startedAt = clock.now();
  try {
    // No transaction is held while the network is asked: it may take its time.
    const { events, cursor, wholeThreads, waitSeconds } = await adapter.pull(account, state.cursor);
    await database.inBody(place.body, async (tx) => {
      const gone = await goneFrom(tx, { account: place.account, receivedBefore: startedAt }, wholeThreads ?? []);
      const deletions = gone.map((externalId) => ({ type: 'deleted' as const, externalId, at: clock.now() }));
      await receive({ ...ports, tx }, { ...place, network: account.network }, [...events, ...deletions]);
      await saveCursor(tx, place, { cursor, read_at: clock.now(), error: null, failures: 0 });
    });
    return waitSeconds === undefined ? {} : { waitSeconds };
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error;
    const failures = state.failures + 1;
    await database.inBody(place.body, (tx) => saveCursor(tx, place, { error: error.message, failures }));
    throw error;
  }
}

/** The network may ask not to be read again before so many seconds. */
export interface Polled {
  readonly waitSeconds?: number;
}

interface Known {
  readonly account: string;
  /** What a webhook brought after the reading began may be missing from it without being gone. */
  readonly receivedBefore: Date;
}

/** Items we know under a thread that was read from end to end, and that were not in it. */
async function goneFrom(tx: Tx, known: Known, threads: NonNullable<Pulled['wholeThreads']>): Promise<string[]> {
  const gone: string[] = [];
  for (const { postExternalId, itemExternalIds } of threads) {
    const there = new Set(itemExternalIds);
    const live = await liveItemsUnder(tx, { ...known, postExternalId });
    gone.push(...live.filter((externalId) => !there.has(externalId)));
  }
  return gone;
}

export interface Poller {
  start(): void;
  stop(): Promise<void>;
}

/** Reads every active account again and again, each at its network's own pace; slower while it fails. */
export function pollerOf(ports: InboxPorts, log: Log): Poller {
  const next = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function round(): Promise<void> {
    const accounts = await ports.database.outside((tx) => activeAccounts(tx));
    for (const { body, id, network } of accounts) {
      const adapter = adapterOf(network);
      if (stopped || adapter === null || (next.get(id) ?? 0) > ports.clock.now().getTime()) continue;
      const { pollSeconds } = adapter.limits;
      const polled = await pollAccount(ports, { body, account: id }).catch((error: Error): Polled => {
        log.warn({ account: id, error: error.message }, 'an account could not be read');
        return { waitSeconds: Math.min(pollSeconds * 4, LONGEST_BACK_OFF_SECONDS) };
      });
      next.set(id, ports.clock.now().getTime() + Math.max(pollSeconds, polled.waitSeconds ?? 0) * 1000);
    }
  }

  function again(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = round()
        .catch((error: Error) => log.warn({ error: error.message }, 'polling: the database did not answer'))
        .then(again);
    }, 1000);
  }

  return {
    start: again,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
