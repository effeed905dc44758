// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { LearnedScore } from '#triage';
import type { LearnedChoice } from './contract.ts';

export type LearnedTables = {
  learned_choice: {
    id: string;
    body: string;
    choice: LearnedChoice;
    note: string;
    recorded_by: string;
    recorded_by_name: string;
    at: Date;
  };
  learned_lines: { body: string; model: string; decisions: number; sealed: Buffer; at: Date };
  learned_reading: {
    case_id: string;
    body: string;
    item_version: number;
    part: string;
    scores: JSONColumnType<LearnedScore[]>;
    at: Date;
  };
};
