// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectAccount, declareUse, registerAccount } from '#accounts';
import { adapterOf, type ConnectedAccount, type NetworkName } from '#channels';
import { establishBody, giveMandate, type Role } from '#governance';
import { adopt } from '#rulebook';
import type { Portavoce } from '../../src/app/portavoce.ts';

const ROOT = join(import.meta.dirname, '../..');
const PASSWORD = 'parola-di-prova-lunga';
const ROLES: readonly Role[] = ['moderator', 'head', 'auditor'];

/** What a body's policy wants of whoever runs its channels, so that a story may begin with people who may. */
export const asWanted = (body: string) => ({
  ...(body === 'il-mosaico' && { authority: 'direzione' }),
  ...(body === 'regione-calabria' && { authority: 'Dirigente generale' }),
  ...(body === 'ats-milano' && { training: 'corso di prova' }),
});

export const TEST_ACT = 'atto di prova';

/** How the person with that role in that body signs in. */
export const credentialsOf = (body: string, role: Role) => ({
  email: `${role}@${body}.example`,
  password: PASSWORD,
});

/** A body with the policy of the repository in force and a person in each role, through the public faces. */
export async function openBody(
  { ports, signIn }: Pick<Portavoce, 'ports' | 'signIn'>,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<void> {
  await establishBody(ports.database, ports.clock, { slug, name });
  const file = join('policies', `${slug}.policy.md`);
  const source = await readFile(join(ROOT, file), 'utf8');
  await adopt(ports, { source, file, act: TEST_ACT, person: null });
  for (const role of ROLES) {
    const person = await signIn.enrol({ name: `Persona ${role} ${slug}`, ...credentialsOf(slug, role) });
    const mandate = { body: slug, person, role, office: null, act: TEST_ACT, ...asWanted(slug) };
    await giveMandate(ports.database, ports.clock, mandate);
  }
}

export interface ApprovedAccount extends ConnectedAccount {
  readonly body: string;
  readonly network: NetworkName;
  readonly name: string;
  /** Where people see it. */
  readonly url: string;
}

/** An approved account, declared where its network asks for it and connected; gives the desk's id of it. */
export async function openAccountOf({ ports }: Pick<Portavoce, 'ports'>, approved: ApprovedAccount): Promise<string> {
  const { body, network, externalId, handle, name, url, baseUrl, credentials } = approved;
  const account = await registerAccount(ports, { body, network, externalId, handle, name, url, act: TEST_ACT });
  const text = adapterOf(network)?.declaration ?? null;
  if (text !== null) await declareUse(ports, { body, network, text, act: TEST_ACT });
  await connectAccount(ports, { body, account, baseUrl, credentials });
  return account;
}
