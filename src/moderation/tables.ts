// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { ItemKind, Judgement, ProposedAction, Signal } from '#policy';
import type { CaseState, DecisionKind, DecisionView, Ground } from './contract.ts';

type Bigint = ColumnType<string, number | string, number | string>;

export type ModerationTables = {
  moderation_case: {
    id: string;
    body: string;
    number: Bigint;
    item_id: string;
    state: CaseState;
    priority: 0 | 1 | 2 | 3;
    due_rank: Date;
    due_band: number;
    learned_rank: number;
    written_at: Date;
    received_at: Date;
    network: string;
    kind: ItemKind;
    /** As its item has it; the database sees to it. */
    author_id: Generated<string | null>;
    author_name: string | null;
    excerpt: string;
    proposal: ProposedAction;
    clauses: string[];
    /** Those that the clauses touched were touched by. */
    categories: Generated<string[]>;
    must_look: boolean;
    edited: boolean;
    deleted_by_author: boolean;
    has_media: boolean;
    decision: DecisionKind | null;
    decided_at: Date | null;
    enforcement: DecisionView['enforcements'][number]['state'];
    revision: number;
    /** Who has it in hand; all four null where nobody does. */
    claimed_by: Generated<string | null>;
    claimed_by_name: Generated<string | null>;
    claimed_at: Generated<Date | null>;
    claimed_how: Generated<'by-hand' | 'form' | 'handed-over' | 'alarm' | null>;
  };
  case_number: { body: string; last: Bigint };
  judgement: {
    case_id: string;
    body: string;
    item_version: number;
    policy_version: string;
    signals: JSONColumnType<Signal[]>;
    judgement: JSONColumnType<StoredJudgement>;
    at: Date;
    /** Judged again beside texts that came later: counts up from 0. */
    company: Generated<number>;
  };
  decision: {
    id: string;
    body: string;
    case_id: string;
    kind: DecisionKind;
    grounds: JSONColumnType<Ground[]>;
    reasons: string;
    reply: string | null;
    reported: boolean;
    policy_version: string;
    item_version: number;
    person: string;
    person_name: string;
    person_role: 'moderator' | 'head' | 'auditor';
    at: Date;
    idempotency_key: string;
    undone_at: Date | null;
    undone_by: string | null;
    undone_by_name: string | null;
    undone_reasons: string | null;
    /** The removal that followed it; null once that was taken back. */
    superseded_by: Generated<string | null>;
  };
  evidence: {
    decision_id: string;
    body: string;
    subject: string;
    /** Empty where it had to go. */
    sealed: Buffer;
    fingerprint: string;
    at: Date;
    basis: string | null;
    kept_until: Date | null;
    with_item: boolean;
    purged_at: Date | null;
    /** The masked copy, which stays when the original goes; null where no words were kept. */
    lasting: Buffer | null;
    original_until: Date | null;
    original_purged_at: Date | null;
  };
  keeping_basis: {
    id: string;
    body: string;
    network: string;
    basis: string;
    act: string;
    days: number;
    person: string;
    person_name: string;
    at: Date;
  };
  subject_key: { body: string; subject: string; sealed_key: Buffer };
};

/** A judgement as JSON keeps it: its dates are texts. */
export type StoredJudgement = Omit<Judgement, 'due'> & {
  readonly due?: { readonly at: string; readonly reason: { clause?: string; text: string } };
};
