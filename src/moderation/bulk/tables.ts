// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, JSONColumnType } from 'kysely';
import type { Ground } from '../grounding/contract.ts';
import type { ModerationTables } from '../tables.ts';
import type { BulkKind, Refusal } from './contract.ts';

type LaterDate = ColumnType<Date | null, Date | null | undefined, Date>;
type LaterText = ColumnType<string | null, string | null | undefined, string>;
type LaterRefusal = ColumnType<Refusal | null, string | null | undefined, string | null>;

export type BulkTables = Pick<ModerationTables, 'moderation_case'> & {
  bulk_decision: {
    id: string;
    body: string;
    kind: BulkKind;
    ground: JSONColumnType<Ground>;
    reasons: string;
    reply: string | null;
    reported: boolean;
    policy_version: string;
    person: string;
    person_name: string;
    person_role: string;
    at: Date;
    idempotency_key: string;
    digest: string;
    undone_at: LaterDate;
    undone_by: LaterText;
    undone_by_name: LaterText;
    undone_reasons: LaterText;
  };
  bulk_decision_item: {
    bulk_id: string;
    body: string;
    case_id: string;
    nth: number;
    revision: number;
    outcome: 'waiting' | 'decided' | 'refused';
    decision_id: LaterText;
    refusal: LaterRefusal;
    undone: ColumnType<'undone' | 'refused' | null, null | undefined, 'undone' | 'refused'>;
    undo_refusal: LaterRefusal;
  };
};
