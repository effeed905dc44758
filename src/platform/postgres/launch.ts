// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { chooseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { type Booting, bootPostmaster } from './boot.ts';
import { OWNER, settleCluster } from './cluster.ts';
import { explained } from './errors.ts';
import { FALLBACK_DIR, settleHome } from './home.ts';
import { dropLease, livingLeases, takeLease } from './leases.ts';
import { type Postmaster, serves, stopPostmaster } from './postmaster.ts';
import type { ServerSettings } from './settings.ts';
import { withStartLock } from './start-lock.ts';
import { superviseServer } from './supervise.ts';

export interface PostgresConnection {
  /** Directory of the Unix socket; 127.0.0.1 on Windows. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedPostgres {
  /** As the database's owner. Stays true across restarts of the server. */
  readonly connection: PostgresConnection;
  /** True where the server was already running. */
  readonly attached: boolean;
  /** Process of the server now; changes if it had to be started again. */
  readonly pid: number;
  readonly startedInMs: number;
  /** Folder of the cluster, the log (`postgres.log`) and the password. */
  readonly home: string;
  /** Ends the watch, and the server too unless another living program uses it. Repeatable. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Takes Italian sentences for the operator. */
  readonly log: (message: string) => void;
  /** Server settings over the defaults; durability is not among what can be changed. */
  readonly settings?: ServerSettings;
  /** Where root keeps the database when PostgreSQL's account cannot reach the data folder. */
  readonly fallbackDir?: string;
  /** Called when the server has come back after dying; the pool reconnects by itself. */
  readonly onRestart?: (pid: number) => void;
}

export const lockFile = (home: string) => join(home, 'start.lock');

/**
 * Starts, or joins, the PostgreSQL server of a data folder and keeps it running. Safe to call from several processes at
 * once. Throws the coded errors of `errors.ts`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const startedAt = performance.now();
  try {
    const home = settleHome(options.dataDir, chooseAccount(), options.fallbackDir ?? FALLBACK_DIR);
    return await withStartLock(lockFile(home.dir), async () => {
      const binaries = await prepareBinaries(home, options.log);
      const cluster = await settleCluster(home, binaries);
      const booting: Booting = {
        home,
        binaries,
        cluster: cluster.dir,
        settings: options.settings ?? {},
        port: null,
        log: options.log,
      };
      const { postmaster, attached } = await bootPostmaster(booting);
      takeLease(home.dir);
      return keep({ booting, postmaster, attached, password: cluster.password, options, startedAt });
    });
  } catch (error) {
    throw explained(error);
  }
}

interface Keeping {
  readonly booting: Booting;
  readonly postmaster: Postmaster;
  readonly attached: boolean;
  readonly password: string;
  readonly options: EmbeddedPostgresOptions;
  readonly startedAt: number;
}

function keep({ booting, postmaster, attached, password, options, startedAt }: Keeping): EmbeddedPostgres {
  const home = booting.home.dir;
  const { host, port } = postmaster;
  let current = postmaster;
  let stopping: Promise<void> | null = null;
  const endWatch = superviseServer({
    isAlive: () => serves(current.pid, booting.cluster),
    revive: async () => {
      current = (await withStartLock(lockFile(home), () => bootPostmaster({ ...booting, port }))).postmaster;
      options.onRestart?.(current.pid);
    },
    log: options.log,
  });
  const stop = async () => {
    await endWatch();
    await withStartLock(lockFile(home), async () => {
      dropLease(home);
      if (livingLeases(home).length === 0) await stopPostmaster(current, booting.cluster, booting.binaries);
    });
  };
  return {
    connection: { host, port, user: OWNER, password, database: OWNER },
    attached,
    get pid() {
      return current.pid;
    },
    startedInMs: performance.now() - startedAt,
    home,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
