// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConnectedAccount } from '../port.ts';
import type { Capability } from './capability.ts';

/** Until when a connection holds. `by` a person: no renewal by the desk reaches beyond. */
export interface Expiry {
  readonly what: 'access' | 'renewal' | 'permission';
  readonly at: Date;
  readonly by: 'desk' | 'person';
}

/** Secrets obtained from a network, with how long they hold. */
export interface Grant {
  readonly credentials: Readonly<Record<string, string>>;
  readonly expiries: readonly Expiry[];
}

/** An account that a person may connect with what was just granted. */
export interface Connectable {
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  readonly grant: Grant;
}

/** The application that the body (or its supplier) registered on the network, as `connection.application` names its secrets. */
export interface Application {
  readonly baseUrl: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** How a connection is doing, as the network tells. */
export interface Check {
  readonly expiries: readonly Expiry[];
  /** The account or the person behind it may no longer do what is needed. */
  readonly lacking: readonly Capability[];
  readonly quota?: { readonly left: number; readonly of: number; readonly resetsAt: Date | null };
}

/** `until`: when it must be asked again; null: it stands until somebody takes it back. */
export interface Subscribed {
  readonly until: Date | null;
}

/** How an account gets connected and stays so. */
export interface Connection {
  /** Secrets of the body's application there, with what each is, in Italian. */
  readonly application: Readonly<Record<string, string>>;
  /** What is asked of the person who connects, and why, in Italian; shown before asking. */
  readonly scopes: Readonly<Record<string, string>>;
  /** Where the person is sent; `challenge` is the PKCE S256 challenge, ignored where the network knows none. */
  authorizeUrl(
    application: Application,
    asking: { readonly redirectUri: string; readonly state: string; readonly challenge: string },
  ): string;
  /** What came back with the person. Throws `ChannelFault`. */
  redeem(
    application: Application,
    came: { readonly code: string; readonly redirectUri: string; readonly verifier: string },
  ): Promise<readonly Connectable[]>;
  /** New secrets for old; the old may be dead afterwards, so one at a time and stored at once. Throws `ChannelFault`. */
  readonly renew?: (account: ConnectedAccount) => Promise<Grant>;
  /**
   * Asks the network to tell of changes at this address, where that is asked account by account; it may be repeated. Throws
   * `ChannelFault`.
   */
  readonly subscribe?: (account: ConnectedAccount, address: string) => Promise<Subscribed>;
}
