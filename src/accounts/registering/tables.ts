// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { NetworkName } from '#channels';

/** What a request says of one thing. */
export interface StoredAnswer {
  readonly label: string;
  readonly clause: string | null;
  /** The policy itself asks for it; false: the body or the desk does. */
  readonly inSource: boolean;
  readonly value: string;
}

export type RegisteringTables = {
  account_request: {
    id: string;
    body: string;
    network: NetworkName;
    service: string;
    sort: string | null;
    answers: JSONColumnType<StoredAnswer[]>;
    keeper: string;
    keeper_name: string;
    state: 'asked' | 'opined' | 'authorised' | 'refused' | 'opened';
    policy_version: string;
    asked_by: string;
    asked_by_name: string;
    asked_at: Date;
    opinion: 'favourable' | 'contrary' | null;
    opinion_office: string | null;
    opinion_note: string | null;
    opinion_by: string | null;
    opinion_by_name: string | null;
    opinion_at: Date | null;
    authority: string | null;
    act_number: string | null;
    /** `YYYY-MM-DD`. */
    act_date: string | null;
    settled_note: string | null;
    settled_by: string | null;
    settled_by_name: string | null;
    settled_at: Date | null;
    account_id: string | null;
  };
  account_keeper: {
    id: string;
    body: string;
    account_id: string;
    person: string;
    person_name: string;
    act: string;
    since: Date;
    given_by: string | null;
    ended_at: Date | null;
    ended_act: string | null;
    ended_by: string | null;
  };
  account_change: {
    id: string;
    body: string;
    account_id: string;
    state: 'active' | 'suspended' | 'closed';
    act: string;
    reason: string;
    person: string;
    person_name: string;
    at: Date;
  };
  account_archive: {
    account_id: string;
    body: string;
    content: string;
    digest: string;
    kept_at: string;
    at: Date;
  };
  account_check: {
    id: string;
    body: string;
    account_id: string;
    bio: boolean;
    pinned: boolean;
    links: boolean;
    privacy: boolean;
    texts_digest: string;
    note: string;
    person: string;
    person_name: string;
    at: Date;
  };
  account_impostor: {
    id: string;
    body: string;
    network: NetworkName;
    url: string;
    name: string;
    by_staff: boolean;
    note: string;
    clause: string | null;
    policy_version: string;
    state: 'to-report' | 'reported' | 'gone' | 'mistaken';
    noticed_by: string;
    noticed_by_name: string;
    noticed_at: Date;
    reference: string | null;
    reported_by_name: string | null;
    reported_at: Date | null;
    settled_by_name: string | null;
    settled_at: Date | null;
    settled_note: string | null;
  };
  register_choice: {
    id: string;
    body: string;
    asks: string[];
    check_days: number | null;
    silence_days: number | null;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
};
