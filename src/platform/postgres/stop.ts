// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findHome } from './home.ts';
import { lockFile } from './launch.ts';
import { livingLeases } from './leases.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { withStartLock } from './start-lock.ts';

export type StopOutcome =
  | { readonly state: 'not-running' }
  | { readonly state: 'stopped'; readonly pid: number }
  /** Programs that use it; it is left running, since they would only start it again. */
  | { readonly state: 'in-use'; readonly by: readonly number[] };

/** Stops the server that a killed desk left running for this data folder. */
export async function stopEmbeddedPostgres({ dataDir }: { readonly dataDir: string }): Promise<StopOutcome> {
  const home = findHome(dataDir);
  if (home === null) return { state: 'not-running' };
  return withStartLock(lockFile(home), async () => {
    const by = livingLeases(home);
    if (by.length > 0) return { state: 'in-use', by };
    for (const name of readdirSync(home).filter((entry) => /^pg\d+$/.test(entry))) {
      const cluster = join(home, name);
      const running = findPostmaster(cluster);
      if (running === null) continue;
      await stopPostmaster(running, cluster, null);
      return { state: 'stopped', pid: running.pid };
    }
    return { state: 'not-running' };
  });
}
