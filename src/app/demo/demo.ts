// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { Guard } from '#governance';
import type { Clock } from '#kernel';
import type { Config, Log } from '#platform';
import type { Portavoce } from '../portavoce.ts';
import { openAccounts } from './accounts.ts';
import { type LookOut, lookOut } from './look-out.ts';
import { rehearsalRoutes } from './rehearsal.ts';
import { seedDemo } from './seed.ts';
import { startWorld, type World } from './world.ts';

/** The demonstration: the simulated world, and a desk that is at work in it. */
export interface Demo {
  /** What the server serves besides, in the demonstration only. */
  routes(server: FastifyInstance, ports: { readonly guard: Guard; readonly clock: Clock }): void;
  /** Fills the desk and reads its accounts; returns what to tell whoever started it, in Italian. */
  open(portavoce: Portavoce): Promise<string[]>;
  stop(): Promise<void>;
}

interface Open {
  readonly portavoce: Portavoce;
  readonly world: World;
}

/** Starts the simulated world at once; the rest waits for the desk. */
export function startDemo(config: Pick<Config, 'dataDir'>, log: Log): Demo {
  const starting = startWorld(config);
  // Heard at once, should it fail while the desk is starting; told where it is awaited.
  starting.catch(() => {});
  const opened = Promise.withResolvers<Open>();
  opened.promise.catch(() => {});
  let watch: LookOut | undefined;

  return {
    routes: (server, ports) =>
      rehearsalRoutes(server, {
        ...ports,
        world: async () => (await opened.promise).world,
        beginAgain: async () => {
          const { portavoce, world } = await opened.promise;
          await world.beginAgain();
          return (await openAccounts(portavoce, world)).length;
        },
      }),
    async open(portavoce) {
      try {
        const lines = await seedDemo(portavoce);
        const world = await starting;
        const accounts = await openAccounts(portavoce, world);
        watch = lookOut(portavoce, { world, accounts, log });
        opened.resolve({ portavoce, world });
        return [...lines, `Il mondo simulato si guarda su ${world.url}`];
      } catch (fault) {
        opened.reject(fault);
        throw fault;
      }
    },
    async stop() {
      await watch?.stop();
      await starting.then((world) => world.stop()).catch(() => {});
    },
  };
}
