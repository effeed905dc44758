// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, JSONColumnType } from 'kysely';
import type { PlanContent, PlanState, PlanStepName } from './contract.ts';

type LaterDate = ColumnType<Date | null, Date | null | undefined, Date | null>;
type LaterText = ColumnType<string | null, string | null | undefined, string | null>;

export type PlanningTables = {
  editorial_plan: {
    id: string;
    body: string;
    kind: PlanContent['kind'];
    title: string;
    /** `YYYY-MM-DD`. */
    from_day: string;
    to_day: string;
    state: PlanState;
    version: number;
    created_by: string;
    created_by_name: string;
    created_at: Date;
    updated_at: Date;
    proposed_by: string | null;
    proposed_by_name: string | null;
  };
  editorial_plan_version: {
    plan_id: string;
    body: string;
    version: number;
    content: JSONColumnType<PlanContent>;
    digest: string;
    written_by: string;
    written_by_name: string;
    at: Date;
  };
  editorial_plan_step: {
    id: string;
    body: string;
    plan_id: string;
    version: number;
    step: PlanStepName;
    reasons: string | null;
    person: string;
    person_name: string;
    at: Date;
  };
  editorial_plan_approval: {
    id: string;
    body: string;
    plan_id: string;
    version: number;
    digest: string;
    policy_version: string;
    approved_by: string;
    approved_by_name: string;
    at: Date;
    voided_at: LaterDate;
    voided_why: LaterText;
  };
  editorial_plan_choice: {
    id: string;
    body: string;
    work_days: number | null;
    late_minutes: number | null;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
  editorial_plan_reminder: {
    id: string;
    body: string;
    plan_id: string | null;
    since_day: string;
    opened_at: Date;
    closed_at: LaterDate;
  };
  editorial_freshness: {
    id: string;
    body: string;
    draft_id: string | null;
    account_id: string | null;
    what: string;
    review_on: string;
    set_by: string;
    set_by_name: string;
    set_at: Date;
    due_at: LaterDate;
    done_at: LaterDate;
    done_by: LaterText;
    done_by_name: LaterText;
    outcome: LaterText;
  };
  editorial_plan_feed: {
    id: string;
    body: string;
    token_digest: string;
    person: string;
    person_name: string;
    at: Date;
    revoked_at: LaterDate;
    revoked_by_name: LaterText;
  };
};
