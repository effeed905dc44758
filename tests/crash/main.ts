// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
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
import { NETWORKS, POST, prepare, SCENARIO } from './prepare.ts';
import { published } from './published.ts';
import { publisher } from './publisher.ts';
import { type Server, serverIn } from './server.ts';
import { troubles } from './troubles.ts';
import { verdict } from './verdict.ts';

// npm run test:crash: the desk is killed again and again, server and database, while comments arrive and decisions are
// taken. Everything that was acknowledged must be there afterwards, done once, in an unbroken record.

// With --publications N only contents go out, that many, and besides the kills networks lose answers, break off between the steps of
// a publication, and the clock of the desk is wrong by something else after each kill.

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, publications: { type: 'string' } } });
const size = sizeOf(values);

const FAULTS_SHOWN = 20;
/** A clock may be behind by as much as it likes; ahead, networks’ own times are trusted for half a minute. */
const CLOCK = { behind: 120_000, ahead: 20_000 };

interface Size {
  readonly comments: number;
  readonly decisions: number;
  readonly publications: number;
  readonly kills: number;
  /** Whether networks and clock misbehave too. */
  readonly troubled: boolean;
}

function sizeOf({ quick, publications }: { readonly quick?: boolean; readonly publications?: string }): Size {
  const count = Number(publications);
  if (publications !== undefined && !(count > 0)) throw new Error('--publications wants how many');
  if (publications !== undefined)
    return {
      comments: 0,
      decisions: 0,
      publications: count,
      kills: Math.max(4, Math.round(count / 25)),
      troubled: true,
    };
  return quick === true
    ? { comments: 300, decisions: 40, publications: 15, kills: 5, troubled: false }
    : { comments: 2000, decisions: 200, publications: 200, kills: 20, troubled: false };
}

const startedAt = performance.now();
const dataDir = await mkdtemp(join(tmpdir(), 'portavoce-crash-'));
await chmod(dataDir, 0o711);
const sandbox = await startSandbox({
  ...{ scenarios: [SCENARIO], networks: [...NETWORKS], timedArrivals: false, retrySeconds: Array(60).fill(1) },
});
let failed = true;
let server: Server | undefined;
try {
  const setting = await prepare(dataDir, sandbox);
  const wrongBy = () => (size.troubled ? randomInt(-CLOCK.behind, CLOCK.ahead) : 0);
  server = serverIn(dataDir, setting.port, wrongBy);
  await server.start();
  const facebook = sandboxHand(sandbox.url);
  await facebook.subscribe(`${server.url}/webhooks/${setting.account}`);

  const writing = citizens(facebook, { post: await facebook.idOf(POST), count: size.comments });
  const deciding = moderator(server.url, { ...setting, count: size.decisions });
  const killing = killer({ server, dataDir, kills: size.kills });
  const sample = `${sandbox.url}/samples/image.jpg`;
  const publishing = publisher(server.url, { ...setting, sample, count: size.publications });
  const meanwhile = () => size.troubled && !publishing.done();
  const troubling = troubles({ url: sandbox.url, networks: NETWORKS, meanwhile });
  const [written, decided, fired, kills, struck] = await Promise.all([
    writing.run(),
    deciding.run(),
    publishing.run(),
    killing.run(),
    troubling.run(),
  ]);

  await settled(server, setting);
  await facebook.told(written);
  const outcome = await published(server, { fired, sandbox: sandbox.url });
  await server.stop();
  const report = await verdict({ dataDir, setting, facebook, written, decided });
  const faults = [...report.faults, ...outcome.faults];
  failed = faults.length > 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`kills: ${kills.server} of the server, ${kills.database} of the database, in ${seconds} s`);
  if (size.troubled) console.log(`answers lost or broken off: ${struck}; the clock was wrong after each kill`);
  for (const line of [...report.figures, ...outcome.figures]) console.log(line);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.error(`FAULT: ${fault}`);
  console.log(failed ? 'crash test failed' : 'crash test passed');
} finally {
  await server?.kill();
  await stopEmbeddedPostgres({ dataDir });
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
