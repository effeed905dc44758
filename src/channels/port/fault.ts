// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * `window-closed`: too late to answer a private message. `comments-disabled`: nobody may comment there. `allowance-spent`: the
 * day's units that the network grants are used up, or kept for graver things.
 */
export const CHANNEL_ERROR_KINDS = [
  'token-expired',
  'reauth-needed',
  'role-lost',
  'rate-limited',
  'not-found',
  'window-closed',
  'comments-disabled',
  'blocked-by-platform',
  'rejected-content',
  'allowance-spent',
  'not-possible',
  'transient',
] as const;
export type ChannelErrorKind = (typeof CHANNEL_ERROR_KINDS)[number];

export interface ChannelError {
  readonly kind: ChannelErrorKind;
  /** The network's own code and trace id, for its support; never a token. */
  readonly code: string;
  /** Italian, for the person at the desk. */
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

/** Thrown by reads; writes return their error instead. */
export class ChannelFault extends Error {
  readonly error: ChannelError;
  constructor(error: ChannelError, options?: ErrorOptions) {
    super(`${error.kind} (${error.code}): ${error.message}`, options);
    this.name = 'ChannelFault';
    this.error = error;
  }
}
