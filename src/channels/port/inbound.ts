// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ItemKind } from '#policy';

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
      /** Of a private message: the conversation it belongs to, as an answer names it. */
      readonly conversation?: string;
    }
  | { readonly type: 'deleted'; readonly externalId: string; readonly at: Date }
  /**
   * Seen hidden, shown again, or held by the network for the account's approval, whoever did it: with the text, when it is first
   * told, or alone.
   */
  | { readonly type: 'hidden' | 'shown' | 'held'; readonly externalId: string; readonly at: Date };

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

/** A delivery by webhook, exactly as it came. */
export interface WebhookDelivery {
  readonly rawBody: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** One account's share of a webhook delivery. */
export interface WebhookBatch {
  readonly accountExternalId: string;
  readonly events: readonly InboundEvent[];
  /** Something happened that the notice does not tell: the account is to be read before its turn. */
  readonly toBeRead?: true;
}
