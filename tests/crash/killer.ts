// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from './server.ts';

export interface Kills {
  readonly server: number;
  readonly database: number;
}

/** Kills without warning, at random moments: the server, the database, or both at once. */
export function killer(aim: { server: Server; dataDir: string; kills: number }): {
  run(): Promise<Kills>;
} {
  const { server, dataDir, kills } = aim;
  return {
    run: async () => {
      const counts = { server: 0, database: 0 };
      for (let index = 0; index < kills; index++) {
        await new Promise((resolve) => setTimeout(resolve, randomInt(300, 3000)));
        const which = index % 3;
        if (which !== 0) {
          await killDatabase(dataDir);
          counts.database += 1;
        }
        if (which !== 1) {
          await server.kill();
          counts.server += 1;
          await server.start();
        } else {
          await server.answers();
        }
      }
      return counts;
    },
  };
}

/** The postmaster, with no chance to tell its children; they notice by themselves. One that is just coming back is awaited. */
async function killDatabase(dataDir: string): Promise<void> {
  const place = join(dataDir, 'postgres', 'place');
  const home = existsSync(place) ? readFileSync(place, 'utf8').trim() : join(dataDir, 'postgres');
  const pidFile = join(home, 'pg18', 'postmaster.pid');
  while (!existsSync(pidFile)) await new Promise((resolve) => setTimeout(resolve, 20));
  const [pid] = readFileSync(pidFile, 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
