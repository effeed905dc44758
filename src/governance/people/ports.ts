// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import type { Database, Jobs, Mail, Tx, Vault } from '#platform';
import type { Actor } from '../authorise.ts';
import type { CheckedAccount } from './check.ts';
import type { DepartureView, TaskView } from './contract.ts';
import type { PolicyOnMandates } from './terms.ts';

/** Whoever leaves a body, and by whose word; null: their term passed. */
export interface Leaver {
  readonly body: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly now: Date;
  readonly by: Actor | null;
}

/** What a module closed of a person who leaves, and what it cannot close. */
export interface Leaving {
  readonly closed: Partial<DepartureView['closed']>;
  readonly byHand: readonly ByHand[];
}

export interface ByHand {
  readonly kind: TaskView['kind'];
  readonly network: string;
  readonly account: string | null;
  /** What is to be done, in Italian. */
  readonly words: string;
}

/** A module above that holds something of people: `app` introduces it. In the transaction of the leaving. */
export type LeavingHolder = (tx: Tx, leaver: Leaver) => Promise<Leaving>;

export interface PeoplePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly vault: Vault;
  /** Where people reach the desk, without a slash at the end. */
  readonly url: string;
  readonly policy: PolicyOnMandates;
  readonly holders: readonly LeavingHolder[];
  /** The register of accounts, those that are open. */
  readonly accountsOf: (tx: Tx, body: string) => Promise<readonly CheckedAccount[]>;
}

/** By whom, in which body. */
export interface ByWhom {
  readonly body: string;
  readonly actor: Actor;
}
