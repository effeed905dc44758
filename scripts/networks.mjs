// SPDX-License-Identifier: AGPL-3.0-or-later
import './oldest-node.mjs';
import { fork, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../tests/networks/postgres.mjs';
import { findRedis, startRedis } from '../tests/networks/redis.mjs';
import { closeWorkshop, openWorkshop } from '../tests/networks/workshop.mjs';
import { inRoot, ROOT } from './checkout.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { giveUp } from './failure.mjs';
import { installApart } from './install-apart.mjs';

// node scripts/networks.mjs [test file…]: brings the real Bluesky servers up on loopback, runs the stories of
// tests/networks on them, and leaves nothing behind. Ends with 0, 1 when a story fails, 2 when it could not run.

const ROOM = inRoot('tests', 'networks');
const NETWORK_READY_WITHIN_MS = 180_000;

const startedAt = performance.now();
const say = (text) => console.error(`[${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${text}`);

/** The network, in a process of its own; ready when it has written its description. Resolves to its timings. */
function startNetwork(workshop, environment) {
  const data = path.join(workshop.folder, 'atproto');
  mkdirSync(data);
  const output = workshop.log('network.log');
  const child = fork(path.join(ROOM, 'serve.ts'), [workshop.folder], {
    execPath: workshop.node,
    cwd: ROOM,
    env: { ...process.env, ...environment, TMPDIR: data, LOG_ENABLED: 'false', NODE_ENV: 'test' },
    stdio: ['ignore', output, output, 'ipc'],
  });
  workshop.own('network', child);
  return new Promise((resolve, reject) => {
    const fail = (what) => {
      clearTimeout(late);
      reject(new Error(workshop.withLog(what, 'network.log')));
    };
    const late = setTimeout(() => fail('la rete di prova non è partita in tempo'), NETWORK_READY_WITHIN_MS);
    child.once('exit', (code, signal) => fail(`la rete di prova si è fermata (${code ?? signal})`));
    child.once('message', (timings) => {
      clearTimeout(late);
      resolve(timings);
    });
  });
}

function stories(asked) {
  if (asked.length > 0) return asked.map((file) => path.resolve(file));
  const own = readdirSync(ROOM).filter((name) => name.endsWith('.test.ts'));
  return own.sort().map((name) => path.join(ROOM, name));
}

function runStories(workshop, files) {
  const environment = { ...process.env, PORTAVOCE_NETWORK: workshop.descriptionFile, NODE_ENV: 'test' };
  // Inherited from an outer run, it would turn the report into a child's protocol.
  delete environment.NODE_TEST_CONTEXT;
  const child = spawn(workshop.node, [inRoot('scripts', 'run-tests.ts'), ...files], {
    cwd: ROOT,
    env: environment,
    stdio: 'inherit',
  });
  workshop.own('stories', child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function main() {
  const node = await ensureDependencies('full');
  // Nothing is compiled: better-sqlite3 13 carries its binaries. The servers ask for Node >= 22 and run under the
  // product's own, whatever Node runs npm.
  await installApart(ROOM, 'Installo i server di Bluesky per le prove (circa 500 MB)');
  const redis = findRedis(path.join(ROOM, 'node_modules', '.redis'), say);
  const workshop = openWorkshop(node, say);
  try {
    const [postgresUrl, redisHost] = await Promise.all([startPostgres(workshop), startRedis(workshop, redis)]);
    say('PostgreSQL e Redis rispondono');
    const { importMs, startMs, memoryMb } = await startNetwork(workshop, {
      DB_POSTGRES_URL: postgresUrl,
      REDIS_HOST: redisHost,
      PORTAVOCE_NETWORK: workshop.descriptionFile,
    });
    say(`la rete risponde (caricamento ${importMs} ms, avvio ${startMs} ms, ${memoryMb} MB)`);
    return await runStories(workshop, stories(process.argv.slice(2)));
  } finally {
    await closeWorkshop(workshop);
    say('tutto fermato');
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  giveUp(error);
}
