// SPDX-License-Identifier: AGPL-3.0-or-later
// The temporary folder of one run and the processes it owns; both end with the run, or with the next one if it was killed.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PREFIX = 'portavoce-networks-';
const STOP_WITHIN_MS = 15_000;

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A port of loopback that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

/** A pid alone may belong to someone else by now: ours name the folder in their command line, or work in it. */
function worksIn(pid, folder) {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return commandLine.includes(folder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch (fault) {
    if (fault.code === undefined) throw fault;
    return false;
  }
}

/** Ends what a killed run left. */
function sweep(say) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const owner = path.join(folder, 'owner');
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) continue;
    say(`tolgo ciò che una prova interrotta ha lasciato in ${name}`);
    try {
      for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.pid'))) {
        const pid = Number(readFileSync(path.join(folder, file), 'utf8'));
        if (worksIn(pid, folder)) process.kill(pid, 'SIGKILL');
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch (fault) {
      say(`${name} è di un altro utente (${fault.code})`);
    }
  }
}

export function openWorkshop(node, say) {
  sweep(say);
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  // PostgreSQL may run as another user, who has to walk down to its own folder.
  chmodSync(folder, 0o755);
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  const children = [];
  const log = (name) => openSync(path.join(folder, name), 'a');
  const workshop = {
    folder,
    node,
    descriptionFile: path.join(folder, 'network.json'),
    log,
    children,
    closing: null,
    /** Adds a child to those stopped at the end, the last one first. */
    own(name, child) {
      children.push(child);
      if (child.pid !== undefined) writeFileSync(path.join(folder, `${name}.pid`), String(child.pid));
    },
    launch(name, [file, ...args], options = {}) {
      const output = log(`${name}.log`);
      const child = spawn(file, args, { cwd: folder, stdio: ['ignore', output, output], ...options });
      workshop.own(name, child);
      return child;
    },
    withLog: (text, name) => `${text}\n${readFileSync(path.join(folder, name), 'utf8').slice(-4000)}`,
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await closeWorkshop(workshop);
      process.exit(130);
    });
  }
  return workshop;
}

function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGINT');
  });
}

async function close({ children, folder }) {
  for (const child of [...children].reverse()) await stop(child);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** May be asked twice, by a signal and by the end of the run: both wait for the same closing. */
export function closeWorkshop(workshop) {
  workshop.closing ??= close(workshop);
  return workshop.closing;
}
