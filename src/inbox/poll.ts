// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  activeAccounts,
  adapterIn,
  afterRefusal,
  cursorOf,
  foundAgain,
  type OpenedAccount,
  openAccount,
  saveCursor,
} from '#accounts';
import { ChannelFault, isRead, type NetworkAdapter, type Pulled, type WholeThread } from '#channels';
import type { Log, Tx } from '#platform';
import { askedSeconds, backOffSeconds, inWords, unreadableInWords } from './failure.ts';
import { inParts, receive } from './receive.ts';
import { liveItemsUnder } from './store.ts';
import type { InboxPorts } from './webhook.ts';

interface Place {
  readonly body: string;
  readonly account: string;
}

export interface Polled {
  /** The network may ask not to be read again before so many seconds. */
  readonly waitSeconds?: number;
  /** Items passed over because they could not be read. */
  readonly unreadable?: number;
}

/**
 * Reads one account from where it was left. How far is stored no sooner than what was read, so that a failure at any
 * point only means reading again; receiving twice is harmless, so two processes may even read the same account.
 * Throws whatever went wrong, once it is written down for the desk to show.
 */
export async function pollAccount(ports: InboxPorts, place: Place): Promise<Polled> {
  const outcome = await tryAccount(ports, place);
  if ('fault' in outcome) throw outcome.fault;
  return outcome;
}

interface Failed {
  readonly fault: unknown;
  /** How many times in a row, this one included. */
  readonly failures: number;
}

async function tryAccount(ports: InboxPorts, place: Place): Promise<Polled | Failed> {
  try {
    return await readAccount(ports, place);
  } catch (fault) {
    try {
      const failures = await ports.database.inBody(place.body, async (tx) => {
        const state = await cursorOf(tx, place.account);
        await saveCursor(tx, place, { error: inWords(fault), failures: state.failures + 1 });
        return state.failures + 1;
      });
      return { fault, failures };
    } catch {
      // Where even this cannot be written the database is away: the first fault says more, and is logged.
      return { fault, failures: 1 };
    }
  }
}

async function readAccount(ports: InboxPorts, place: Place): Promise<Polled> {
  const { database, clock } = ports;
  const opened = await openToRead(ports, place);
  const adapter = adapterIn(ports, opened.account.network);
  if (adapter === null) return {};
  const startedAt = clock.now();
  const read = await pullOrRenew(ports, place, { ...opened, adapter });
  if (read === 'renewing') return { waitSeconds: RENEWING_SECONDS };
  const { account, pulled } = read;
  const { events, cursor, wholeThreads, waitSeconds, unreadable = 0 } = pulled;
  const { network, baseUrl, url } = account;
  const source = { ...place, network, homes: [baseUrl, url] };
  const known = { account: place.account, receivedBefore: startedAt };
  const gone = await database.inBody(place.body, (tx) => goneFrom(tx, known, wholeThreads ?? []));
  // Many at once would keep webhooks waiting. INVARIANT: how far it was read is stored with the last part, after the others.
  const parts = inParts([...events, ...gone]);
  for (const part of parts.slice(0, -1))
    await database.inBody(place.body, (tx) => receive({ ...ports, tx }, source, part));
  await database.inBody(place.body, async (tx) => {
    await receive({ ...ports, tx }, source, parts.at(-1) ?? []);
    const error = unreadable === 0 ? null : unreadableInWords(unreadable);
    await saveCursor(tx, place, { cursor, read_at: clock.now(), error, failures: 0 });
  });
  if (account.isLost) await foundAgain(ports, place, account.secretsSince);
  return { ...(waitSeconds === undefined ? {} : { waitSeconds }), ...(unreadable === 0 ? {} : { unreadable }) };
}

/** Longer than a renewal that another process is at; the account is read again then. */
const RENEWING_SECONDS = 10;

interface ToRead {
  readonly account: OpenedAccount;
  readonly cursor: string | null;
}

const openToRead = (ports: InboxPorts, place: Place): Promise<ToRead> =>
  ports.database.inBody(place.body, async (tx) => ({
    account: await openAccount(ports, tx, place.account),
    cursor: (await cursorOf(tx, place.account)).cursor,
  }));

/**
 * Reads; where the secrets have expired they are renewed, once, and it reads on. No transaction is held while the network is
 * asked: it may take its time. `renewing`: somebody else is at it.
 */
async function pullOrRenew(
  ports: InboxPorts,
  place: Place,
  { account, cursor, adapter }: ToRead & { readonly adapter: NetworkAdapter },
): Promise<{ readonly account: OpenedAccount; readonly pulled: Pulled } | 'renewing'> {
  try {
    return { account, pulled: await adapter.pull(account, cursor) };
  } catch (fault) {
    if (!(fault instanceof ChannelFault)) throw fault;
    const after = await afterRefusal(ports, place, { error: fault.error, account });
    if (after === 'wait') return 'renewing';
    if (after !== 'go-on') throw fault;
    const renewed = await openToRead(ports, place);
    return { account: renewed.account, pulled: await adapter.pull(renewed.account, renewed.cursor) };
  }
}

interface Known {
  readonly account: string;
  /** What a webhook brought after the reading began may be missing from it without being gone. */
  readonly receivedBefore: Date;
}

/** Deletions of the items we know under a thread that was read from end to end, and that were not in it. */
async function goneFrom(tx: Tx, known: Known, threads: readonly WholeThread[]) {
  const gone: { type: 'deleted'; externalId: string; at: Date }[] = [];
  for (const { postExternalId, seenAt: at, itemExternalIds } of threads) {
    const there = new Set(itemExternalIds);
    const live = await liveItemsUnder(tx, { ...known, postExternalId });
    gone.push(
      ...live.flatMap((externalId) => (there.has(externalId) ? [] : { type: 'deleted' as const, externalId, at })),
    );
  }
  return gone;
}

export interface Poller {
  start(): void;
  /** Reads the account at the next look, unless its network asked to be left alone. */
  readSoon(account: string): void;
  stop(): Promise<void>;
}

/** However often a network says that something happened. */
const BREATH_SECONDS = 30;

/** Seconds before an account is read again: at its own pace, and however much one would like to. */
interface Waits {
  readonly usual: number;
  readonly least: number;
}

/** The same as moments, in milliseconds since 1970. */
type Turn = Waits;

const turnAfter = ({ usual, least }: Waits, now: Date): Turn => ({
  usual: now.getTime() + usual * 1000,
  least: now.getTime() + least * 1000,
});

const isTimeOf = (turn: Turn | undefined, { isWanted, now }: { readonly isWanted: boolean; readonly now: Date }) =>
  turn === undefined || (isWanted ? turn.least : turn.usual) <= now.getTime();

/** Reads every active account again and again, each at its network's own pace; slower while it fails. */
export function pollerOf(ports: InboxPorts, log: Log): Poller {
  const turns = new Map<string, Turn>();
  const wanted = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function round(): Promise<void> {
    const accounts = await ports.database.outside((tx) => activeAccounts(tx));
    for (const { body, id, network } of accounts) {
      const adapter = adapterIn(ports, network);
      const isDue = isTimeOf(turns.get(id), { isWanted: wanted.has(id), now: ports.clock.now() });
      if (stopped || adapter === null || !isRead(adapter) || !isDue) continue;
      wanted.delete(id);
      const { pollSeconds } = adapter.limits;
      const polled = await tryAccount(ports, { body, account: id });
      const waits = 'fault' in polled ? afterFailure(id, polled, pollSeconds) : afterReading(id, polled, pollSeconds);
      turns.set(id, turnAfter(waits, ports.clock.now()));
    }
  }

  function afterReading(account: string, { waitSeconds = 0, unreadable = 0 }: Polled, pollSeconds: number): Waits {
    if (unreadable > 0) log.warn({ account, unreadable }, 'items of an account could not be read and were passed over');
    return { usual: Math.max(pollSeconds, waitSeconds), least: Math.max(BREATH_SECONDS, waitSeconds) };
  }

  function afterFailure(account: string, { fault, failures }: Failed, pollSeconds: number): Waits {
    log.warn({ account, failures, error: inWords(fault) }, 'an account could not be read');
    const seconds = backOffSeconds({ pollSeconds, failures, askedSeconds: askedSeconds(fault) });
    return { usual: seconds, least: seconds };
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
    readSoon: (account) => void wanted.add(account),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
