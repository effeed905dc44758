// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Connection } from '#platform';
import type { BurstAccount } from './accounts.ts';

/** An account with the desk's own id of it. */
export interface Opened extends BurstAccount {
  readonly uuid: string;
}

export interface Ready {
  readonly url: string;
  readonly owner: Connection;
  readonly accounts: readonly Opened[];
}

/** What the desk's process holds and has worked since it began. */
export interface Load {
  readonly rss: number;
  readonly heapUsed: number;
  readonly cpuSeconds: number;
}

export interface ToConnect {
  readonly account: BurstAccount;
  readonly baseUrl: string;
  readonly url: string;
  readonly credentials: Record<string, string>;
}

export type ToDesk = { connect: readonly ToConnect[] } | { load: true } | { read: true } | { stop: true };
export type FromDesk = { started: true } | { ready: Ready } | { load: Load } | { read: true } | { failed: string };
