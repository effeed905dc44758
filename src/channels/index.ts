// SPDX-License-Identifier: AGPL-3.0-or-later
// The names of networks and kinds are the policy language's; those below the policies take them from here.
export type { ItemKind, NetworkName } from '#policy';
export { type FacebookOptions, facebookAdapter } from './facebook/adapter.ts';
export {
  type AuthorRef,
  CAPABILITIES,
  type Capability,
  type CapabilityState,
  CHANNEL_ERROR_KINDS,
  type ChannelError,
  type ChannelErrorKind,
  ChannelFault,
  type Command,
  type CommandType,
  type ConnectedAccount,
  type InboundEvent,
  type NetworkAdapter,
  type Pulled,
  type ReadBack,
  type WebhookBatch,
  type WebhookDelivery,
  type WholeThread,
  type WriteOutcome,
} from './port.ts';
export { adapterOf, adapters } from './registry.ts';
export { storable, wellFormed } from './storable.ts';
