// SPDX-License-Identifier: AGPL-3.0-or-later
// The names of networks and kinds are the policy language's; those below the policies take them from here.
export type { ItemKind, NetworkName } from '#policy';
export { COMMAND_TYPES, type CommandType, LENGTH_UNITS, type LengthUnit, lengthIn } from './contract.ts';
export { fetchGuarded, type Guarding } from './core/guarded-fetch.ts';
export type { Fetched } from './core/media.ts';
export { type FacebookOptions, facebookAdapter } from './facebook/adapter.ts';
export { CAPABILITY_LABELS, matrixOf } from './matrix.ts';
export {
  type Application,
  type Attached,
  type AttachedKind,
  type AttachedTo,
  type AuthorRef,
  type ByHandGuide,
  CAPABILITIES,
  CAPABILITY_OF,
  type Capability,
  type CapabilityState,
  CHANNEL_ERROR_KINDS,
  type ChannelError,
  type ChannelErrorKind,
  ChannelFault,
  type Check,
  type Command,
  type Connectable,
  type ConnectedAccount,
  type Connection,
  capabilityOf,
  type Expiry,
  type Figure,
  type Grant,
  type InboundEvent,
  type Limits,
  type Media,
  type NetworkAdapter,
  type PictureLimits,
  type PictureType,
  type Post,
  type Pulled,
  type ReadBack,
  type Retention,
  type Subscribed,
  type WebhookBatch,
  type WebhookDelivery,
  type WholeThread,
  type WriteOutcome,
} from './port.ts';
export { adapterOf, adapters, isRead } from './registry.ts';
export { storable, wellFormed } from './storable.ts';
