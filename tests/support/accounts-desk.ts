// SPDX-License-Identifier: AGPL-3.0-or-later
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adapterOf } from '#channels';
import { establishBody, giveMandate, type Role } from '#governance';
import { type ManualClock, manualClock } from '#kernel';
import { logTo, poolOf, silentLog } from '#platform';
import { adopt } from '#rulebook';
import { type Portavoce, startPortavoce } from '../../src/app/portavoce.ts';
import { asWanted } from './body.ts';
import { type Client, clientOf } from './client.ts';
import { drainJobs } from './desk.ts';
import { type InventedOptions, inventedNetwork } from './invented-network.ts';
import { type OauthNetwork, startOauthNetwork } from './oauth-network.ts';

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'parola-di-prova-lunga';

export const BODY = 'comune-di-esempio';
export const OTHER_BODY = 'asl-roma-1';
/** Whose place the invented network takes. */
export const NETWORK = 'bluesky';

/** A desk whose one network is the invented one, with nobody's account connected yet. */
export interface AccountsDesk {
  /** Another after `restart`. */
  readonly portavoce: Portavoce;
  readonly dataDir: string;
  readonly network: OauthNetwork;
  readonly clock: ManualClock;
  /** What the desk said to its operator, as it was written. */
  readonly logged: readonly string[];
  credentials(role: Role, body?: string): { readonly email: string; readonly password: string };
  signIn(role: Role, body?: string): Promise<Client>;
  put(client: Client, path: string, content: unknown): Promise<Response>;
  drain(): Promise<void>;
  /** Every row of every table, as its owner reads them: what a backup holds. */
  dump(): Promise<string>;
  /** Stops the program and starts it again on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startAccountsDesk(options: InventedOptions = {}): Promise<AccountsDesk> {
  const clock = manualClock(new Date());
  const network = await startOauthNetwork();
  const dataDir = await mkdtemp(join(tmpdir(), 'portavoce-accounts-'));
  // As root, PostgreSQL runs as another account: it has to reach its data.
  await chmod(dataDir, 0o711);
  const logged: string[] = [];
  const like = adapterOf(NETWORK);
  if (like === null) throw new Error(`${NETWORK} is not in the registry`);
  const invented = inventedNetwork(like, clock, options);
  const nowhere = { databaseUrl: undefined, publicUrl: undefined };
  const config = { port: 0, host: '127.0.0.1', dataDir, ...nowhere, demo: false, startedAt: 0 };
  const close = async () => {
    await network.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const start = () =>
    startPortavoce({
      config,
      clock,
      log: logTo((line) => void logged.push(line), 'info'),
      say: () => {},
      attempts: 1000,
      adapterOf: (name) => (name === NETWORK ? invented : adapterOf(name)),
    });
  let portavoce = await start().catch(async (error) => {
    await close();
    throw error;
  });
  await Promise.all([BODY, OTHER_BODY].map((body) => openBody(portavoce, body)));
  const credentials = (role: Role, body = BODY) => ({ email: `${role}@${body}.example`, password: PASSWORD });
  return {
    get portavoce() {
      return portavoce;
    },
    dataDir,
    network,
    clock,
    logged,
    credentials,
    signIn: (role, body = BODY) => clientOf(portavoce.url, body, credentials(role, body)),
    put: ({ cookie }, path, content) =>
      fetch(`${portavoce.url}/api/bodies/${BODY}/${path}`, {
        method: 'PUT',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(content),
      }),
    drain: () => drainJobs(portavoce),
    dump: () => dump(portavoce),
    restart: async () => {
      await portavoce.stop();
      portavoce = await start();
    },
    close: async () => {
      await portavoce.stop();
      await close();
    },
  };
}

async function openBody({ ports, signIn }: Portavoce, body: string): Promise<void> {
  await establishBody(ports.database, ports.clock, { slug: body, name: body });
  const file = join('policies', `${body}.policy.md`);
  const source = await readFile(join(ROOT, file), 'utf8');
  await adopt(ports, { source, file, act: 'atto di prova', person: null });
  for (const role of ['moderator', 'head', 'auditor'] as const) {
    const email = `${role}@${body}.example`;
    const person = await signIn.enrol({ name: `Persona ${role}`, email, password: PASSWORD });
    const mandate = { body, person, role, office: null, act: 'atto di prova', ...asWanted(body) };
    await giveMandate(ports.database, ports.clock, mandate);
  }
}

async function dump({ owner }: Portavoce): Promise<string> {
  const pool = poolOf(owner, silentLog, 1);
  try {
    const { rows } = await pool.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`,
    );
    const texts: string[] = [];
    for (const { name } of rows) {
      const { rows: found } = await pool.query<{ row: string }>(
        `select row_to_json(one)::text as row from ${name} one`,
      );
      texts.push(name, ...found.map(({ row }) => row));
    }
    return texts.join('\n');
  } finally {
    await pool.end();
  }
}
