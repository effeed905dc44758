// SPDX-License-Identifier: AGPL-3.0-or-later
// Redis for the AppView: the machine's own program, or Debian's package unpacked aside; never the machine's service.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { Failure } from '../../scripts/failure.mjs';
import { freePort, pause } from './workshop.mjs';

const READY_WITHIN_MS = 20_000;
/** redis-server and the libraries that a bare Debian or Ubuntu lacks; those that a release does not know are skipped. */
const DEBIAN_PACKAGES = [
  'redis-server',
  'redis-tools',
  'libjemalloc2',
  'liblzf1',
  'libatomic1',
  'liblua5.1-0',
  'lua-cjson',
  'lua-bitop',
  'libhiredis1.1.0',
  'libhiredis0.14',
];

const runs = (program, environment) =>
  spawnSync(program, ['--version'], { env: { ...process.env, ...environment }, stdio: 'ignore' }).status === 0;

function unpacked(folder) {
  const libraries = path.join(folder, 'usr', 'lib');
  const nested = existsSync(libraries) ? readdirSync(libraries).map((name) => path.join(libraries, name)) : [];
  const environment = { LD_LIBRARY_PATH: [libraries, ...nested].join(':') };
  const program = path.join(folder, 'usr', 'bin', 'redis-server');
  return existsSync(program) && runs(program, environment) ? { program, environment } : null;
}

/** `apt-get download` needs no rights and `dpkg -x` touches nothing of the system. */
function download(folder, say) {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  say("redis-server non c'è: scarico il pacchetto Debian e lo apro in disparte");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of DEBIAN_PACKAGES) spawnSync('apt-get', ['download', name], { cwd: folder, stdio: 'ignore' });
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.deb'))) {
    spawnSync('dpkg', ['-x', file, '.'], { cwd: folder, stdio: 'ignore' });
  }
  return unpacked(folder);
}

function install(say) {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  say('installo redis-server con apt-get');
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], options);
  return runs('redis-server', {}) ? { program: 'redis-server', environment: {} } : null;
}

/** `{program, environment}` of a redis-server that runs; `folder` keeps the unpacked one for the next time. */
export function findRedis(folder, say) {
  if (runs('redis-server', {})) return { program: 'redis-server', environment: {} };
  const redis = unpacked(folder) ?? download(folder, say) ?? install(say);
  if (redis === null) {
    throw new Failure({
      what: 'serve redis-server e non si trova',
      hint: 'Installarlo (Debian e Ubuntu: «apt-get install redis-server»; macOS: «brew install redis») e ripetere.',
    });
  }
  return redis;
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}

/** Starts it with nothing kept on disk; resolves to `host:port`. */
export async function startRedis(workshop, { program, environment }) {
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    workshop.folder,
  ];
  const child = workshop.launch('redis', [program, ...args], { env: { ...process.env, ...environment } });
  for (const deadline = performance.now() + READY_WITHIN_MS; !(await answers(port)); await pause(30)) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(workshop.withLog('redis did not start', 'redis.log'));
  }
  return `127.0.0.1:${port}`;
}
