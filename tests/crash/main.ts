// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../../sandbox/index.ts';
import { stopEmbeddedPostgres } from '../../src/platform/postgres/index.ts';
import { sandboxHand } from '../support/sandbox-hand.ts';
import { citizens } from './citizens.ts';
import { killer } from './killer.ts';
import { moderator, settled } from './moderator.ts';
import { POST, prepare, SCENARIO } from './prepare.ts';
import { publishedAfterwards, publisher } from './publisher.ts';
import { type Server, serverIn } from './server.ts';
import { verdict } from './verdict.ts';

// npm run test:crash: the desk is killed again and again, server and database, while comments arrive and decisions are
// taken. Everything that was acknowledged must be there afterwards, done once, in an unbroken record.

const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
const size =
  values.quick === true
    ? { comments: 300, decisions: 40, publications: 15, kills: 5 }
    : { comments: 2000, decisions: 200, publications: 200, kills: 20 };

const FAULTS_SHOWN = 20;

const startedAt = performance.now();
const dataDir = await mkdtemp(join(tmpdir(), 'portavoce-crash-'));
await chmod(dataDir, 0o711);
const sandbox = await startSandbox({
  ...{ scenarios: [SCENARIO], networks: ['facebook'], timedArrivals: false, retrySeconds: Array(60).fill(1) },
});
let failed = true;
let server: Server | undefined;
try {
  const setting = await prepare(dataDir, sandbox);
  server = serverIn(dataDir, setting.port);
  await server.start();
  const facebook = sandboxHand(sandbox.url);
  await facebook.subscribe(`${server.url}/webhooks/${setting.account}`);

  const writing = citizens(facebook, { post: await facebook.idOf(POST), count: size.comments });
  const deciding = moderator(server.url, { ...setting, count: size.decisions });
  const killing = killer({ server, dataDir, kills: size.kills, meanwhile: () => !writing.done() || !deciding.done() });
  const publishing = publisher(server.url, { account: setting.account, count: size.publications });
  const [written, decided, fired, kills] = await Promise.all([
    writing.run(),
    deciding.run(),
    publishing.run(),
    killing.run(),
  ]);

  await settled(server, setting);
  await facebook.told(written);
  const strayed = await publishedAfterwards(server, { fired, facebook });
  await server.stop();
  const report = await verdict({ dataDir, setting, facebook, written, decided });
  const faults = [...report.faults, ...strayed];
  failed = faults.length > 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`kills: ${kills.server} of the server, ${kills.database} of the database, in ${seconds} s`);
  for (const line of report.figures) console.log(line);
  console.log(`contents published while killed: ${fired.length}, lost or doubled: ${strayed.length}`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.error(`FAULT: ${fault}`);
  console.log(failed ? 'crash test failed' : 'crash test passed');
} finally {
  await server?.kill();
  await stopEmbeddedPostgres({ dataDir });
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
