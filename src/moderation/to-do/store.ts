// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { RegisterDuty } from '#accounts';
import type { Tx } from '#platform';
import type { ToDoItem, ToDoKind } from './contract.ts';

interface Asking {
  readonly body: string;
  /** The day it is in Italy, `2026-11-22`. */
  readonly today: string;
  /** Who may not approve what they wrote themselves, nor see to what they asked for; null: anybody's. */
  readonly person: string | null;
}

type Counted = Exclude<ToDoKind, 'statements' | 'plans' | 'work-plan' | 'pages' | RegisterDuty['kind']>;

/** Each kind from its own index of what is open; a day that is over is late, the day of an answer to an authority already today. */
export async function openDuties(
  tx: Tx,
  { body, today, person }: Asking,
): Promise<(ToDoItem & { readonly kind: Counted })[]> {
  const { rows } = await sql<ToDoItem & { kind: Counted }>`
    select 'authorities' as kind, count(*)::int as count, count(*) filter (where due_on <= ${today})::int as late,
           min(due_on) as due
      from authority_report where body = ${body} and state in ('asked', 'due')
    union all
    select 'reviews', count(*)::int, count(*) filter (where answer_by < ${today})::int, min(answer_by)
      from review where body = ${body} and state = 'open'
    union all
    select 'replies', count(*)::int, 0, null from reply_draft
      where body = ${body} and state = 'waiting' and person is distinct from ${person}
    union all
    select 'young-data', count(*)::int, 0, null from young_case
      where body = ${body} and asked_at is not null and emptied_at is null and asked_by is distinct from ${person}
    union all
    select 'bans', count(*)::int, count(*) filter (where review_on < ${today})::int, min(review_on)
      from author_measure where body = ${body} and kind = 'ban' and ended_at is null and review_on <= ${today}
    union all
    select 'platform-reports', count(*)::int, 0, null
      from platform_report where body = ${body} and state = 'due'`.execute(tx);
  return rows;
}
