// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { dayInRome } from './days.ts';
import { openFreshnessDays } from './freshness-store.ts';
import { openReminder, plansOf } from './store.ts';

/** What of the plans waits for somebody; also those of which there are none. */
export interface PlanDuty {
  readonly kind: 'plans' | 'work-plan' | 'pages';
  readonly count: number;
  /** Of these, past their day. */
  readonly late: number;
  /** The oldest day, `YYYY-MM-DD`; null: none has one. */
  readonly due: string | null;
}

interface Asked {
  readonly body: string;
  readonly now: Date;
  /** Whose own proposals wait for others; null: anybody's. */
  readonly person: string | null;
}

/** Plans to approve, a work plan to be kept up to date, pages to be looked at again. */
export async function planDuties(tx: Tx, { body, now, person }: Asked): Promise<readonly PlanDuty[]> {
  const today = dayInRome(now);
  const proposed = (await plansOf(tx, body)).filter(
    ({ state, proposed_by }) => state === 'proposed' && proposed_by !== person,
  );
  const begun = proposed.map(({ from_day }) => from_day).toSorted();
  const reminder = await openReminder(tx, body);
  const pages = await openFreshnessDays(tx, body);
  return [
    { kind: 'plans', count: proposed.length, late: begun.filter((day) => day < today).length, due: begun[0] ?? null },
    {
      ...{ kind: 'work-plan', count: reminder === undefined ? 0 : 1, late: reminder === undefined ? 0 : 1 },
      due: reminder?.since_day ?? null,
    },
    { kind: 'pages', count: pages.length, late: pages.filter((day) => day < today).length, due: pages[0] ?? null },
  ];
}
