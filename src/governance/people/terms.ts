// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';

/** What the policy in force asks of mandates, each with its clause. The rulebook lies above: `app` brings it here. */
export interface MandateTerms {
  /** Who must have authorised whoever runs the channels. */
  readonly authorities: readonly { readonly by: string; readonly clause: string }[];
  /** Clauses that want whoever watches the channels trained. */
  readonly training: readonly string[];
  readonly owners: readonly {
    readonly office: string;
    readonly clause: string;
    readonly networks: readonly string[];
  }[];
  /** Which office enables people and revokes them. */
  readonly enabledBy: readonly { readonly office: string; readonly clause: string }[];
  readonly directed: readonly { readonly who: string; readonly mayDelegate: boolean; readonly clause: string }[];
  readonly groups: readonly {
    readonly clause: string;
    readonly coordinator?: string;
    readonly members: readonly string[];
  }[];
}

export interface PolicyOnMandates {
  /** Undefined where no policy is in force. */
  termsOf(tx: Tx, body: string, now: Date): Promise<MandateTerms | undefined>;
  /** Whether two names mean one office or one authority. */
  same(one: string, other: string): boolean;
}

export const NO_TERMS: MandateTerms = {
  authorities: [],
  training: [],
  owners: [],
  enabledBy: [],
  directed: [],
  groups: [],
};

/** Where no policy speaks of people. */
export const SILENT_POLICY: PolicyOnMandates = { termsOf: async () => undefined, same: (one, other) => one === other };
