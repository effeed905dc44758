// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx, Vault } from '#platform';
import { applicationOn, applicationsOf, saveApplication } from './application-store.ts';
import { connectionsOf, lockConnection, updateConnection } from './connection-store.ts';
import type { AccountPorts } from './ports.ts';
import { placeOfAccount, placeOfApplication } from './sealed.ts';

type SealingPorts = Pick<AccountPorts, 'database' | 'vault'>;

/** How many things of a body are sealed under each key, by the key's id. */
export type SealedThings = Readonly<Record<'connections' | 'applications', ReadonlyMap<string, number>>>;

export async function sealedThings(tx: Tx, vault: Vault, body: string): Promise<SealedThings> {
  const connections = [...(await connectionsOf(tx, body)).values()].map((row) => row.sealed_credentials);
  const applications = (await applicationsOf(tx, body)).map((row) => row.sealed_secrets);
  return { connections: countedBy(vault, connections), applications: countedBy(vault, applications) };
}

/** By the id of the key that each was sealed under. */
export function countedBy(vault: Vault, sealed: readonly Uint8Array[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of sealed) {
    const key = vault.keyOf(one);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Seals under the newest key what a body's accounts hold under older ones, each in a transaction of its own: broken off, it goes
 * on where it was. Returns how many.
 */
export async function sealAgain(ports: SealingPorts, body: string): Promise<number> {
  const { database, vault } = ports;
  const isOld = (sealed: Uint8Array) => vault.keyOf(sealed) !== vault.sealingKey;
  const { accounts, networks } = await database.inBody(body, async (tx) => ({
    accounts: [...(await connectionsOf(tx, body)).keys()],
    networks: (await applicationsOf(tx, body)).map(({ network }) => network),
  }));
  let count = 0;
  for (const account of accounts) {
    count += await database.inBody(body, async (tx) => {
      const known = await lockConnection(tx, account);
      if (known === undefined || !isOld(known.sealed_credentials)) return 0;
      const sealed_credentials = underNewest(vault, known.sealed_credentials, placeOfAccount(account));
      await updateConnection(tx, { account }, { sealed_credentials });
      return 1;
    });
  }
  for (const network of networks) {
    count += await database.inBody(body, async (tx) => {
      const known = await applicationOn(tx, body, network);
      if (known === undefined || !isOld(known.sealed_secrets)) return 0;
      const sealed_secrets = underNewest(vault, known.sealed_secrets, placeOfApplication(body, network));
      await saveApplication(tx, { ...known, sealed_secrets });
      return 1;
    });
  }
  return count;
}

const underNewest = (vault: Vault, sealed: Uint8Array, place: string): Buffer =>
  vault.seal(vault.open(sealed, place), place);
