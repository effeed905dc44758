// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from '#governance';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { Act, ActEnd, RecordedAct } from '../contract.ts';
import { refuseActDate } from '../days.ts';
import { policyAdopted } from '../events.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { lockRulebook } from '../store.ts';
import type { EndedUnderAct, RecordedUnderAct } from '../tables.ts';

/** What is recorded beside a version. */
export interface Recording<Listed> {
  /** Stores it and tells the record; gives the version it belongs to. */
  readonly store: (tx: Tx, now: Date) => Promise<string>;
  /** What there is afterwards. */
  readonly listed: (tx: Tx, body: string, now: Date) => Promise<Listed>;
}

/** Records under an act, one at a time for each body; who judges listens to it from now. ACT_DATE_WRONG. */
export async function underAct<Listed>(
  { database, clock, events }: Pick<RulebookPorts, 'database' | 'clock' | 'events'>,
  { body, act }: { readonly body: string; readonly act: Act },
  { store, listed }: Recording<Listed>,
): Promise<Listed> {
  return database.inBody(body, async (tx) => {
    await lockRulebook(tx, body);
    const now = clock.now();
    refuseActDate(act, now);
    const version = await store(tx, now);
    await events.publish(tx, policyAdopted, { body, version });
    return listed(tx, body, now);
  });
}

/** What every such row says: of which version, under which act, by whom, when. */
export const recordedUnder = (
  { body, actor }: Acting,
  { act, note }: ActEnd,
  { version, now }: { readonly version: string; readonly now: Date },
): RecordedUnderAct => ({
  id: newId(),
  body,
  version,
  act_number: act.number,
  act_date: act.date,
  note,
  recorded_by: actor.id,
  recorded_by_name: actor.name,
  at: now,
});

export const endedUnder = (actor: Actor, { act, note }: ActEnd, now: Date): EndedUnderAct => ({
  ended_act_number: act.number,
  ended_act_date: act.date,
  ended_note: note,
  ended_by: actor.id,
  ended_by_name: actor.name,
  ended_at: now,
});

/** Of what stands until another act ends it. */
export const STANDING: EndedUnderAct = {
  ended_act_number: null,
  ended_act_date: null,
  ended_note: null,
  ended_by: null,
  ended_by_name: null,
  ended_at: null,
};

export const endingOf = (row: EndedUnderAct): RecordedAct['ended'] =>
  row.ended_at === null
    ? null
    : {
        act: { number: row.ended_act_number ?? '', date: row.ended_act_date ?? '' },
        note: row.ended_note ?? '',
        by: { id: row.ended_by ?? '', name: row.ended_by_name ?? '' },
        at: row.ended_at.toISOString(),
      };
