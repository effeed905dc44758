// SPDX-License-Identifier: AGPL-3.0-or-later
import { mock } from 'node:test';
import type { Role } from '#governance';
import { type ManualClock, manualClock, systemClock } from '#kernel';
import { logTo } from '#platform';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { credentialsOf, openBody } from './body.ts';
import { type Client, clientOf } from './client.ts';
import { drainJobs } from './desk.ts';
import { startOwnPortavoce } from './own-portavoce.ts';
import { openPresences, type Presence, startTown } from './presences.ts';

export const BODY = 'comune-di-esempio';

/** A simulated outside world of one body, with an account on each network. */
export interface Town {
  readonly body: string;
  readonly sandbox: Sandbox;
  readonly presences: readonly Presence[];
}

/** One desk for every simulated network, in a time that only the test moves. */
export interface NetworksDesk {
  readonly portavoce: Portavoce;
  readonly dataDir: string;
  readonly clock: ManualClock;
  /** What the desk said to its operator, as it was written. */
  readonly logged: readonly string[];
  /** In the order of the bodies asked for. */
  readonly towns: readonly [Town, ...Town[]];
  signIn(role: Role, body?: string): Promise<Client>;
  /** Until nothing that was set off is still on its way. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export async function startNetworksDesk(
  bodies: readonly [string, ...string[]] = [BODY],
  { mailServer }: { readonly mailServer?: string } = {},
): Promise<NetworksDesk> {
  const opened: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of opened.reverse()) await one();
  };
  try {
    return { ...(await open(bodies, mailServer, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  bodies: readonly [string, ...string[]],
  mailServer: string | undefined,
  opened: (() => Promise<unknown>)[],
): Promise<Omit<NetworksDesk, 'close'>> {
  const clock = manualClock(new Date());
  // The adapters of the registry ask the machine for the time: here it is the town's.
  const machine = mock.method(systemClock, 'now', () => clock.now());
  opened.push(async () => machine.mock.restore());
  const logged: string[] = [];
  const own = await startOwnPortavoce({ clock, mailServer, log: logTo((line) => void logged.push(line), 'info') });
  opened.push(own.close);
  const { portavoce, dataDir } = own;
  const openTown = async (body: string, number: number): Promise<Town> => {
    const sandbox = await startTown({ body, clock, number });
    opened.push(() => sandbox.close());
    await openBody(portavoce, { slug: body, name: `Ente di prova ${number}` });
    return { body, sandbox, presences: await openPresences(portavoce, sandbox, { body }) };
  };
  const [first, ...others] = bodies;
  const towns: [Town, ...Town[]] = [await openTown(first, 1)];
  for (const body of others) towns.push(await openTown(body, towns.length + 1));
  return {
    ...{ portavoce, dataDir, clock, logged, towns },
    signIn: (role, body = first) => clientOf(portavoce.url, body, credentialsOf(body, role)),
    drain: async () => {
      for (const { sandbox } of towns)
        await Promise.all(Object.values(sandbox.networks).map((network) => network.settled()));
      await drainJobs(portavoce);
    },
  };
}
