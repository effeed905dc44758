// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Referral } from './store.ts';

export type NumberedReferral = Referral & { readonly number: string };

const MOST = 200;

/** Without an answer yet, the oldest first. */
export async function waitingReferrals(tx: Tx, body: string): Promise<NumberedReferral[]> {
  const { rows } = await sql<NumberedReferral>`
    select referral.*, moderation_case.number from referral
      join moderation_case on moderation_case.id = referral.case_id
     where referral.body = ${body} and referral.state not in ('answered', 'withdrawn')
     order by referral.at, referral.id limit ${MOST}`.execute(tx);
  return rows;
}

/** Answered, on cases that wait for a person. */
export async function answeredReferrals(tx: Tx, body: string): Promise<NumberedReferral[]> {
  const { rows } = await sql<NumberedReferral>`
    select referral.*, moderation_case.number from referral
      join moderation_case on moderation_case.id = referral.case_id
     where referral.body = ${body} and referral.state = 'answered' and moderation_case.state = 'open'
     order by referral.answered_at, referral.id limit ${MOST}`.execute(tx);
  return rows;
}

export async function officeCounts(tx: Tx, body: string): Promise<{ office: string; owned: number; sent: number }[]> {
  const { rows } = await sql<{ office: string; owned: number; sent: number }>`
    select office, count(*) filter (where role = 'owner')::integer as owned,
        count(*) filter (where role = 'route')::integer as sent
      from case_office join moderation_case on moderation_case.id = case_office.case_id
     where case_office.body = ${body} and moderation_case.body = ${body} and moderation_case.state = 'open'
     group by office order by office`.execute(tx);
  return rows;
}

export interface QueuedForOffice {
  readonly id: string;
  readonly number: string;
  readonly excerpt: string;
  readonly network: string;
  readonly received_at: Date;
  readonly role: 'owner' | 'route';
  readonly clause: string | null;
}

/** Open cases of an office, each once: what a clause sends there before what it merely has; the oldest first. */
export async function casesOfOffice(tx: Tx, body: string, office: string): Promise<QueuedForOffice[]> {
  const { rows } = await sql<QueuedForOffice>`
    select * from (
      select distinct on (moderation_case.id) moderation_case.id, number, excerpt, network, received_at, role, clause
        from case_office join moderation_case on moderation_case.id = case_office.case_id
       where case_office.body = ${body} and case_office.office = ${office} and moderation_case.state = 'open'
       order by moderation_case.id, role desc) queued
     order by received_at, id limit ${MOST}`.execute(tx);
  return rows;
}
