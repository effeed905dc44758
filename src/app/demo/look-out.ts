// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FSWatcher, watch } from 'node:fs';
import { open } from 'node:fs/promises';
import { pollAccount } from '#inbox';
import type { Log } from '#platform';
import type { Portavoce } from '../portavoce.ts';
import type { OpenedAccount } from './accounts.ts';
import type { World } from './world.ts';

/** What a citizen does and a reading shows; the rest of the journal is of no interest here. */
const SEEN = new Set(['written', 'edited', 'deleted', 'message', 'hidden', 'shown', 'held', 'approved']);
/** What comes in one breath is read once. */
const BREATH_MILLISECONDS = 400;

export interface LookOut {
  /** Until nothing is being read. */
  stop(): Promise<void>;
}

/**
 * Reads an account as soon as something is written where the network tells nothing by itself: whoever plays the citizen does
 * not wait for the network's own pace, which is minutes, and the day's allowance is spent only where there is something to read.
 */
export function lookOut(
  portavoce: Portavoce,
  { world, accounts, log }: { readonly world: World; readonly accounts: readonly OpenedAccount[]; readonly log: Log },
): LookOut {
  const unpushed = accounts.filter(({ pushed }) => !pushed);
  const networks = [...new Set(unpushed.map(({ network }) => network))];
  const watches = networks.map((network) => {
    const read = async (where: readonly (string | null)[]) => {
      const concerned = unpushed.filter(
        (one) => one.network === network && (where.includes(null) || where.includes(one.externalId)),
      );
      await Promise.allSettled(concerned.map((one) => pollAccount(portavoce.ports, one)));
    };
    return followed(world.journalOf(network), { read, log });
  });
  return { stop: async () => void (await Promise.all(watches.map((one) => one.stop()))) };
}

interface Follower {
  /** Is given the accounts where something happened; null: where, the journal does not say. */
  readonly read: (where: readonly (string | null)[]) => Promise<void>;
  readonly log: Log;
}

function followed(file: string, { read, log }: Follower): LookOut {
  let from: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let watcher: FSWatcher | undefined;

  const look = async () => {
    const news = await since(file, from);
    const isFirst = from === null;
    from = news.end;
    const where = isFirst ? [] : news.lines.flatMap(whereSeen);
    if (where.length > 0) await read(where);
  };
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      running = running
        .then(look)
        .catch((error: Error) => log.warn({ file, error: error.message }, 'the simulated world could not be followed'));
    }, BREATH_MILLISECONDS);
  };
  running = look().catch(() => {});
  watcher = watch(file, { persistent: false }, soon);
  return {
    stop: async () => {
      watcher?.close();
      clearTimeout(timer);
      await running;
    },
  };
}

interface Entry {
  readonly type: string;
  readonly writing?: { readonly account: string };
  readonly message?: { readonly account: string };
}

function whereSeen(line: string): (string | null)[] {
  const { type, writing, message } = JSON.parse(line) as Entry;
  return SEEN.has(type) ? [writing?.account ?? message?.account ?? null] : [];
}

/** The lines after so many bytes; of a file that has become shorter, all. */
async function since(file: string, from: number | null): Promise<{ readonly lines: string[]; readonly end: number }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const start = from === null || from > size ? 0 : from;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.subarray(0, bytesRead);
    const complete = text.lastIndexOf('\n') + 1;
    return { lines: text.subarray(0, complete).toString('utf8').split('\n').filter(Boolean), end: start + complete };
  } finally {
    await handle.close();
  }
}
