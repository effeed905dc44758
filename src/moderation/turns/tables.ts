// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { Called, SheetFacts, TurnPlan } from './contract.ts';

export type TurnsTables = {
  case_handover: {
    id: string;
    body: string;
    case_id: string;
    subject: string;
    sealed_note: Buffer;
    from_person: string;
    from_name: string;
    to_person: string;
    to_name: string;
    at: Date;
    idempotency_key: string;
  };
  case_presence: {
    body: string;
    person: string;
    screen: string;
    person_name: string;
    case_id: string;
    seen_at: Date;
  };
  turn_plan: {
    body: string;
    revision: number;
    plan: JSONColumnType<TurnPlan>;
    person: string;
    person_name: string;
    at: Date;
  };
  handover_sheet: { id: string; body: string; closed_at: Date; facts: JSONColumnType<SheetFacts>; at: Date };
  handover_sheet_reading: { sheet_id: string; body: string; person: string; person_name: string; at: Date };
  alarm_watch: { case_id: string; body: string; revision: number };
  alarm: {
    id: string;
    body: string;
    case_id: string;
    item_version: number;
    state: 'ringing' | 'taken' | 'ended';
    people: string[];
    calls_made: number;
    next_at: Date | null;
    raised_at: Date;
    taken_by: string | null;
    taken_by_name: string | null;
    taken_at: Date | null;
    ended_at: Date | null;
  };
  alarm_letter: {
    id: string;
    body: string;
    alarm_id: string;
    person: string;
    person_name: string;
    state: 'promised' | 'sent' | 'refused' | 'by-hand' | 'stopped';
    at: Date;
    held_until: Date | null;
    settled_at: Date | null;
  };
  alarm_call: {
    id: string;
    body: string;
    alarm_id: string;
    called: Called;
    /** A name that was added, and whose key seals it. */
    sealed: Buffer | null;
    subject: string | null;
    person: string;
    person_name: string;
    at: Date;
    idempotency_key: string;
  };
};
