// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from 'node:timers/promises';

const WATCH_EVERY_MS = 200;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
/** A server that has held for so long starts its delays afresh. */
const STEADY_AFTER_MS = 60_000;

export interface Watched {
  readonly isAlive: () => boolean;
  /** Brings it back, or throws. */
  readonly revive: () => Promise<void>;
  readonly log: (message: string) => void;
}

/**
 * Watches a server and brings it back when it dies, each time a little later; never gives up, since the disk may be
 * freed. Returns how to stop watching, which waits for a revival under way. Does not keep the process alive.
 */
export function superviseServer({ isAlive, revive, log }: Watched): () => Promise<void> {
  const watching = new AbortController();
  const { signal } = watching;
  const work = watch();
  return async () => {
    watching.abort();
    await work;
  };

  async function watch(): Promise<void> {
    let failures = 0;
    let upSince = performance.now();
    while (await rest(WATCH_EVERY_MS)) {
      if (isAlive()) continue;
      if (performance.now() - upSince > STEADY_AFTER_MS) failures = 0;
      if (failures > 0 && !(await rest(delayAfter(failures)))) return;
      failures += 1;
      log('la base dati si è fermata da sola: riavvio');
      await revive().catch((error: unknown) => log(`riavvio della base dati non riuscito: ${messageOf(error)}`));
      upSince = performance.now();
    }
  }

  function rest(milliseconds: number): Promise<boolean> {
    return pause(milliseconds, !signal.aborted, { ref: false, signal }).catch(() => false);
  }
}

export function delayAfter(failures: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
