// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveryPorts } from '#delivery';
import { governanceRoutes, guardOf, type SignIn, signInOf } from '#governance';
import { pollerOf, webhookRoutes } from '#inbox';
import type { Clock } from '#kernel';
import { type ModerationPorts, moderationRoutes } from '#moderation';
import {
  type Config,
  type Connection,
  databaseOf,
  eventsOf,
  jobsOf,
  type Log,
  masterKey,
  newsOf,
  poolOf,
  type Subscription,
  serverOf,
  vaultOf,
} from '#platform';
import { rulebookRoutes } from '#rulebook';
import { holidaysOf } from './holidays.ts';
import { listen, portFor } from './listening.ts';
import { pageRoutes, publicStyles } from './pages.ts';
import { openStorage } from './storage.ts';
import { performAll, subscriptionsOf } from './subscriptions.ts';

export interface PortavoceOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** Progress, in Italian, for who is waiting at the console. */
  readonly say: (message: string) => void;
  /** Sign-in attempts from one address in ten seconds. */
  readonly attempts?: number;
}

export interface Portavoce {
  readonly url: string;
  readonly ports: ModerationPorts & DeliveryPorts;
  readonly signIn: SignIn;
  /** The database as its owner: for the command line and for who audits the program, never for its work. */
  readonly owner: Connection;
  stop(): Promise<void>;
}

/** The whole program, wired by hand: what each part needs is said here and nowhere else. */
export async function startPortavoce(options: PortavoceOptions): Promise<Portavoce> {
  const { config, clock, log } = options;
  // Passable, not readable: as root, PostgreSQL runs as another account and its files lie below. Keys close their own folder.
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 });
  const vault = vaultOf(masterKey(process.env.PORTAVOCE_KEY, join(config.dataDir, 'keys', 'master.key')));
  const storage = await openStorage(config, vault, options.say);
  const database = databaseOf(poolOf(storage.app, log));
  const jobs = jobsOf(storage.app, log);
  const news = newsOf(storage.app, log);
  const server = await serverOf(log);

  let subscriptions: readonly Subscription[] = [];
  const events = eventsOf(jobs, () => subscriptions);
  const ports = { database, jobs, events, news, clock, vault, holidays: holidaysOf() };
  subscriptions = subscriptionsOf(ports);

  const port = await portFor(config);
  const url = config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
  const signIn = signInOf({
    pool: database.pool,
    secret: vault.derive('sign-in sessions').toString('hex'),
    baseUrl: url,
    attempts: options.attempts ?? 5,
  });
  const guard = guardOf(signIn, database, clock);
  governanceRoutes(server, { signIn, guard, demo: config.demo });
  moderationRoutes(server, { ...ports, guard });
  webhookRoutes(server, ports);
  rulebookRoutes(server, { ...ports, demo: config.demo, styles: publicStyles() });
  await pageRoutes(server, ports);

  const poller = pollerOf(ports, log);
  await jobs.start();
  await news.start();
  await performAll(jobs, subscriptions, ports);
  await listen(server, config, port);
  poller.start();
  return {
    url,
    ports,
    signIn,
    owner: storage.owner,
    stop: async () => {
      server.server.closeAllConnections();
      await server.close();
      await poller.stop();
      await jobs.stop();
      await news.stop();
      await database.close();
      await storage.stop();
    },
  };
}
