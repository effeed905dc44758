// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount, NetworkName } from '#channels';
import { CodedError } from '#kernel';
import type { Tx } from '#platform';
import { allowanceOf } from './allowance.ts';
import { connectionOf } from './connection-store.ts';
import { declaredOrRefuse } from './declare.ts';
import { accountError } from './errors.ts';
import { type AccountPorts, adapterIn, type Place } from './ports.ts';
import { openSecrets, placeOfAccount } from './sealed.ts';
import { accountById } from './store.ts';

export interface OpenedAccount extends ConnectedAccount {
  readonly network: NetworkName;
  /** Where people see it. */
  readonly url: string;
  /** Tells these secrets from those that take their place. */
  readonly secretsSince: Date;
  /** The network refused these secrets and a person has to connect it again: nothing is worth sending before. */
  readonly isLost: boolean;
  /** Renewed so shortly before that a refusal is not about their age. */
  readonly isJustRenewed: boolean;
}

const JUST_MILLISECONDS = 60_000;

/**
 * The account with its secrets opened, as an adapter takes it. Throws ACCOUNT_UNKNOWN, ACCOUNT_NOT_CONNECTED,
 * DECLARATION_MISSING.
 */
export async function openAccount(ports: AccountPorts, tx: Tx, account: string): Promise<OpenedAccount> {
  const row = await accountById(tx, account);
  if (row === undefined) throw accountError('ACCOUNT_UNKNOWN');
  await declaredOrRefuse(tx, row.body, adapterIn(ports, row.network));
  const connection = await connectionOf(tx, account);
  if (connection === undefined) throw accountError('ACCOUNT_NOT_CONNECTED', row.name);
  const spend = allowanceOf(ports, row);
  return {
    network: row.network,
    url: row.url,
    externalId: row.external_id,
    handle: row.handle,
    baseUrl: connection.base_url,
    credentials: openSecrets(ports.vault, connection.sealed_credentials, placeOfAccount(account)),
    ...(spend && { spend }),
    secretsSince: connection.updated_at,
    isLost: connection.fault !== null,
    isJustRenewed: ports.clock.now().getTime() - (connection.renewed_at?.getTime() ?? 0) < JUST_MILLISECONDS,
  };
}

/** As `openAccount`; undefined for one that nothing may be asked of now. */
export const openToAsk = (ports: AccountPorts, { body, account }: Place): Promise<OpenedAccount | undefined> =>
  ports.database
    .inBody(body, (tx) => openAccount(ports, tx, account))
    .catch((error: unknown) => {
      if (error instanceof CodedError && error.status < 500) return undefined;
      throw error;
    });
