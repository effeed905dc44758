// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ItemKind, NetworkName } from '#policy';

/** What an adapter may be asked; the matrix of capabilities is data, read by the desk before it offers a button. */
export const CAPABILITIES = [
  'read-comments',
  'read-mentions',
  'read-visitor-posts',
  'read-messages',
  'publish-text',
  'reply',
  'hide',
  'unhide',
  'remove',
  'hold',
  'ban',
  'report',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** How a network offers it. `by-hand`: no interface exists, the desk makes a task for a person. */
export interface CapabilityState {
  readonly how: 'api' | 'webhook' | 'limited' | 'by-hand' | 'none';
  /** What will really happen there, or why it is limited: one Italian sentence, shown to the moderator. */
  readonly effect: string;
  /** False where the act cannot be taken back: the desk asks twice. */
  readonly undoable: boolean;
}

/** Everything an adapter may know of the account it acts for; `accounts` owns it and passes it in. */
export interface ConnectedAccount {
  /** The account's id on the network (Facebook: page id; Bluesky: DID). */
  readonly externalId: string;
  /** The network's handle, without `@`. */
  readonly handle: string;
  /** Where the network's interface lives, from configuration; no trailing slash. */
  readonly baseUrl: string;
  /** Opened secrets, by the names the adapter declares in `credentials`. Never logged. */
  readonly credentials: Readonly<Record<string, string>>;
}

export interface AuthorRef {
  readonly externalId: string;
  readonly name: string;
}

/**
 * Something that happened on the network, in our words, with the moment on the network when it was so: the same fact may
 * be told twice, late or after newer ones. A notice tells of the writing or edit itself; a reading tells the text as it
 * is now (`written` with `seenAt`), and cannot know whether, or how often, it was edited before.
 */
export type InboundEvent =
  | {
      readonly type: 'written' | 'edited';
      /** From a reading: the network's time when it began, so that whatever happened later wins. Absent from notices. */
      readonly seenAt?: Date;
      readonly externalId: string;
      readonly kind: ItemKind;
      readonly text: string;
      /** Null where the network does not tell who wrote (Facebook without authorisation). */
      readonly author: AuthorRef | null;
      /** When it was written; of an edit, when it was edited. */
      readonly at: Date;
      readonly permalink: string | null;
      /** The post it hangs under, ours or a visitor's; null for mentions and for the visitor post itself. */
      readonly post: { readonly externalId: string; readonly text: string | null } | null;
      /** The item it answers, when it is not the post itself. */
      readonly parentExternalId: string | null;
      /** True when our own account wrote it: kept for the thread, never queued. */
      readonly own: boolean;
      /** True where photos, video, voice came along: the desk says «non analizzato: guardare». */
      readonly hasMedia: boolean;
    }
  | { readonly type: 'deleted'; readonly externalId: string; readonly at: Date }
  /** Seen hidden or shown again on the network, by us or by someone working there. */
  | { readonly type: 'hidden' | 'shown'; readonly externalId: string; readonly at: Date };

export interface WholeThread {
  readonly postExternalId: string;
  /** The network's time when the reading began. */
  readonly seenAt: Date;
  readonly itemExternalIds: readonly string[];
}

export interface Pulled {
  readonly events: readonly InboundEvent[];
  /** Opaque; stored with the events in one transaction and given back at the next pull. */
  readonly cursor: string;
  /**
   * Threads read from end to end at this pull: an item of theirs that we know and that is missing here is gone from the
   * network. Where a network tells deletions otherwise, absent.
   */
  readonly wholeThreads?: readonly WholeThread[];
  /** Items passed over because they had not the network's own shape; absent: none. */
  readonly unreadable?: number;
  /** The network asks to slow down: no pull before this many seconds. */
  readonly waitSeconds?: number;
}

/** A write to the network. `key` is stable across repetitions of the same command. */
export type Command =
  | {
      readonly type: 'hide' | 'unhide' | 'remove';
      readonly key: string;
      readonly target: string;
      readonly post: string | null;
    }
  | {
      readonly type: 'reply';
      readonly key: string;
      readonly target: string;
      readonly post: string | null;
      readonly text: string;
      /** When it was first sent: at reading back, an older reply of ours with the same text is another act. */
      readonly since?: Date;
    }
  | {
      readonly type: 'report';
      readonly key: string;
      readonly target: string;
      readonly reason: 'spam' | 'violation' | 'misleading' | 'sexual' | 'rude' | 'other';
      readonly text: string;
    };

export type CommandType = Command['type'];

/** What came of a write. `unknown`: it may or may not have happened; read back before repeating. */
export type WriteOutcome =
  | { readonly state: 'accepted'; readonly externalId?: string }
  | { readonly state: 'refused'; readonly error: ChannelError }
  | { readonly state: 'unknown'; readonly error: ChannelError };

/**
 * What the network shows now, read back after a write. `pending`: cannot be told yet, ask again. `absent` right after a
 * broken answer may still be on its way: let half a minute pass and read again before repeating a reply.
 */
export type ReadBack =
  | { readonly state: 'confirmed'; readonly proof: Readonly<Record<string, unknown>> }
  | { readonly state: 'absent'; readonly proof: Readonly<Record<string, unknown>> }
  | { readonly state: 'pending'; readonly error?: ChannelError };

export const CHANNEL_ERROR_KINDS = [
  'token-expired',
  'reauth-needed',
  'role-lost',
  'rate-limited',
  'not-found',
  'blocked-by-platform',
  'rejected-content',
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

/** A delivery by webhook, exactly as it came. */
export interface WebhookDelivery {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** One account's share of a webhook delivery. */
export interface WebhookBatch {
  readonly accountExternalId: string;
  readonly events: readonly InboundEvent[];
}

/** The five files of a network's folder meet here: adapter, wire, webhook, limits, errors. */
export interface NetworkAdapter {
  readonly network: NetworkName;
  readonly label: string;
  readonly capabilities: Readonly<Record<Capability, CapabilityState>>;
  readonly limits: {
    readonly replyLength: number;
    readonly lengthUnit: 'characters' | 'graphemes';
    readonly pollSeconds: number;
  };
  /** Names of the secrets it needs, with what each is, in Italian. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Reads what is new since the cursor (null: from the start), oldest first. Throws `ChannelFault` on failure. */
  pull(account: ConnectedAccount, cursor: string | null): Promise<Pulled>;
  /** Sends one write, once. Never retries by itself; never throws for the network's own answers. */
  write(account: ConnectedAccount, command: Command): Promise<WriteOutcome>;
  /** Reads whether the command's effect is there: after a write, and before repeating an unknown one. */
  readBack(account: ConnectedAccount, command: Command, writtenExternalId?: string): Promise<ReadBack>;
  /** Absent where the network pushes nothing. */
  readonly webhook?: {
    /** The network's registration handshake; null when the query is not one or the token is wrong. */
    handshake(query: Readonly<Record<string, string | undefined>>, verifyToken: string): string | null;
    /** Checks the signature on the raw bytes, in constant time. */
    verify(delivery: WebhookDelivery, secret: string): boolean;
    /** Only after `verify`. Throws `ChannelFault` on a body that is not the network's. */
    parse(delivery: WebhookDelivery): readonly WebhookBatch[];
  };
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
