// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import type { Tx } from '#platform';
import type { Act, ActEnd } from '../contract.ts';
import { refuseActDate } from '../days.ts';
import { policyAdopted } from '../events.ts';
import type { Acting, RulebookPorts } from '../ports.ts';
import { lockRulebook } from '../store.ts';
import type { RecordedUnderAct } from '../tables.ts';

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
