// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { connectAccount, registerAccount } from '#accounts';
import { adapters, type NetworkAdapter, type NetworkName } from '#channels';
import { establishBody, giveMandate } from '#governance';
import { pollAccount } from '#inbox';
import { adopt } from '#rulebook';
import type { Portavoce } from '../portavoce.ts';
import { DEMO_ACT, DEMO_BODIES, DEMO_PEOPLE, type DemoBody } from './cast.ts';
import type { World } from './world.ts';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Fills the desk through the public faces of the modules, as an installer would: bodies, policies, people, accounts. Every
 * step may be repeated. Returns the lines that tell how to sign in.
 */
export async function seedDemo(portavoce: Portavoce, world: World): Promise<string[]> {
  const { database, clock } = portavoce.ports;
  for (const body of DEMO_BODIES) {
    await establishBody(database, clock, body);
    await adoptPolicy(portavoce, body);
  }
  const lines = await enrolPeople(portavoce);
  for (const adapter of adapters.filter((one) => one.network in world.networks))
    await openNetwork(portavoce, world, adapter);
  return [...lines, `Il mondo simulato si guarda su ${world.url}`];
}

async function adoptPolicy({ ports }: Portavoce, { slug, choices }: DemoBody): Promise<void> {
  const file = join('policies', `${slug}.policy.md`);
  const source = await readFile(join(ROOT, file), 'utf8');
  await adopt(ports, { source, file, act: DEMO_ACT, person: null, choices });
}

async function enrolPeople({ ports, signIn }: Portavoce): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, email, role, office, title } of DEMO_PEOPLE) {
    // Known to this installation alone, and the same at every start.
    const password = ports.vault.derive(`demo password ${email}`).toString('base64url').slice(0, 16);
    const person = await signIn.enrol({ name, email, password });
    for (const { slug } of DEMO_BODIES)
      await giveMandate(ports.database, ports.clock, { body: slug, person, role, office, act: DEMO_ACT });
    lines.push(`Accesso ${title}: ${email}  ${password}`);
  }
  return lines;
}

/** The accounts that the simulated network has for our bodies, connected and read for the first time. */
async function openNetwork(portavoce: Portavoce, world: World, { network, webhook }: NetworkAdapter): Promise<void> {
  const control = controlOf(`${world.url}/_sandbox/${network}`);
  const { accounts } = Accounts.parse(await control('GET', 'accounts'));
  const ours = accounts.filter(({ body }) => DEMO_BODIES.some(({ slug }) => slug === body));
  const opened: string[] = [];
  for (const one of ours) {
    const { credentials } = Credentials.parse(await control('POST', 'connections', { account: one.id }));
    opened.push(await openAccount(portavoce, world, { ...one, network, credentials }));
  }
  const [first] = opened;
  if (first === undefined || webhook === undefined || !Nature.parse(await control('GET', 'nature')).webhook) return;
  // One application serves all the accounts, so one address receives for all.
  await control('PUT', 'webhook', { url: `${portavoce.url}/webhooks/${first}` });
}

interface Found extends z.infer<typeof Account> {
  readonly network: NetworkName;
  readonly credentials: Readonly<Record<string, string>>;
}

async function openAccount({ ports }: Portavoce, world: World, found: Found): Promise<string> {
  const { network, body, id: externalId, handle, name, credentials } = found;
  const url = `${world.url}/${network}/${encodeURIComponent(handle)}`;
  const account = await registerAccount(ports, { body, network, externalId, handle, name, url, act: DEMO_ACT });
  const baseUrl = world.networks[network]?.baseUrl ?? '';
  await connectAccount(ports, { body, account, baseUrl, credentials });
  await pollAccount(ports, { body, account });
  return account;
}

const Account = z.object({ id: z.string(), handle: z.string(), name: z.string(), body: z.string() });
const Accounts = z.object({ accounts: z.array(Account) });
const Credentials = z.object({ credentials: z.record(z.string(), z.string()) });
const Nature = z.object({ webhook: z.boolean() });

/** Orders and questions to the controls of one simulated network. */
const controlOf =
  (address: string) =>
  async (method: string, name: string, body: object = {}): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const content = method === 'GET' ? {} : { headers, body: JSON.stringify(body) };
    const response = await fetch(`${address}/${name}`, { method, ...content });
    if (!response.ok) throw new Error(`the sandbox refused ${method} ${name}: ${await response.text()}`);
    return response.json();
  };
