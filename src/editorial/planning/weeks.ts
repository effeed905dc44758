// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SlotState, SlotView, UnplannedView, WeekFigures } from './contract.ts';
import { dayAfter, dayInRome, weekOf } from './days.ts';

const MINUTE_MS = 60_000;

export interface SlotFacts {
  readonly at: Date;
  readonly day: string;
  /** When the first of its contents was out; null: none is. */
  readonly outAt: Date | null;
  readonly hasContent: boolean;
}

/** How far a slot has come. Late is what is out past the minutes that the body chose; where it chose none, on a later day. */
export function slotStateOf(
  { at, day, outAt, hasContent }: SlotFacts,
  { now, lateMinutes }: { readonly now: Date; readonly lateMinutes: number | null },
): SlotState {
  const isLate = (moment: Date) =>
    lateMinutes === null ? dayInRome(moment) > day : moment.getTime() > at.getTime() + lateMinutes * MINUTE_MS;
  if (outAt !== null) return isLate(outAt) ? 'late' : 'on-time';
  if (isLate(now)) return 'not-done';
  return hasContent ? 'in-hand' : 'planned';
}

const COUNTED = {
  'on-time': 'onTime',
  late: 'late',
  'not-done': 'notDone',
  planned: 'waiting',
  'in-hand': 'waiting',
} as const satisfies Record<SlotState, keyof WeekFigures>;

/** Planned against gone out, week by week, also weeks in which nothing was; a slot counts in the week in which it was planned. */
export function weekFigures(
  { from, to }: { readonly from: string; readonly to: string },
  slots: readonly Pick<SlotView, 'day' | 'state'>[],
  unplanned: readonly Pick<UnplannedView, 'day' | 'outAt'>[],
): WeekFigures[] {
  const weeks: WeekFigures[] = [];
  for (let week = weekOf(from); week <= to; week = dayAfter(week, 7))
    weeks.push({ week, planned: 0, onTime: 0, late: 0, notDone: 0, waiting: 0, offPlan: 0 });
  const at = (day: string) => weeks.find(({ week }) => week === weekOf(day));
  for (const { day, state } of slots) {
    const week = at(day);
    if (week === undefined) continue;
    week.planned += 1;
    week[COUNTED[state]] += 1;
  }
  for (const { day, outAt } of unplanned) {
    const week = at(day);
    if (week !== undefined && outAt !== null) week.offPlan += 1;
  }
  return weeks;
}
