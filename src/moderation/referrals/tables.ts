// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Generated } from 'kysely';
import type { Outcome, ReferralState } from './contract.ts';

export type ReferralTables = {
  case_office: { case_id: string; body: string; role: 'owner' | 'route'; office: string; clause: string | null };
  referral_choice: {
    id: string;
    body: string;
    remind_minutes: number;
    escalate_minutes: number;
    link_days: number;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
  referral: {
    id: string;
    body: string;
    case_id: string;
    item_id: string;
    decision_id: string;
    item_version: number;
    office_id: string;
    office_name: string;
    clauses: string[];
    policy_version: string;
    state: ReferralState;
    words: boolean;
    sealed: Buffer;
    subject: string;
    link_number: Generated<number>;
    link_until: Date;
    link_revoked_at: Date | null;
    link_by_hand: Generated<boolean>;
    look_at: Date | null;
    reminded_at: Date | null;
    escalated_at: Date | null;
    fault: string | null;
    person: string;
    person_name: string;
    at: Date;
    sent_at: Date | null;
    taken_at: Date | null;
    answered_at: Date | null;
    withdrawn_at: Date | null;
  };
  referral_answer: {
    id: string;
    body: string;
    referral_id: string;
    sealed: Buffer;
    subject: string;
    person: string | null;
    person_name: string | null;
    at: Date;
  };
  request_outcome: {
    id: string;
    body: string;
    case_id: string;
    decision_id: string | null;
    outcome: Outcome;
    office_name: string | null;
    /** What the person says of it, and whose key seals it. */
    sealed: Buffer | null;
    subject: string | null;
    item_version: number | null;
    person: string;
    person_name: string;
    at: Date;
    void_at: Date | null;
  };
};
