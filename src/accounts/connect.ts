// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util';
import { record } from '#audit';
import type { ConnectedAccount, NetworkName } from '#channels';
import type { Actor } from '#governance';
import { type Clock, newId } from '#kernel';
import type { Database, Tx, Vault } from '#platform';
import { accountError } from './errors.ts';
import {
  accountById,
  connectionOf,
  insertAccount,
  ownAccountId,
  type StoredConnection,
  saveConnection,
} from './store.ts';

export interface NewAccount {
  readonly body: string;
  readonly network: NetworkName;
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  readonly url: string;
  /** The act that approved it. */
  readonly act: string;
  /** Who enters it; absent: whoever installs. */
  readonly by?: Actor;
}

export interface AccountPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Enters an approved account in the register and in the record; repeating it finds the same one. Throws ACCOUNT_TAKEN. */
export async function registerAccount({ database, clock }: AccountPorts, account: NewAccount): Promise<string> {
  const { body, network, externalId, handle, name, url, act, by } = account;
  const id = newId();
  const now = clock.now();
  const row = { id, body, network, external_id: externalId, handle, name, url, act, state: 'active' as const };
  return database.inBody(body, async (tx) => {
    if (!(await insertAccount(tx, { ...row, created_at: now }))) {
      const known = await ownAccountId(tx, network, externalId);
      if (known === undefined) throw accountError('ACCOUNT_TAKEN', `${network} ${externalId}`);
      return known;
    }
    await record(tx, body, now, {
      kind: 'account.registered',
      subject: id,
      person: by ?? null,
      grounds: [],
      policyVersion: null,
      summary: `Registrato l’account ${name} (${network})`,
      facts: { network, externalId, handle, url, act },
    });
    return id;
  });
}

export interface NewConnection {
  readonly body: string;
  readonly account: string;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
  /** The act by which it is connected; absent: the one that approved the account. */
  readonly act?: string;
  /** Who connects it; absent: whoever installs. */
  readonly by?: Actor;
}

/**
 * Stores the secrets, sealed for this one account, and enters in the record that it was connected; the same address with the
 * same secrets changes nothing.
 */
export async function connectAccount(
  { database, clock, vault }: AccountPorts,
  connection: NewConnection,
): Promise<void> {
  const { body, account, baseUrl, credentials, act, by } = connection;
  await database.inBody(body, async (tx) => {
    const row = await accountById(tx, account);
    if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
    const known = await connectionOf(tx, account);
    const changed = known === undefined ? ['address', 'secrets'] : changesOf(known, connection, vault);
    if (changed.length === 0) return;
    const now = clock.now();
    await saveConnection(tx, {
      account_id: account,
      body,
      base_url: baseUrl,
      sealed_credentials: vault.seal(JSON.stringify(credentials), sealingPlace(account)),
      updated_at: now,
    });
    await record(tx, body, now, {
      kind: 'account.connected',
      subject: account,
      person: by ?? null,
      grounds: [],
      policyVersion: null,
      summary: `${known === undefined ? 'Collegato' : 'Ricollegato'} l’account ${row.name} (${row.network})`,
      facts: { network: row.network, externalId: row.external_id, act: act ?? row.act, changed },
    });
  });
}

function changesOf(known: StoredConnection, { baseUrl, credentials }: NewConnection, vault: Vault): string[] {
  const address = known.base_url === baseUrl ? [] : ['address'];
  const secrets = isDeepStrictEqual(secretsOf(known, vault), credentials) ? [] : ['secrets'];
  return [...address, ...secrets];
}

const secretsOf = ({ account_id, sealed_credentials }: StoredConnection, vault: Vault): Record<string, string> =>
  JSON.parse(vault.open(sealed_credentials, sealingPlace(account_id)).toString());

/** The account with its secrets opened, as an adapter takes it. */
export async function openAccount(
  tx: Tx,
  vault: Vault,
  account: string,
): Promise<ConnectedAccount & { readonly network: NetworkName }> {
  const row = await accountById(tx, account);
  if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
  const connection = await connectionOf(tx, account);
  if (connection === undefined) throw accountError('ACCOUNT_NOT_CONNECTED', row.name);
  return {
    network: row.network,
    externalId: row.external_id,
    handle: row.handle,
    baseUrl: connection.base_url,
    credentials: secretsOf(connection, vault),
  };
}

const sealingPlace = (account: string) => `account:${account}`;
