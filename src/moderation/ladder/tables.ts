// SPDX-License-Identifier: AGPL-3.0-or-later

export type Told = 'private' | 'public' | 'by-hand' | 'none';

export type LadderTables = {
  ladder_choice: {
    id: string;
    body: string;
    threshold: number | null;
    window_days: number | null;
    notes_days: number | null;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
  breach: {
    decision_id: string;
    body: string;
    author_id: string;
    item_id: string;
    case_id: string;
    clauses: string[];
    at: Date;
    void_at: Date | null;
  };
  confirmed_violation: {
    id: string;
    body: string;
    case_id: string;
    clauses: string[];
    policy_version: string;
    person: string;
    person_name: string;
    at: Date;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
  author_measure: {
    id: string;
    body: string;
    kind: 'warn' | 'ban' | 'unban';
    author_id: string;
    item_id: string;
    case_id: string;
    clauses: string[];
    policy_version: string;
    sealed: Buffer;
    told: Told;
    given_at: Date | null;
    /** A day, `2026-11-22`. */
    review_on: string | null;
    review_called_at: Date | null;
    ended_at: Date | null;
    ends: string | null;
    person: string;
    person_name: string;
    at: Date;
    idempotency_key: string;
  };
  platform_report: {
    id: string;
    body: string;
    case_id: string;
    item_id: string;
    author_id: string | null;
    decision_id: string | null;
    clauses: string[];
    policy_version: string;
    state: 'due' | 'sent' | 'done' | 'void';
    sealed: Buffer | null;
    reference: string | null;
    reported_on: string | null;
    person: string | null;
    person_name: string | null;
    at: Date;
    done_by: string | null;
    done_by_name: string | null;
    done_at: Date | null;
  };
  author_note: {
    id: string;
    body: string;
    author_id: string;
    sealed: Buffer;
    person: string;
    person_name: string;
    at: Date;
    kept_until: Date;
  };
  author_link: {
    id: string;
    body: string;
    author_id: string;
    other_id: string;
    sealed: Buffer;
    person: string;
    person_name: string;
    at: Date;
    ended_at: Date | null;
    ended_by: string | null;
  };
  /** Cases that the rule on minors is about. */
  young_case: {
    case_id: string;
    body: string;
    at: Date;
    emptied_at: Date | null;
    /** Who asked that the data go, while another person has not said so. */
    asked_by: string | null;
    asked_by_name: string | null;
    asked_at: Date | null;
  };
  young_account: {
    id: string;
    body: string;
    account_id: string;
    project: string;
    consent_by: 'parents' | 'institution';
    document: string;
    clause: string;
    policy_version: string;
    person: string;
    person_name: string;
    at: Date;
    ended_at: Date | null;
  };
};
