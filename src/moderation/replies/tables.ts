// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { Ground } from '../contract.ts';
import type { TopicLink } from './contract.ts';

export type ReplyTables = {
  reply_template: {
    id: string;
    version: number;
    body: string;
    title: string;
    text: string;
    office: string | null;
    clauses: string[];
    categories: string[];
    channels: string[];
    person: string;
    person_name: string;
    at: Date;
    approved_by: string | null;
    approved_by_name: string | null;
    approved_at: Date | null;
    retired_at: Date | null;
  };
  reply_topic: {
    id: string;
    version: number;
    body: string;
    title: string;
    words: string[];
    links: JSONColumnType<TopicLink[]>;
    /** The last day on which it is offered, `2026-11-22`. */
    valid_until: string | null;
    person: string;
    person_name: string;
    at: Date;
    retired_at: Date | null;
  };
  reply_choice: {
    id: string;
    body: string;
    approval: boolean;
    automatic: boolean;
    night_from: number | null;
    night_to: number | null;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
  reply_justification: {
    id: string;
    body: string;
    case_id: string;
    finding: string;
    /** Of the answer, keyed. */
    fingerprint: string;
    clause: string | null;
    sealed: Buffer;
    person: string;
    person_name: string;
    at: Date;
  };
  reply_draft: {
    id: string;
    body: string;
    case_id: string;
    sealed: Buffer;
    grounds: JSONColumnType<Ground[]>;
    fingerprint: string;
    state: 'waiting' | 'returned' | 'approved' | 'replaced';
    person: string;
    person_name: string;
    at: Date;
    settled_by: string | null;
    settled_by_name: string | null;
    settled_at: Date | null;
    sealed_note: Buffer | null;
    decision_id: string | null;
  };
  reply_automatic: {
    id: string;
    body: string;
    account_id: string;
    conversation: string;
    period: string;
    item_id: string;
    clause: string;
    policy_version: string;
    at: Date;
  };
};
