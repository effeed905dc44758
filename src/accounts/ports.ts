// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, adapters, type NetworkAdapter, type NetworkName } from '#channels';
import type { Clock } from '#kernel';
import type { Database, News, Vault } from '#platform';
import { accountError } from './errors.ts';

/** What the verbs of this module work with; `app` hands it to them. */
export interface AccountPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** How networks are found; absent: in the registry. */
  readonly adapterOf?: (network: NetworkName) => NetworkAdapter | null;
  /** For open screens; absent: nobody listens. */
  readonly news?: News;
}

/** One account of a body. */
export interface Place {
  readonly body: string;
  readonly account: string;
}

export const adapterIn = (
  { adapterOf: own = adapterOf }: Pick<AccountPorts, 'adapterOf'>,
  network: NetworkName,
): NetworkAdapter | null => own(network);

/** Every network of the registry, as these ports know it. */
export const networksIn = (ports: Pick<AccountPorts, 'adapterOf'>): readonly NetworkAdapter[] =>
  adapters.map((adapter) => adapterIn(ports, adapter.network) ?? adapter);

/** The network of that name. Throws NETWORK_UNKNOWN. */
export function networkNamed(ports: Pick<AccountPorts, 'adapterOf'>, name: string): NetworkName {
  const found = networksIn(ports).find(({ network }) => network === name);
  if (found === undefined) throw accountError('NETWORK_UNKNOWN', name);
  return found.network;
}
