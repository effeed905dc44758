// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { z } from 'zod';
import { giveMandate } from '#governance';
import { Entered, type EntryRequest, type MandateRequest, PeoplePage, type PersonView } from '#governance/contract';
import type { Portavoce } from '../../src/app/portavoce.ts';
import { asWanted, TEST_ACT } from './body.ts';
import { type Client, clientOf } from './client.ts';

export const PASSWORD = 'una-frase-lunga-di-prova';

/** A mandate of the communication office by an act of its own, from now on and everywhere. */
export const mandateRequest = (over: Partial<MandateRequest> = {}): MandateRequest => ({
  ...{ capacity: 'communication', office: null, engagement: 'staff', since: null, until: null },
  ...{ act: { number: 'n. 7/2026', on: '2024-05-06', authority: 'Direzione' } },
  ...{ networks: null, accounts: null, coordinates: false, delegate: false },
  ...over,
});

const mailOf = (name: string, body: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${body}.example`;

export const entryRequest = (name: string, body: string, over: Partial<MandateRequest> = {}): EntryRequest => ({
  name,
  email: mailOf(name, body),
  mandate: mandateRequest(over),
});

export async function answered<Shape extends z.ZodType>(shape: Shape, response: Response): Promise<z.infer<Shape>> {
  assert.ok(response.ok, `${response.status} ${await response.clone().text()}`);
  return shape.parse(await response.json());
}

export async function refusedAs(response: Response, code: string, status = 403): Promise<void> {
  const told = (await response.json()) as { readonly code?: string };
  assert.deepEqual({ status: response.status, code: told.code }, { status, code });
}

export const people = async (head: Client): Promise<PeoplePage> => answered(PeoplePage, await head.get('people'));

export async function personNamed(head: Client, name: string): Promise<PersonView> {
  const found = (await people(head)).people.find((person) => person.name === name);
  assert.ok(found, name);
  return found;
}

export const tokenOf = (link: string | null): string => {
  const token = link?.split('#')[1];
  assert.ok(token);
  return token;
};

/** The head takes somebody in, who chooses a password by the link they are brought and signs in. */
export async function comesIn(
  { url }: Pick<Portavoce, 'url'>,
  head: Client,
  { body, name, over }: { readonly body: string; readonly name: string; readonly over?: Partial<MandateRequest> },
): Promise<{ readonly id: string; readonly client: Client }> {
  const { person, link } = await answered(Entered, await head.post('people', entryRequest(name, body, over)));
  const accepted = await head.post('/api/invitations/accept', { token: tokenOf(link), password: PASSWORD });
  assert.equal(accepted.status, 204);
  return { id: person, client: await clientOf(url, body, { email: mailOf(name, body), password: PASSWORD }) };
}

/** One more head of a body, of the office that its policy wants; signed in. */
export async function anotherHead(
  { ports, signIn, url }: Portavoce,
  { body, name, office }: { readonly body: string; readonly name: string; readonly office: string },
): Promise<Client> {
  const credentials = { email: mailOf(name, body), password: PASSWORD };
  const person = await signIn.enrol({ name, ...credentials });
  const mandate = { body, person, role: 'head' as const, office, act: TEST_ACT, ...asWanted(body) };
  await giveMandate(ports.database, ports.clock, mandate);
  return clientOf(url, body, credentials);
}
