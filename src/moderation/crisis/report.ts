// SPDX-License-Identifier: AGPL-3.0-or-later
import { type WriteEnd, writesSince } from '#delivery';
import type { Tx } from '#platform';
import { countersOf } from '../queue-views/counters.ts';
import type { CrisisReport } from './contract.ts';
import { type CrisisRow, decisionsSince, receivedSince, type StopRow, stopsOf, threadsOf } from './store.ts';

const MINUTE_MILLISECONDS = 60_000;

/** What a crisis was, in numbers. */
export async function reportOf(tx: Tx, crisis: CrisisRow, at: Date): Promise<CrisisReport> {
  const { body, started_at: since } = crisis;
  const decisions = await decisionsSince(tx, body, since);
  const decided = (...kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (decisions.get(kind) ?? 0), 0);
  const stops = await stopsOf(tx, crisis.id);
  const writes = await writesSince(tx, body, since);
  const letGo = writes.filter(({ let_go_at }) => let_go_at !== null && let_go_at >= since).length;
  return {
    minutes: minutesBetween(since, at),
    minutesStopped: stops.reduce((sum, stop) => sum + minutesBetween(stop.stopped_at, stop.resumed_at ?? at), 0),
    received: await receivedSince(tx, body, since),
    open: (await countersOf(tx, body)).open,
    decided: [...decisions.values()].reduce((sum, count) => sum + count, 0),
    answered: decided('reply'),
    takenDown: decided('hide', 'remove'),
    held: letGo + stops.reduce((sum, { waited }) => sum + (waited ?? 0), 0) + withdrawnWaiting(writes, stops),
    letGo,
    sent: writes.filter(({ state }) => state === 'confirmed').length,
    notSent: writes.filter(({ state }) => state === 'failed' || state === 'cancelled').length,
    byHand: writes.filter(({ state }) => state === 'by-hand').length,
    threadsClosed: (await threadsOf(tx, crisis.id)).length,
  };
}

/** Taken back before anything left. */
const withdrawnWaiting = (writes: readonly WriteEnd[], stops: readonly StopRow[]): number =>
  writes.filter(
    ({ state, sendings, settled_at }) =>
      state === 'cancelled' &&
      sendings === 0 &&
      settled_at !== null &&
      stops.some(({ stopped_at, resumed_at }) => settled_at >= stopped_at && settled_at <= (resumed_at ?? settled_at)),
  ).length;

const minutesBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / MINUTE_MILLISECONDS);
