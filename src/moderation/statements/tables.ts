// SPDX-License-Identifier: AGPL-3.0-or-later
import type { StatedMeasure } from './vocabulary.ts';

/** How an author learns of a statement; `with-measure`: by the private words of the warning or the ban itself. */
export type ToldBy = 'private' | 'public' | 'by-hand' | 'with-measure';

export type StatementTables = {
  statement_choice: {
    id: string;
    body: string;
    ask_days: number | null;
    answer_days: number | null;
    public_notice: boolean;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
  statement: {
    id: string;
    body: string;
    cause: string;
    case_id: string;
    item_id: string;
    author_id: string | null;
    measure: StatedMeasure;
    clauses: string[];
    policy_version: string;
    code_digest: string;
    sealed: Buffer;
    told: ToldBy;
    /** Since when its author is to be told; null: the measure is on its way. */
    promised_at: Date | null;
    /** It reached its author, whoever gave it: the term for asking runs from here. */
    given_at: Date | null;
    decisions: 'open' | 'final';
    ask_days: number | null;
    ask_working: boolean | null;
    ask_by: string | null;
    person: string;
    person_name: string;
    person_role: 'moderator' | 'head' | 'auditor';
    at: Date;
    withdrawn_at: Date | null;
  };
};
