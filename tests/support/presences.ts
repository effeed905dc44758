// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { connectAccount } from '#accounts';
import { adapterOf, adapters, type NetworkAdapter, type NetworkName } from '#channels';
import { type Polled, pollAccount } from '#inbox';
import type { Clock } from '#kernel';
import { type NetworkDefinition, type Sandbox, type Scenario, startSandbox } from '../../sandbox/index.ts';
import { NETWORKS } from '../../sandbox/networks.ts';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { accountOn, type Shown } from '../channels/world.ts';
import { openAccountOf } from './body.ts';
import { type Control, controlOf } from './sandbox-hand.ts';

/** The one account of a body on one simulated network, seen from both sides. */
export interface Presence {
  readonly body: string;
  readonly network: NetworkName;
  readonly adapter: NetworkAdapter;
  /** The desk's id of the account, and the network's. */
  readonly account: string;
  readonly externalId: string;
  /** Whoever writes under this name writes as the account. */
  readonly name: string;
  /** The network's id of the account's one post. */
  readonly post: string;
  readonly control: Control;
  /** What a citizen writes there; a comment on the post unless told otherwise. Gives the network's id. */
  writes(writing: { readonly text: string } & Readonly<Record<string, unknown>>): Promise<string>;
  /** Everything that stands, or stood, written there. */
  writings(): Promise<readonly Shown[]>;
  /** Reads it now, as the poller would. */
  poll(): Promise<Polled>;
  /** What a person does whom the desk asked to connect it again. */
  reconnect(): Promise<void>;
}

/** Networks that are both simulated and in the registry. */
const both: readonly NetworkDefinition[] = NETWORKS.filter(({ name }) =>
  adapters.some(({ network }) => network === name),
);

/** Where the id of an organisation does not look like a person's. */
const ORGANISATION: Readonly<Record<string, (number: bigint) => string>> = {
  linkedin: (number) => `urn:li:organization:${number}`,
};

/** Beyond what a simulated network draws in a test. */
const FIRST_ACCOUNT = 990_600_000_000_600n;
const POST = 'avviso';

export interface TownOptions {
  readonly body: string;
  readonly clock: Clock;
  /** Tells apart the accounts of several towns that one desk reads: any small number. */
  readonly number?: number;
}

/** Every network of the registry that can be simulated, each with one account of the body and a post of it. */
export const startTown = ({ body, clock, number = 1 }: TownOptions): Promise<Sandbox> =>
  startSandbox({
    ...{ networks: both.map(({ name }) => name), clock, timedArrivals: false, retrySeconds: [0.05, 0.2, 1] },
    scenarios: [{ body, networks: Object.fromEntries(both.map((one) => [one.name, accountOf(one, number)])) }],
  });

function accountOf(definition: NetworkDefinition, number: number): Scenario['networks'][string] {
  const { name: network, ids, screen } = definition;
  const id = FIRST_ACCOUNT + BigInt(number);
  const name = `Ente di prova ${number}`;
  const media = screen.needs === undefined ? {} : { media: [{ type: screen.needs }] };
  return {
    credentials: furtherTokens(definition, number),
    account: { id: ORGANISATION[network]?.(id) ?? ids.author(id, name), handle: `ente_di_prova_${number}`, name },
    posts: [{ id: POST, title: 'Avviso', text: 'Da lunedì lo sportello apre alle 9.', hoursAgo: 3, ...media }],
  };
}

/** Tokens that an account has besides the usual pair: one network has two interfaces. */
function furtherTokens({ name: network, tokens, secrets }: NetworkDefinition, number: number): Record<string, string> {
  const usual = [...secrets, tokens.access.credential, tokens.refresh?.credential];
  const names = Object.keys(adapterOf(network as NetworkName)?.credentials ?? {});
  const further = names.filter((name) => name.endsWith('Token') && !usual.includes(name));
  return Object.fromEntries(further.map((name) => [name, `${name}-di-prova-${number}`]));
}

/** Registers, declares and connects each account of the town. Only its presences read it: no poller, no sweep, meanwhile. */
export async function openPresences(
  portavoce: Portavoce,
  sandbox: Sandbox,
  { body }: Pick<TownOptions, 'body'>,
): Promise<readonly Presence[]> {
  await portavoce.sweeps.stop();
  const presences: Presence[] = [];
  for (const adapter of adapters.filter(({ network }) => network in sandbox.networks))
    presences.push(await openPresence(portavoce, sandbox, { body, adapter }));
  return presences;
}

interface Place {
  readonly body: string;
  readonly adapter: NetworkAdapter;
}

async function openPresence(portavoce: Portavoce, sandbox: Sandbox, { body, adapter }: Place): Promise<Presence> {
  const { ports } = portavoce;
  const { network } = adapter;
  const control = controlOf(sandbox.url, network);
  const connected = await accountOn(sandbox, network, body);
  const { externalId, handle, baseUrl } = connected;
  const url = `${sandbox.url}/${network}/${handle}`;
  const account = await openAccountOf(portavoce, { ...connected, body, network, url, name: handle });
  await ports.database.inBody(body, (tx) =>
    sql`update account set state = 'suspended' where id = ${account}`.execute(tx),
  );
  const { accounts } = await control<{ accounts: { id: string; name: string }[] }>('GET', 'accounts');
  const name = accounts.find(({ id }) => id === externalId)?.name ?? handle;
  const { id: post } = await control<Shown>('GET', `writings/${encodeURIComponent(`${body}/${POST}`)}`);
  return {
    ...{ body, network, adapter, account, externalId, name, post, control },
    writes: async ({ author = 'Ada Prova', ...writing }) => {
      const where = writing.kind === undefined ? { post } : {};
      return (await control<{ id: string }>('POST', 'writings', { account: externalId, author, ...where, ...writing }))
        .id;
    },
    writings: async () => (await control<{ writings: Shown[] }>('GET', 'writings')).writings,
    poll: () => pollAccount(ports, { body, account }),
    reconnect: async () => {
      const { credentials } = await accountOn(sandbox, network, body);
      await connectAccount(ports, { body, account, baseUrl, credentials });
    },
  };
}
