// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, JSONColumnType } from 'kysely';
import type { ModerationTables } from '../tables.ts';
import type { CrisisReport } from './contract.ts';

type LaterDate = ColumnType<Date | null, Date | null | undefined, Date>;
type LaterText = ColumnType<string | null, string | null | undefined, string>;

export type CrisisTables = Pick<ModerationTables, 'moderation_case' | 'decision' | 'judgement'> & {
  crisis: {
    id: string;
    body: string;
    reason: string;
    started_at: Date;
    started_by: string;
    started_by_name: string;
    ended_at: LaterDate;
    ended_by: LaterText;
    ended_by_name: LaterText;
    ended_note: LaterText;
    report: JSONColumnType<CrisisReport | null, string | null | undefined, string>;
  };
  crisis_stop: {
    id: string;
    body: string;
    crisis_id: string;
    stopped_at: Date;
    stopped_by_name: string;
    resumed_at: LaterDate;
    resumed_by_name: LaterText;
    waited: ColumnType<number | null, number | null | undefined, number>;
  };
  crisis_text: {
    id: string;
    body: string;
    title: string;
    text: string;
    approved_by: string;
    approved_by_name: string;
    approved_at: Date;
    retired_at: LaterDate;
  };
  crisis_closed_thread: {
    id: string;
    body: string;
    crisis_id: string;
    account_id: string;
    network: string;
    post_external_id: string;
    reason: string;
    person: string;
    person_name: string;
    at: Date;
    reopened_at: LaterDate;
    idempotency_key: string;
  };
};
