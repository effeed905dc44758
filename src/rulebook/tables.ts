// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { ExtraHours, PolicyChoices } from '#policy';
import type { DraftState, DraftStep, Hours } from './contract.ts';

/** What was recorded beside a version, under an act of the body. */
export interface RecordedUnderAct {
  readonly id: string;
  readonly body: string;
  readonly version: string;
  readonly act_number: string;
  readonly act_date: string;
  readonly note: string;
  readonly recorded_by: string;
  readonly recorded_by_name: string;
  readonly at: Date;
}

/** How another act ended it; all null while it stands. */
export interface EndedUnderAct {
  readonly ended_act_number: string | null;
  readonly ended_act_date: string | null;
  readonly ended_note: string | null;
  readonly ended_by: string | null;
  readonly ended_by_name: string | null;
  readonly ended_at: Date | null;
}

export type RulebookTables = {
  policy_version: {
    body: string;
    version: string;
    title: string;
    source: string;
    digest: string;
    choices: JSONColumnType<PolicyChoices>;
    act: string;
    act_date: string | null;
    change_note: string | null;
    adopted_at: Date;
    in_force_since: Date;
  };
  policy_adoption: {
    body: string;
    version: string;
    draft_id: string;
    proposed_by: string;
    proposed_by_name: string;
    approved_by: string;
    approved_by_name: string;
  };
  policy_entry_into_force: { body: string; version: string; at: Date };
  policy_draft: {
    id: string;
    body: string;
    name: string;
    based_on: string | null;
    source: string;
    change_note: string;
    revision: number;
    last_revision: number;
    state: DraftState;
    created_by: string;
    created_by_name: string;
    created_at: Date;
    updated_by: string;
    updated_by_name: string;
    updated_at: Date;
    proposed_by: string | null;
    proposed_by_name: string | null;
    approved_by: string | null;
    version: string | null;
  };
  policy_draft_revision: {
    draft_id: string;
    body: string;
    revision: number;
    name: string;
    source: string;
    change_note: string;
    digest: string;
    aside: boolean;
    written_on: number | null;
    written_by: string;
    written_by_name: string;
    at: Date;
  };
  policy_draft_step: {
    id: string;
    draft_id: string;
    body: string;
    step: DraftStep['step'];
    revision: number;
    reasons: string | null;
    person: string;
    person_name: string;
    at: Date;
  };
  policy_act: RecordedUnderAct & EndedUnderAct & { clause: string };
  policy_hours_choice: RecordedUnderAct & {
    hours: JSONColumnType<Hours | null>;
    basis: 'act' | 'decision';
  };
  policy_patron_choice: RecordedUnderAct & { patron: JSONColumnType<{ name: string; day: string } | null> };
  policy_cover: RecordedUnderAct & EndedUnderAct & { cover: JSONColumnType<ExtraHours> };
};
