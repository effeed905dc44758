// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { editorialError } from '../errors.ts';
import type { EditorialPorts } from '../ports.ts';
import { type CalendarContent, contentsOfSlots, contentsWithoutSlot } from './calendar-store.ts';
import type { PlanCalendar, PlanSlot, SlotView, UnplannedView } from './contract.ts';
import { dayAfter, dayInRome, daysBetween, momentInRome, startOf } from './days.ts';
import { type Plan, planChoiceOf, plansWithin, planVersionOf } from './store.ts';
import { slotStateOf, weekFigures } from './weeks.ts';

const MOST_DAYS = 100;

interface Days {
  readonly from: string;
  readonly to: string;
}

/** What is planned between two days, what goes out besides, and how each week went. Throws CALENDAR_TOO_LONG. */
export async function planCalendar(
  { database, clock }: Pick<EditorialPorts, 'database' | 'clock'>,
  body: string,
  days: Days,
): Promise<PlanCalendar> {
  const length = daysBetween(days.from, days.to);
  if (length < 0 || length >= MOST_DAYS) throw editorialError('CALENDAR_TOO_LONG');
  const now = clock.now();
  return database.inBody(body, async (tx) => {
    const slots = await slotsWithin(tx, body, { ...days, now });
    const unplanned = await unplannedWithin(tx, body, days);
    return { ...days, today: dayInRome(now), slots, unplanned, weeks: weekFigures(days, slots, unplanned) };
  });
}

async function slotsWithin(tx: Tx, body: string, { from, to, now }: Days & { now: Date }): Promise<SlotView[]> {
  const planned: { readonly plan: Plan; readonly slot: PlanSlot; readonly at: Date }[] = [];
  for (const plan of await plansWithin(tx, body, { from, to })) {
    const version = await planVersionOf(tx, plan.id, plan.version);
    for (const slot of version?.content.slots ?? []) {
      const at = momentInRome(slot.day, slot.time);
      if (at !== undefined && from <= slot.day && slot.day <= to) planned.push({ plan, slot, at });
    }
  }
  const contents = await contentsOfSlots(
    tx,
    body,
    planned.map(({ slot }) => slot.id),
  );
  const lateMinutes = (await planChoiceOf(tx, body))?.late_minutes ?? null;
  return planned
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ plan, slot: { uid: _, ...slot }, at }) => {
      const own = contents.filter((content) => content.slot === slot.id);
      const outAt = firstOut(own);
      return {
        ...slot,
        at: at.toISOString(),
        plan: { id: plan.id, title: plan.title, state: plan.state, version: plan.version },
        state: slotStateOf({ at, day: slot.day, outAt, hasContent: own.length > 0 }, { now, lateMinutes }),
        outAt: outAt?.toISOString() ?? null,
        contents: own.map(({ id, title, state }) => ({ id, title, state })),
      };
    });
}

const firstOut = (contents: readonly CalendarContent[]): Date | null =>
  contents
    .flatMap(({ out_at: at }) => (at === null ? [] : [at]))
    .toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;

async function unplannedWithin(tx: Tx, body: string, { from, to }: Days): Promise<UnplannedView[]> {
  const found = await contentsWithoutSlot(tx, body, { from: startOf(from), until: startOf(dayAfter(to, 1)) });
  return found.flatMap(({ id, title, state, goes_at, out_at, off_plan }) => {
    const at = out_at ?? goes_at;
    if (at === null) return [];
    return [
      {
        ...{ content: { id, title, state }, day: dayInRome(at), at: at.toISOString() },
        ...{ outAt: out_at?.toISOString() ?? null, offPlan: off_plan ?? '' },
      },
    ];
  });
}
