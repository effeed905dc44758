// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { lastLines, OWNER } from './cluster.ts';
import { raise } from './errors.ts';
import { freePort, isAccepting } from './handshake.ts';
import { type Home, socketDir } from './home.ts';
import { clearStalePidFile, findPostmaster, type Postmaster } from './postmaster.ts';
import { bareEnvironment, identityOf } from './run.ts';
import { logSize, openLog, rotateLog, serverLog, writtenSince } from './server-log.ts';
import { type ServerSettings, serverArguments } from './settings.ts';

const POLL_MS = 15;
const SOCKET_PORT = 5432;
/** Replaying the log after a crash may take long; the server is left alone while it lives. */
const READY_WITHIN_MS = 300_000;
/** How long the processes left by a killed server may take to let go of its shared memory. */
const RELEASE_WITHIN_MS = 30_000;
const STILL_HELD = /pre-existing shared memory block|is still in use|lock file .* already exists/;

export interface Booting {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly settings: ServerSettings;
  /** Port to come back to on Windows; elsewhere the socket's directory does not change. */
  readonly port: number | null;
  readonly log: (message: string) => void;
}

export interface Booted {
  readonly postmaster: Postmaster;
  /** True where the server was already running. */
  readonly attached: boolean;
}

/** Joins the cluster's running server, or starts one. INVARIANT: called while holding the start lock. */
export async function bootPostmaster(booting: Booting): Promise<Booted> {
  const running = await joinRunning(booting.cluster);
  if (running !== null) return { postmaster: running, attached: true };
  if (clearStalePidFile(booting.cluster)) booting.log('la base dati era stata interrotta: ripresa dai dati registrati');
  const deadline = performance.now() + RELEASE_WITHIN_MS;
  for (;;) {
    const outcome = await attempt(booting);
    if (typeof outcome !== 'string') return { postmaster: outcome, attached: false };
    if (!STILL_HELD.test(outcome) || performance.now() > deadline) throw startFailure(booting, outcome);
    await pause(100);
  }
}

/** A server that is starting is waited for; one that is stopping is waited out. */
async function joinRunning(cluster: string): Promise<Postmaster | null> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    const found = findPostmaster(cluster);
    if (found === null) return null;
    if (found.port > 0 && (await isAccepting(found, OWNER))) return found;
    if (performance.now() > deadline) throw raise('POSTGRES_START_FAILED', `${cluster}, processo ${found.pid}`);
    await pause(POLL_MS);
  }
}

/** Starts the server and waits until it accepts; returns what it wrote in its log if it ends instead. */
async function attempt(booting: Booting): Promise<Postmaster | string> {
  const { home, binaries, cluster, settings } = booting;
  const file = serverLog(home.dir);
  rotateLog(file);
  const logStart = logSize(file);
  const place = await endpoint(booting);
  const child = launch({ ...booting, file, args: ['-D', cluster, ...serverArguments(place, settings)] });
  let ended: string | null = null;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', (code, signal) => {
    ended ??= `codice ${code ?? signal}`;
  });
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await isAccepting(place, OWNER))) {
    if (ended !== null) return `${writtenSince(file, logStart)}\n${binaries.postgres}: ${ended}`;
    if (performance.now() > deadline) throw raise('POSTGRES_START_FAILED', file);
    await pause(POLL_MS);
  }
  child.unref();
  return findPostmaster(cluster) ?? { ...place, pid: child.pid ?? 0 };
}

async function endpoint({ home, port }: Booting) {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: port ?? (await freePort()) };
  return { host: socketDir(home), port: SOCKET_PORT };
}

/** Detached: a Ctrl-C in the terminal is for the desk, which stops the server when it has finished with it. */
function launch({ home, binaries, file, args }: Booting & { file: string; args: string[] }): ChildProcess {
  const handle = openLog(file);
  try {
    return spawn(binaries.postgres, args, {
      ...identityOf(home.account),
      cwd: home.dir,
      env: bareEnvironment(),
      detached: process.platform !== 'win32',
      stdio: ['ignore', handle, handle],
      windowsHide: true,
    });
  } finally {
    closeSync(handle);
  }
}

function startFailure({ home }: Booting, output: string): Error {
  const detail = `${serverLog(home.dir)}\n${lastLines(output)}`;
  if (/No space left on device/.test(output)) return raise('POSTGRES_DISK_FULL', detail);
  return raise('POSTGRES_START_FAILED', detail);
}
