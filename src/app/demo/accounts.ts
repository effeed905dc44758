// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { accountHealth, connectAccount, declareUse, registerAccount } from '#accounts';
import { adapters, type NetworkAdapter, type NetworkName } from '#channels';
import { peopleWithMandate } from '#governance';
import { pollAccount } from '#inbox';
import type { Portavoce } from '../portavoce.ts';
import { DEMO_ACT, DEMO_BODIES, DEMO_PLACES } from './cast.ts';
import { controlOf, Done } from './controls.ts';
import type { World } from './world.ts';

/** An account that the demo reads. */
export interface OpenedAccount {
  readonly body: string;
  readonly account: string;
  readonly network: NetworkName;
  /** Its id there. */
  readonly externalId: string;
  /** Its network tells of comments by itself. */
  readonly pushed: boolean;
}

/**
 * The accounts that the simulated networks have for our bodies, connected and read for the first time, all side by side, and
 * the places that nobody reads. It may be repeated: what has changed meanwhile is connected again.
 */
export async function openAccounts(portavoce: Portavoce, world: World): Promise<OpenedAccount[]> {
  const simulated = adapters.filter(({ network }) => network in world.networks);
  const keepers = await keepersIn(portavoce);
  const [opened] = await Promise.all([
    Promise.all(simulated.map((adapter) => openNetwork(portavoce, { world, keepers }, adapter))),
    Promise.all(
      DEMO_PLACES.map((place) =>
        registerAccount(portavoce.ports, { ...place, act: DEMO_ACT, keeper: keepers.get(place.body) }),
      ),
    ),
  ]);
  const accounts = opened.flat();
  // What cannot be read now is written down for the desk to show, and tried again at the network's own pace.
  await Promise.allSettled(accounts.map((one) => pollAccount(portavoce.ports, one)));
  return accounts;
}

type Keepers = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** Who moderates in each body runs its accounts. */
async function keepersIn({ ports: { database, clock } }: Portavoce): Promise<Keepers> {
  const found = await Promise.all(
    DEMO_BODIES.map(async ({ slug }) => {
      const people = await database.inBody(slug, (tx) => peopleWithMandate(tx, slug, clock.now()));
      return people.filter(({ role }) => role === 'moderator').map(({ id, name }) => [slug, { id, name }] as const);
    }),
  );
  return new Map(found.flat());
}

interface Around {
  readonly world: World;
  readonly keepers: Keepers;
}

async function openNetwork(
  portavoce: Portavoce,
  { world, keepers }: Around,
  adapter: NetworkAdapter,
): Promise<OpenedAccount[]> {
  const { network, webhook } = adapter;
  const control = controlOf(world, network);
  const { accounts } = await control(Accounts, { name: 'accounts' });
  const ours = accounts.filter(({ body }) => DEMO_BODIES.some(({ slug }) => slug === body));
  const ids = await Promise.all(
    ours.map(async (one) => {
      const body = { account: one.id };
      const { credentials } = await control(Credentials, { method: 'POST', name: 'connections', body });
      await declareOnce(portavoce, adapter, one.body);
      return connect(portavoce, world, { ...one, network, credentials, keeper: keepers.get(one.body) });
    }),
  );
  const tells = webhook !== undefined && (await control(Nature, { name: 'nature' })).webhook;
  const [first] = ids;
  // By the sandbox's own order, which no network knows: everything is told at one address from the first moment, in place of what
  // the desk asks of each network by itself (`subscribeDue`), which may take a minute.
  if (first !== undefined && tells)
    await control(Done, { method: 'PUT', name: 'webhook', body: { url: `${portavoce.url}/webhooks/${first}` } });
  const pushed = tells && adapter.capabilities['read-comments'].pushed === true;
  return ours.flatMap(({ body, id: externalId }, index) => {
    const account = ids[index];
    return account === undefined ? [] : [{ body, account, network, externalId, pushed }];
  });
}

/** What the network asks of a body before it may be used at all. */
async function declareOnce({ ports }: Portavoce, { network, declaration }: NetworkAdapter, body: string) {
  if (declaration === null) return;
  const { networks } = await accountHealth(ports, body);
  const isGiven = networks.some((one) => one.network === network && one.declared !== null);
  if (!isGiven) await declareUse(ports, { body, network, text: declaration, act: DEMO_ACT });
}

interface Found extends z.infer<typeof Account> {
  readonly network: NetworkName;
  readonly credentials: Readonly<Record<string, string>>;
  readonly keeper: { readonly id: string; readonly name: string } | undefined;
}

async function connect({ ports }: Portavoce, world: World, found: Found): Promise<string> {
  const { network, body, id: externalId, handle, name, credentials, keeper } = found;
  const url = `${world.url}/${network}/${encodeURIComponent(handle)}`;
  const entered = { body, network, externalId, handle, name, url, act: DEMO_ACT, keeper };
  const account = await registerAccount(ports, entered);
  const baseUrl = world.networks[network]?.baseUrl ?? '';
  await connectAccount(ports, { body, account, baseUrl, credentials });
  return account;
}

const Account = z.object({ id: z.string(), handle: z.string(), name: z.string(), body: z.string() });
const Accounts = z.object({ accounts: z.array(Account) });
const Credentials = z.object({ credentials: z.record(z.string(), z.string()) });
const Nature = z.object({ webhook: z.boolean() });
