// SPDX-License-Identifier: AGPL-3.0-or-later
import { giveMandate, type Role } from '#governance';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { asWanted, TEST_ACT } from './body.ts';
import { type Client, clientOf } from './client.ts';

const PASSWORD = 'parola-di-prova-lunga';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly client: Client;
}

/** One more person of a body, signed in. */
export async function joins(
  { url, ports, signIn }: Portavoce,
  {
    body,
    name,
    role = 'moderator',
    office = null,
  }: { readonly body: string; readonly name: string; readonly role?: Role; readonly office?: string | null },
): Promise<Colleague> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${body}.example`;
  const id = await signIn.enrol({ name, email, password: PASSWORD });
  const mandate = { body, person: id, role, office, act: TEST_ACT, ...asWanted(body) };
  await giveMandate(ports.database, ports.clock, mandate);
  return { id, name, email, client: await clientOf(url, body, { email, password: PASSWORD }) };
}
