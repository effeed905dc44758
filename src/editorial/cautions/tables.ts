// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, Generated } from 'kysely';
import type { MatterKind } from '#policy';

type LaterDate = ColumnType<Date | null, Date | null | undefined, Date | null>;
type LaterText = ColumnType<string | null, string | null | undefined, string | null>;

export type CautionTables = {
  electoral_period: {
    id: string;
    body: string;
    election: string;
    decree: string;
    called_on: string;
    votes_on: string;
    closes_at: Date;
    recorded_by: string;
    recorded_by_name: string;
    at: Date;
    withdrawn_at: LaterDate;
    withdrawn_by: LaterText;
    withdrawn_by_name: LaterText;
    withdrawn_why: LaterText;
  };
  open_matter: {
    id: string;
    body: string;
    title: string;
    kind: MatterKind;
    words: string[];
    revision: Generated<number>;
    settled_on: LaterText;
    adopted_on: LaterText;
    notified_on: LaterText;
    public_on: LaterText;
    ended_by_act: LaterText;
    recorded_by: string;
    recorded_by_name: string;
    at: Date;
    updated_by: LaterText;
    updated_by_name: LaterText;
    updated_at: LaterDate;
  };
  plain_writing_choice: {
    id: string;
    body: string;
    threshold: number | null;
    act: string;
    chosen_by: string;
    chosen_by_name: string;
    at: Date;
  };
  portal_choice: {
    id: string;
    body: string;
    clause: string;
    address: string;
    act: string;
    chosen_by: string;
    chosen_by_name: string;
    at: Date;
  };
};
