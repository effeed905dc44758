// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from '#governance';
import { pollAccount } from '#inbox';
import { type Clock, systemClock } from '#kernel';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { credentialsOf, openAccountOf, openBody } from './body.ts';
import { type Client, clientOf } from './client.ts';
import { startOwnPortavoce } from './own-portavoce.ts';
import { type SandboxHand, sandboxHand } from './sandbox-hand.ts';

export interface DeskBody {
  readonly slug: string;
  readonly page: { readonly id: string; readonly handle: string; readonly name: string };
  readonly post: string;
}

/** Two bodies with a page and a post each, so that every story can try to look over the wall. */
export const BODIES = {
  asl: {
    slug: 'asl-roma-1',
    page: { id: '900000000000001', handle: 'AslDiProva', name: 'ASL Roma 1' },
    post: '900000000000001_1',
  },
  comune: {
    slug: 'comune-di-esempio',
    page: { id: '900000000000002', handle: 'ComuneDiProva', name: 'Comune di Esempio' },
    post: '900000000000002_2',
  },
} as const satisfies Record<string, DeskBody>;

/** The product on a database of its own, the simulated Facebook, and people to act as. */
export interface Desk {
  readonly portavoce: Portavoce;
  readonly url: string;
  readonly sandbox: Sandbox;
  /** What citizens do on Facebook, and what Facebook remembers. */
  readonly facebook: SandboxHand;
  /** Facebook accounts by body. */
  readonly accounts: Readonly<Record<keyof typeof BODIES, string>>;
  /** Facebook's ids of the bodies' posts. */
  readonly posts: Readonly<Record<keyof typeof BODIES, string>>;
  /** Signs a person in; `body` is where their mandate holds. */
  signIn(role: Role, body?: keyof typeof BODIES): Promise<Client>;
  credentials(role: Role, body?: keyof typeof BODIES): { readonly email: string; readonly password: string };
  /** Until nothing that was set off is still on its way. */
  drain(): Promise<void>;
  /** Reads an account as the poller would. */
  poll(body: keyof typeof BODIES): Promise<void>;
  close(): Promise<void>;
}

export interface DeskOptions {
  /** Absent: the machine's. */
  readonly clock?: Clock;
  /** Absent: no letters. */
  readonly mailServer?: string;
  /** Absent: nobody's word on a client's address is taken. */
  readonly proxies?: readonly string[];
  /** Absent: only the known services carry notices to devices. */
  readonly push?: readonly string[];
}

export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const opened: (() => Promise<unknown>)[] = [];
  try {
    return await openDesk(options, opened);
  } catch (error) {
    for (const close of opened.reverse()) await close();
    throw error;
  }
}

async function openDesk(
  { clock = systemClock, mailServer, proxies = [], push }: DeskOptions,
  opened: (() => Promise<unknown>)[],
): Promise<Desk> {
  const sandbox = await startSandbox({
    ...{ scenarios: Object.values(BODIES).map(scenarioOf), networks: ['facebook'], timedArrivals: false, clock },
  });
  opened.push(() => sandbox.close());
  const own = await startOwnPortavoce({ clock, mailServer, proxies, push });
  const { portavoce } = own;
  opened.push(own.close);
  const accounts = { asl: '', comune: '' };
  for (const [key, body] of Object.entries(BODIES) as [keyof typeof BODIES, DeskBody][]) {
    accounts[key] = await openPage(portavoce, sandbox, body);
  }
  const facebook = sandboxHand(sandbox.url);
  await facebook.subscribe(`${portavoce.url}/webhooks/${accounts.asl}`);
  const posts = {
    asl: await facebook.idOf(BODIES.asl),
    comune: await facebook.idOf(BODIES.comune),
  };
  const credentials = (role: Role, body: keyof typeof BODIES = 'asl') => credentialsOf(BODIES[body].slug, role);
  return {
    portavoce,
    url: portavoce.url,
    sandbox,
    facebook,
    accounts,
    posts,
    credentials,
    signIn: (role, body = 'asl') => clientOf(portavoce.url, BODIES[body].slug, credentials(role, body)),
    drain: () => drain(portavoce, sandbox),
    poll: async (body) => {
      await pollAccount(portavoce.ports, { body: BODIES[body].slug, account: accounts[body] });
    },
    close: async () => {
      for (const close of opened.reverse()) await close();
    },
  };
}

const scenarioOf = ({ slug, page, post }: DeskBody) => ({
  body: slug,
  networks: {
    facebook: {
      account: { ...page },
      credentials: { pageToken: `token-${slug}` },
      posts: [{ id: post, text: 'Da lunedì cambiano gli orari dello sportello.', hoursAgo: 3 }],
      items: [],
      arriving: [],
    },
  },
});

async function openPage(portavoce: Portavoce, sandbox: Sandbox, { slug, page }: DeskBody): Promise<string> {
  const { id: externalId, handle, name } = page;
  await openBody(portavoce, { slug, name });
  const { baseUrl, secrets } = sandbox.network('facebook');
  const credentials = { pageToken: `token-${slug}`, ...secrets };
  const url = `${sandbox.url}/facebook/${handle}`;
  return openAccountOf(portavoce, {
    ...{ body: slug, network: 'facebook', externalId, handle, name, url, baseUrl, credentials },
  });
}

const DRAIN_LIMIT_MILLISECONDS = 30_000;

/** Webhooks delivered, then jobs done. */
async function drain(portavoce: Portavoce, sandbox: Sandbox): Promise<void> {
  for (const network of Object.values(sandbox.networks)) await network.settled();
  await drainJobs(portavoce);
}

/** Until no job waits that is due; asked again and again, for there is no one to tell. */
export async function drainJobs(portavoce: Portavoce): Promise<void> {
  const deadline = Date.now() + DRAIN_LIMIT_MILLISECONDS;
  for (;;) {
    const { rows } = await portavoce.ports.database.pool.query<{ name: string; state: string; output: unknown }>(DUE);
    if (rows.length === 0) return;
    if (Date.now() > deadline) throw new Error(`did not settle in half a minute: ${JSON.stringify(rows)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const DUE = `
  select name, state, retry_count, started_on, now() as now, output, data from jobs.job
   where state in ('created', 'retry', 'active') and start_after <= now() + interval '1 second' and name not like '\\_\\_%'`;
