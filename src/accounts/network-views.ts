// SPDX-License-Identifier: AGPL-3.0-or-later
import { CAPABILITIES, CAPABILITY_LABELS, type NetworkAdapter } from '#channels';
import { interfaceAddress } from './addresses.ts';
import type { CapabilityView, NetworkView } from './contract.ts';
import { type AccountPorts, networksIn } from './ports.ts';

export const capabilityViews = ({ capabilities }: NetworkAdapter): CapabilityView[] =>
  CAPABILITIES.map((capability) => {
    const { how, pushed = false, effect } = capabilities[capability];
    return { capability, label: CAPABILITY_LABELS[capability], how, pushed, effect };
  });

/** How an account gets connected there. */
export function connectingOn({ connection, credentials }: NetworkAdapter): NetworkView['connecting'] {
  if (connection !== undefined) return 'sign-in';
  return Object.keys(credentials).length > 0 ? 'secrets' : 'none';
}

/** Every network that the desk knows: what it asks for and what it offers. */
export const networkViews = (ports: Pick<AccountPorts, 'adapterOf'>): NetworkView[] =>
  networksIn(ports).map((adapter) => ({
    network: adapter.network,
    label: adapter.label,
    connecting: connectingOn(adapter),
    address: interfaceAddress(adapter.network),
    declaration: adapter.declaration,
    secrets: { ...(adapter.connection?.application ?? adapter.credentials) },
    scopes: { ...adapter.connection?.scopes },
    capabilities: capabilityViews(adapter),
  }));
