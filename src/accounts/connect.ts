// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { ConnectedAccount, NetworkName } from '#channels';
import { type Clock, newId } from '#kernel';
import type { Database, Tx, Vault } from '#platform';
import { accountError } from './errors.ts';
import { accountById, connectionOf, insertAccount, saveConnection } from './store.ts';

export interface NewAccount {
  readonly body: string;
  readonly network: NetworkName;
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  readonly url: string;
  /** Who approved it and by which act. */
  readonly act: string;
}

export interface AccountPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Enters an approved account in the register; repeating it finds the same one. */
export async function registerAccount({ database, clock }: AccountPorts, account: NewAccount): Promise<string> {
  const { body, network, externalId, handle, name, url, act } = account;
  const row = { id: newId(), body, network, external_id: externalId, handle, name, url, act, state: 'active' as const };
  return database.inBody(body, (tx) => insertAccount(tx, { ...row, created_at: clock.now() }));
}

export interface NewConnection {
  readonly body: string;
  readonly account: string;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** Stores the secrets, sealed for this one account, and records that it was connected. */
export async function connectAccount(
  { database, clock, vault }: AccountPorts,
  connection: NewConnection,
): Promise<void> {
  const { body, account, baseUrl, credentials } = connection;
  await database.inBody(body, async (tx) => {
    const row = await accountById(tx, account);
    if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
    const sealed = vault.seal(JSON.stringify(credentials), sealingPlace(account));
    const known = await connectionOf(tx, account);
    await saveConnection(tx, {
      account_id: account,
      body,
      base_url: baseUrl,
      sealed_credentials: sealed,
      updated_at: clock.now(),
    });
    if (known?.base_url === baseUrl) return;
    await record(tx, body, clock.now(), {
      kind: 'account.connected',
      subject: account,
      person: null,
      grounds: [],
      policyVersion: null,
      summary: `Collegato l'account ${row.name} (${row.network})`,
      facts: { network: row.network, externalId: row.external_id, act: row.act },
    });
  });
}

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
  const credentials = JSON.parse(vault.open(connection.sealed_credentials, sealingPlace(account)).toString()) as Record<
    string,
    string
  >;
  return {
    network: row.network,
    externalId: row.external_id,
    handle: row.handle,
    baseUrl: connection.base_url,
    credentials,
  };
}

const sealingPlace = (account: string) => `account:${account}`;
