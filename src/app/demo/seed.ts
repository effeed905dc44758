// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAccount, registerAccount } from '#accounts';
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
  const accounts = await Promise.all(DEMO_BODIES.map((body) => openFacebookPage(portavoce, world, body)));
  await subscribe(
    portavoce,
    world,
    accounts.find((account) => account !== null),
  );
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

interface Scenario {
  readonly networks: {
    readonly facebook?: {
      readonly page: { readonly id: string; readonly handle: string; readonly name: string };
      readonly token: string;
    };
  };
}

async function openFacebookPage({ ports }: Portavoce, world: World, { slug }: DemoBody): Promise<string | null> {
  const scenario = JSON.parse(await readFile(join(ROOT, 'sandbox/scenarios', `${slug}.json`), 'utf8')) as Scenario;
  const { facebook } = scenario.networks;
  if (facebook === undefined) return null;
  const { id: externalId, handle, name } = facebook.page;
  const url = `${world.url}/facebook/${handle}`;
  const account = await registerAccount(ports, {
    body: slug,
    network: 'facebook',
    externalId,
    handle,
    name,
    url,
    act: DEMO_ACT,
  });
  const { baseUrl, appSecret, verifyToken } = world.facebook;
  const credentials = { pageToken: facebook.token, appSecret, verifyToken };
  await connectAccount(ports, { body: slug, account, baseUrl, credentials });
  await pollAccount(ports, { body: slug, account });
  return account;
}

/** One application serves all the pages, so one address receives for all. */
async function subscribe({ url }: Portavoce, world: World, account: string | undefined): Promise<void> {
  if (account === undefined) return;
  const response = await fetch(`${world.url}/_sandbox/facebook/webhook`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${url}/webhooks/${account}` }),
  });
  if (!response.ok) throw new Error(`the sandbox refused the webhook: ${await response.text()}`);
}
