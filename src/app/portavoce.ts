// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AccountPorts } from '#accounts';
import type { DeliveryPorts, MayStillGo } from '#delivery';
import { planDuties, stillApproved } from '#editorial';
import {
  attemptsOf,
  type Guard,
  guardOf,
  hasFactorOn,
  type KeptRoute,
  openIdOf,
  type SignIn,
  signInOf,
} from '#governance';
import { pollerOf } from '#inbox';
import type { Clock } from '#kernel';
import type { ModerationPorts } from '#moderation';
import {
  type Config,
  type Connection,
  contactOf,
  databaseOf,
  eventsOf,
  holdLittle,
  jobsOf,
  type Log,
  mailOf,
  masterKeys,
  newsOf,
  poolOf,
  pushOf,
  type Subscription,
  type Sweeps,
  servedAt,
  serverOf,
  sweepsOf,
  vaultOf,
} from '#platform';
import { holidaysOf } from './holidays.ts';
import { endServing, listen, portFor } from './listening.ts';
import { localModelAt } from './local-model.ts';
import { peoplePortsOf, placeOfIn, policyOnMandates } from './people.ts';
import { serveAll } from './serve.ts';
import { openStorage } from './storage.ts';
import { performAll, subscriptionsOf, sweepAll } from './subscriptions.ts';

export interface PortavoceOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Progress, in Italian, for who is waiting at the console. */
  readonly say: (message: string) => void;
  /** Sign-in attempts from one address in ten seconds. */
  readonly attempts?: number;
  /** What the server serves besides, before the pages. */
  readonly routes?: (server: FastifyInstance, ports: { readonly guard: Guard; readonly clock: Clock }) => void;
  /** How networks are found; absent: in the registry. */
  readonly adapterOf?: NonNullable<AccountPorts['adapterOf']>;
}

export interface Portavoce {
  readonly url: string;
  readonly ports: ModerationPorts & DeliveryPorts & AccountPorts;
  readonly signIn: SignIn;
  readonly sweeps: Sweeps;
  /** Every route that is served, with who may ask for it. */
  readonly routes: readonly KeptRoute[];
  /** The database as its owner: for the command line and for who audits the program, never for its work. */
  readonly owner: Connection;
  stop(): Promise<void>;
}

type Close = () => Promise<unknown>;

/**
 * The whole program, wired by hand: what each part needs is said here and nowhere else. When it throws, nothing that it
 * opened is left open.
 */
export async function startPortavoce(options: PortavoceOptions): Promise<Portavoce> {
  holdLittle();
  const opened: Close[] = [];
  const stop = () => closeAll(opened, options.log);
  try {
    return { ...(await open(options, opened)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Last opened, first closed; what does not close is told and does not keep the others open. */
async function closeAll(opened: Close[], log: Log): Promise<void> {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) {
    await close().catch((error: Error) => log.error({ error: error.message }, 'stopping'));
  }
}

async function open(options: PortavoceOptions, opened: Close[]): Promise<Omit<Portavoce, 'stop'>> {
  const { config, clock, log } = options;
  // Passable, not readable: as root, PostgreSQL runs as another account and its files lie below. Keys close their own folder.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 });
  const keys = () => masterKeys(process.env.PORTAVOCE_KEY, join(config.dataDir, 'keys', 'master.key'));
  const vault = vaultOf(keys(), { more: keys });
  const storage = await openStorage(config, vault, options.say);
  opened.push(storage.stop);
  const database = databaseOf(poolOf(storage.app, log));
  opened.push(database.close);
  const news = newsOf(storage.app, log);
  opened.push(news.stop);
  const jobs = jobsOf(storage.app, log);
  opened.push(jobs.stop);

  let subscriptions: readonly Subscription[] = [];
  const events = eventsOf(jobs, () => subscriptions);
  const localModel =
    config.modelUrl === undefined
      ? {}
      : { localModel: localModelAt({ url: config.modelUrl, model: config.modelName, clock, log }) };
  const networks = options.adapterOf === undefined ? {} : { adapterOf: options.adapterOf };
  const port = await portFor(config);
  const at = servedAt(config, port);
  const mail = mailOf({ server: config.mailServer, from: config.mailFrom });
  const push = pushOf({ carriers: config.push ?? [], contact: contactOf(config, at.url), vault, clock });
  const machine = { database, jobs, events, news, clock, vault, mail, push, url: at.url };
  // Delivery knows nobody above it: what it asks of whoever wanted a write is brought to it here.
  const mayStillGo: MayStillGo = (tx, write) => stillApproved(machine, tx, write);
  const ports = { ...machine, duties: [planDuties], holidays: holidaysOf(), mayStillGo, ...localModel, ...networks };
  subscriptions = subscriptionsOf(ports);

  const signIn = signInOf({
    pool: database.pool,
    secret: vault.derive('sign-in sessions').toString('hex'),
    baseUrl: at.url,
    origins: at.origins,
    attempts: options.attempts ?? 5,
    hasFactor: (person) => database.outside((tx) => hasFactorOn(tx, person)),
  });
  const attempts = attemptsOf(database, clock, vault.derive('sign-in addresses'));
  const guard = guardOf(signIn, { database, clock, policy: policyOnMandates });
  const people = peoplePortsOf(ports);
  const poller = pollerOf(ports, log);
  const server = await serverOf({ log, at, proxies: config.proxies ?? [] });
  const provider = { database, clock, vault, signIn, openId: openIdOf({ vault }), url: at.url };
  const served = { ports, people, provider, guard, signIn, attempts, config, log, more: options.routes };
  const routes = await serveAll(server, { ...served, placeOf: placeOfIn(ports), readSoon: poller.readSoon });

  const sweeps = sweepsOf(database, log);
  sweepAll(sweeps, { ...ports, attempts, people, url: at.url });
  await jobs.start();
  await news.start();
  await performAll(jobs, subscriptions, { ...ports, people });
  await tellGivenUp(ports, log);
  opened.push(async () => {
    await endServing(server);
  });
  await listen(server, config, port);
  opened.push(sweeps.stop);
  sweeps.start();
  opened.push(poller.stop);
  poller.start();
  return { url: at.url, ports, signIn, sweeps, routes: routes(), owner: storage.owner };
}

/** A job given up is told when it happens; and again at each start while it is kept, for it waits for a person. */
async function tellGivenUp({ database, jobs }: Pick<ModerationPorts, 'database' | 'jobs'>, log: Log): Promise<void> {
  for (const facts of await database.outside((tx) => jobs.givenUp(tx)))
    log.error(facts, 'jobs that failed to the last are kept in jobs.job, in state failed');
}
