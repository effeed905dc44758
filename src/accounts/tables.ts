// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { ChannelError, Check, Expiry, NetworkName } from '#channels';

/** Of an expiry: `until` is its moment. Of what is told at once (`connection`, `role`, `lacking`): when it was found. */
export const WARNING_KINDS = ['access', 'renewal', 'permission', 'connection', 'role', 'lacking'] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** As JSON keeps it: moments are ISO 8601. */
export type StoredExpiry = Omit<Expiry, 'at'> & { readonly at: string };
export type StoredQuota = Omit<NonNullable<Check['quota']>, 'resetsAt'> & { readonly resetsAt: string | null };

export type AccountTables = {
  account: {
    id: string;
    body: string;
    network: NetworkName;
    external_id: string;
    handle: string;
    name: string;
    url: string;
    act: string;
    state: 'active' | 'suspended' | 'closed';
    created_at: Date;
  };
  account_application: {
    body: string;
    network: NetworkName;
    base_url: string;
    sealed_secrets: Buffer;
    updated_at: Date;
  };
  account_declaration: {
    id: string;
    body: string;
    network: NetworkName;
    /** The words that were shown. */
    declared: string;
    act: string;
    /** Null: whoever installed. */
    person: string | null;
    person_name: string | null;
    at: Date;
  };
  account_authorisation: {
    /** SHA-256 of the state that goes with the person, hexadecimal. */
    state: string;
    body: string;
    network: NetworkName;
    /** To be connected again; null: whichever the person chooses. */
    account_id: string | null;
    person: string;
    sealed_verifier: Buffer;
    redirect: string;
    created_at: Date;
    redeemed_at: Date | null;
    sealed_choices: Buffer | null;
  };
  account_connection: {
    account_id: string;
    body: string;
    base_url: string;
    sealed_credentials: Buffer;
    /** When its secrets changed last: another moment, other secrets. */
    updated_at: Date;
    /** Who made it; null: whoever installed, or not known. */
    connected_by: string | null;
    expiries: JSONColumnType<StoredExpiry[]>;
    /** Names of capabilities. */
    lacking: string[];
    quota: JSONColumnType<StoredQuota> | null;
    /** Why a person has to connect it again; null: it holds. */
    fault: JSONColumnType<ChannelError> | null;
    fault_at: Date | null;
    checked_at: Date | null;
    check_after: Date | null;
    renewed_at: Date | null;
    renewing_until: Date | null;
    /** `YYYY-MM-DD` in Rome. */
    figures_day: string | null;
    figures_after: Date | null;
    notices_address: string | null;
    notices_until: Date | null;
    notices_after: Date | null;
    notices_error: string | null;
  };
  account_cursor: {
    account_id: string;
    body: string;
    cursor: string | null;
    read_at: Date | null;
    error: string | null;
    failures: number;
    written_at: Date | null;
    told_at: Date | null;
  };
  account_allowance: {
    body: string;
    network: NetworkName;
    /** `YYYY-MM-DD` in the network's own zone. */
    day: string;
    for_reads: number;
    for_writes: number;
  };
  account_warning: {
    account_id: string;
    body: string;
    what: WarningKind;
    until: Date;
    days: number;
    told_at: Date;
  };
  account_figure: {
    id: string;
    body: string;
    account_id: string;
    measure: string;
    post: string | null;
    day: string;
    /** A bigint: text on its way out. */
    value: string;
  };
};
