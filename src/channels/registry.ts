// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';
import { bluesky } from './bluesky/adapter.ts';
import { facebook } from './facebook/adapter.ts';
import type { NetworkAdapter } from './port.ts';

/** One line per network with an adapter; the others are worked by hand. In the order in which the desk lists them. */
export const adapters: readonly NetworkAdapter[] = [facebook, bluesky];

export function adapterOf(network: NetworkName): NetworkAdapter | null {
  return adapters.find((adapter) => adapter.network === network) ?? null;
}
