// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Clock } from '#kernel';
import type { Database, Vault } from '#platform';
import { governanceError } from '../errors.ts';
import type { ByWhom } from '../people/ports.ts';
import { peopleWithFactor, rulesOf } from '../second-factor/store.ts';
import type { AccessPage } from './contract.ts';
import { mayBeIssuer, secretFor } from './openid.ts';
import { endSessionsIn, peopleKnown, providerOf, removeProviderOf, replaceProvider, setByEmail } from './store.ts';

export interface ProviderSettings {
  readonly body: string;
  /** As people know it: «Accesso unico dell’ente». */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  readonly acrValues: readonly string[];
  readonly amrValues: readonly string[];
}

type Settling = { readonly database: Database; readonly clock: Clock };

/** Where a provider sends people back: told to it to the letter. */
export const redirectOf = (url: string, body: string): string => `${url}/api/auth/provider/${body}/callback`;

/**
 * Enters the provider of a body, in the place of the one before. By whoever runs the machine: who could change it from a page
 * could enter as a colleague. Throws PROVIDER_WRONG.
 */
export async function enterProvider(
  { database, clock, vault }: Settling & { readonly vault: Pick<Vault, 'seal'> },
  { body, name, issuer, clientId, secret, acrValues, amrValues }: ProviderSettings,
): Promise<void> {
  if (!mayBeIssuer(issuer) || acrValues.length + amrValues.length === 0) throw governanceError('PROVIDER_WRONG');
  if ([name, clientId, secret].some((text) => text.trim() === '')) throw governanceError('PROVIDER_WRONG');
  await database.inBody(body, async (tx) => {
    const now = clock.now();
    await replaceProvider(tx, {
      ...{ body, name, issuer, client_id: clientId, sealed_secret: vault.seal(secret, secretFor(body)) },
      ...{ acr_values: [...acrValues], amr_values: [...amrValues], by_email: false, at: now },
    });
    await endSessionsIn(tx, body);
    await record(tx, body, now, {
      ...{ kind: 'sign-in-provider.entered', subject: body, person: null, grounds: [], policyVersion: null },
      summary: `Registrato da chi gestisce l’installazione il servizio di accesso «${name}»`,
      facts: { issuer, clientId, acrValues, amrValues },
    });
  });
}

/** Whether there was one. */
export async function removeProvider({ database, clock }: Settling, body: string): Promise<boolean> {
  return database.inBody(body, async (tx) => {
    if (!(await removeProviderOf(tx, body))) return false;
    await endSessionsIn(tx, body);
    await record(tx, body, clock.now(), {
      ...{ kind: 'sign-in-provider.removed', subject: body, person: null, grounds: [], policyVersion: null },
      ...{ summary: 'Tolto da chi gestisce l’installazione il servizio di accesso dell’ente', facts: {} },
    });
    return true;
  });
}

/** Whether an address that the provider vouches for is enough to be known by, the first time. Throws PROVIDER_NOT_FOUND. */
export async function chooseByEmail(
  { database, clock }: Settling,
  { body, actor }: ByWhom,
  byEmail: boolean,
): Promise<void> {
  await database.inBody(body, async (tx) => {
    if (!(await setByEmail(tx, body, byEmail))) throw governanceError('PROVIDER_NOT_FOUND');
    await record(tx, body, clock.now(), {
      ...{ kind: 'sign-in-provider.by-email', subject: body, person: actor, grounds: [], policyVersion: null },
      summary: byEmail
        ? 'Chi entra con il servizio dell’ente per la prima volta si riconosce anche dall’indirizzo verificato'
        : 'Chi entra con il servizio dell’ente per la prima volta si riconosce soltanto dall’invito',
      facts: { byEmail },
    });
  });
}

export const accessPage = ({ database, url }: { database: Database; url: string }, body: string): Promise<AccessPage> =>
  database.inBody(body, async (tx) => {
    const provider = await providerOf(tx, body);
    return {
      provider:
        provider === undefined
          ? null
          : {
              ...{ name: provider.name, issuer: provider.issuer, redirect: redirectOf(url, body) },
              ...{ acrValues: provider.acr_values, amrValues: provider.amr_values, byEmail: provider.by_email },
            },
      rules: (await rulesOf(tx, body)).map(({ role, since }) => ({ role, since: since?.toISOString() ?? null })),
      withFactor: await peopleWithFactor(tx, body),
      known: await peopleKnown(tx, body),
    };
  });
