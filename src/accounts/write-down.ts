// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import type { Actor } from '#governance';
import { givenAmong, safeAddress } from './application.ts';
import { connectIn } from './connect.ts';
import { connectionOf } from './connection-store.ts';
import { declaredOrRefuse } from './declare.ts';
import { accountError } from './errors.ts';
import { type AccountPorts, adapterIn } from './ports.ts';
import { openSecrets, placeOfAccount, type Secrets } from './sealed.ts';
import { accountById } from './store.ts';

export interface WrittenSecrets {
  readonly body: string;
  readonly account: string;
  readonly baseUrl: string;
  /** By the names that the network declares; one that is not given, or is empty, stays as it is. */
  readonly credentials: Secrets;
  readonly by: Actor;
}

/**
 * A person writes down the secrets of a registered account, where the network knows no other way. Throws ACCOUNT_UNKNOWN,
 * NETWORK_UNKNOWN, SECRETS_UNKNOWN, ADDRESS_UNSAFE, DECLARATION_MISSING.
 */
export async function writeSecretsDown(ports: AccountPorts, written: WrittenSecrets): Promise<void> {
  const { body, account, by } = written;
  const baseUrl = safeAddress(written.baseUrl);
  await ports.database.inBody(body, async (tx) => {
    const row = await accountById(tx, account);
    if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
    const adapter = adapterOrRefuse(ports, row.network);
    await declaredOrRefuse(tx, body, adapter);
    const known = await connectionOf(tx, account);
    // INVARIANT: secrets already kept never go to an address that they were not written down for.
    const isSamePlace = known?.base_url === baseUrl;
    const kept = isSamePlace ? openSecrets(ports.vault, known.sealed_credentials, placeOfAccount(account)) : {};
    const credentials = { ...kept, ...givenAmong(written.credentials, adapter.credentials) };
    if (Object.keys(credentials).length === 0) throw accountError('SECRETS_UNKNOWN');
    await connectIn(ports, tx, { body, account, baseUrl, credentials, by });
  });
}

function adapterOrRefuse(ports: AccountPorts, network: NetworkName) {
  const adapter = adapterIn(ports, network);
  if (adapter === null) throw accountError('NETWORK_UNKNOWN', network);
  return adapter;
}
