// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { DraftState } from '../drafting/contract.ts';

/** A content as the calendar shows it. */
export interface CalendarContent {
  readonly id: string;
  readonly title: string;
  readonly state: DraftState;
  readonly slot: string | null;
  readonly off_plan: string | null;
  readonly goes_at: Date | null;
  /** When its first copy was seen to be out; null: none was. */
  readonly out_at: Date | null;
}

const CONTENT = sql`
  draft.id, draft.title, draft.state, draft.goes_at, v.content ->> 'slot' as slot, v.content ->> 'offPlan' as off_plan,
  (select min(outing.out_at) from editorial_outing outing
    where outing.draft_id = draft.id and outing.act = 'publish') as out_at`;
const DRAFTS = sql`editorial_draft draft join editorial_version v on v.draft_id = draft.id and v.version = draft.version`;

/** Those tied to these slots, but for what was given up; the oldest first. */
export async function contentsOfSlots(tx: Tx, body: string, slots: readonly string[]): Promise<CalendarContent[]> {
  if (slots.length === 0) return [];
  const { rows } = await sql<CalendarContent>`
    select ${CONTENT} from ${DRAFTS}
     where v.body = ${body} and draft.state <> 'discarded' and v.content ->> 'slot' = any(${[...slots]})
     order by draft.id`.execute(tx);
  return rows;
}

/** Those without a slot that go out, or went out, between two moments. */
export async function contentsWithoutSlot(
  tx: Tx,
  body: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<CalendarContent[]> {
  const { rows } = await sql<CalendarContent>`
    select * from (
      select ${CONTENT} from ${DRAFTS}
       where draft.body = ${body} and draft.state <> 'discarded' and v.content ->> 'slot' is null) content
     where (out_at is null and goes_at >= ${from} and goes_at < ${until}) or (out_at >= ${from} and out_at < ${until})
     order by id limit 1000`.execute(tx);
  return rows;
}

/** Whether this very content is out already: its place was settled when it went. */
export async function isOutAlready(tx: Tx, body: string, digest: string): Promise<boolean> {
  const { rows } = await sql`
    select from editorial_version v join editorial_draft draft on draft.id = v.draft_id
     where v.body = ${body} and v.digest = ${digest} and (draft.state = 'out' or draft.corrects is not null)
     limit 1`.execute(tx);
  return rows.length > 0;
}
