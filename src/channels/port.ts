// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';
import type { LengthUnit } from './contract.ts';
import type { Attached, AttachedTo } from './port/attached.ts';
import type { Capability, CapabilityState } from './port/capability.ts';
import type { Command, ReadBack, WriteOutcome } from './port/command.ts';
import type { Check, Connection } from './port/connection.ts';
import type { Pulled, WebhookBatch, WebhookDelivery } from './port/inbound.ts';

export * from './port/attached.ts';
export * from './port/capability.ts';
export * from './port/command.ts';
export * from './port/connection.ts';
export * from './port/fault.ts';
export * from './port/inbound.ts';

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
  /**
   * Takes units out of the day's allowance before a call that costs them (`limits.dailyUnits`); false: not enough left for that
   * purpose, do not call. Absent where a network counts nothing, and in tests that count nothing.
   */
  readonly spend?: (units: number, purpose: 'read' | 'write') => Promise<boolean>;
}

/** A figure that a network counts. */
export interface Figure {
  readonly measure: 'views' | 'reach' | 'engagements' | 'likes' | 'comments' | 'shares' | 'clicks' | 'followers';
  /** The post it is of; null: the whole account. */
  readonly post: string | null;
  readonly value: number;
  /** The days it covers, both included (`2026-11-22`); absent: since the beginning. */
  readonly from?: string;
  readonly to?: string;
}

export type PictureType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';

/** What a picture may be where it goes out. */
export interface PictureLimits {
  /** Media types that it takes. */
  readonly types: readonly PictureType[];
  /** Bytes of one, and of one that moves where more are let through. */
  readonly bytes: number;
  readonly movingBytes?: number;
  /** Longest side, in pixels. */
  readonly side: number;
  /** Width divided by height, least and most; absent: any. */
  readonly ratio?: readonly [number, number];
}

/** What may be published and answered, by number. */
export interface Limits {
  readonly replyLength: number;
  readonly postLength: number;
  readonly lengthUnit: LengthUnit;
  readonly messageLength?: number;
  /** Pictures in one post. */
  readonly images: number;
  /** Absent: what nearly every network takes. */
  readonly pictures?: PictureLimits;
  readonly links?: number;
  readonly hashtags?: number;
  readonly pollSeconds: number;
  /** After the person's last message: how long an answer is let through. Absent: always. */
  readonly messageWindowHours?: number;
  /** Units that the network grants a day, how many are kept for writes, and in which zone the day begins. */
  readonly dailyUnits?: { readonly of: number; readonly keptForWrites: number; readonly zone: string };
}

/** What the contract with the network lets one keep (`docs/decisions`, retention). */
export interface Retention {
  /** Hours after which content of others must be purged, decisions excepted; null: no limit but the body's own. */
  readonly contentHours: number | null;
  /** Hours within which a deletion on the network must be followed here. */
  readonly deletionHours: number | null;
}

/** What a person must do where no interface exists; `steps` and `check` are Italian, imperative and short. */
export interface ByHandGuide {
  readonly link: string;
  readonly steps: readonly string[];
  /** How the desk will look afterwards whether it was done; absent: only the person's word. */
  readonly check?: string;
}

/** The five files of a network's folder meet here: adapter, wire, webhook, limits, errors. */
export interface NetworkAdapter {
  readonly network: NetworkName;
  readonly label: string;
  readonly capabilities: Readonly<Record<Capability, CapabilityState>>;
  readonly limits: Limits;
  readonly retention: Retention;
  /** Names of the secrets it needs, with what each is, in Italian. */
  readonly credentials: Readonly<Record<string, string>>;
  /** What the body must declare before the network may be used at all; null: nothing. Shown, and recorded with its act. */
  readonly declaration: string | null;
  /** Absent where accounts are connected by writing down their secrets. */
  readonly connection?: Connection;
  /** Reads what is new since the cursor (null: from the start), oldest first. Throws `ChannelFault` on failure. */
  pull(account: ConnectedAccount, cursor: string | null): Promise<Pulled>;
  /**
   * Sends one write, once. Never retries by itself; never throws for the network's own answers. `progress` is what an earlier
   * call of the same command left as `under-way`.
   */
  write(account: ConnectedAccount, command: Command, progress?: string): Promise<WriteOutcome>;
  /** Reads whether the command's effect is there: after a write, and before repeating an unknown one. */
  readBack(account: ConnectedAccount, command: Command, writtenExternalId?: string): Promise<ReadBack>;
  /**
   * What came with an item besides words, asked of the network now; null: the item is gone. Absent where its interface gives no
   * files. Throws `ChannelFault`.
   */
  readonly attached?: (account: ConnectedAccount, to: AttachedTo) => Promise<readonly Attached[] | null>;
  /** What the network counts of the account and of its latest posts. Throws `ChannelFault`. */
  readonly insights?: (account: ConnectedAccount) => Promise<readonly Figure[]>;
  /** What the account's own page says of itself, without marks. Absent where its interface does not tell. Throws `ChannelFault`. */
  readonly profile?: (account: ConnectedAccount) => Promise<string>;
  /** Who the secrets act for, what they may do and until when. Throws `ChannelFault`. */
  readonly check?: (account: ConnectedAccount) => Promise<Check>;
  /** For what cannot be asked of the network (`by-hand`): where to go and what to do there. */
  guide(
    account: Pick<ConnectedAccount, 'externalId' | 'handle'>,
    command: Command,
    permalink: string | null,
  ): ByHandGuide;
  /** Absent where the network pushes nothing. */
  readonly webhook?: {
    /** The network's registration handshake: the body to answer with; null when the query is not one or the token is wrong. */
    handshake(
      query: Readonly<Record<string, string | undefined>>,
      credentials: Readonly<Record<string, string>>,
    ): { readonly type: string; readonly body: string } | null;
    /** Checks the signature on the raw bytes, in constant time, with what the account declares in `credentials`. */
    verify(delivery: WebhookDelivery, credentials: Readonly<Record<string, string>>, now: Date): boolean;
    /** Only after `verify`. Throws `ChannelFault` on a body that is not the network's. */
    parse(delivery: WebhookDelivery): readonly WebhookBatch[];
  };
}
