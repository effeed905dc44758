// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { NetworkName } from '#channels';
import type { Vault } from '#platform';

// INVARIANT: what is sealed opens only where it was sealed for; none of it is logged, recorded or answered.

export type Secrets = Readonly<Record<string, string>>;

export const placeOfAccount = (account: string): string => `account:${account}`;
export const placeOfApplication = (body: string, network: NetworkName): string => `application:${body}:${network}`;
export const placeOfAuthorisation = (digest: string): string => `authorisation:${digest}`;

export const sealSecrets = (vault: Vault, secrets: Secrets, place: string): Buffer =>
  vault.seal(JSON.stringify(secrets), place);

export const openSecrets = (vault: Vault, sealed: Uint8Array, place: string): Secrets =>
  JSON.parse(vault.open(sealed, place).toString());

/** What stands in the database for the state that goes with a person to the network and back. */
export const digestOf = (state: string): string => createHash('sha256').update(state).digest('hex');
