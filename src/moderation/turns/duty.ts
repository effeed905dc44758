// SPDX-License-Identifier: AGPL-3.0-or-later
import { type HolidayCalendar, type Opening, openDays, stretchesOf } from '#policy';
import type { OnCall, Turn, TurnPlan } from './contract.ts';

const DAY_MILLISECONDS = 86_400_000;
/** The next turn is looked for this far ahead. */
const AHEAD_DAYS = 14;

/** Somebody's time on duty, in milliseconds since the epoch: `[from, to)`. */
export interface Duty {
  readonly people: readonly string[];
  readonly from: number;
  readonly to: number;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

type Hours = Pick<Turn, 'days' | 'from' | 'to' | 'holidays'>;

const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));

/** A turn past midnight is two openings, on the day it begins and on the next; it is put together again afterwards. */
function openingsOf({ days, from, to, holidays }: Hours): readonly (readonly Opening[])[] {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  const on = (which: readonly number[], range: { from: number; to: number }): readonly Opening[] => [
    { days: which as Opening['days'], ranges: [range], holidays: holidays ? 'included' : 'excluded' },
  ];
  if (end > begin) return [on(days, { from: begin, to: end })];
  const evening = on(days, { from: begin, to: 1440 });
  if (end === 0) return [evening];
  return [evening, on(days, { from: 0, to: end })];
}

/** The local day, and the stretch, of each time that falls within the window. */
function timesOf(
  hours: Hours,
  { from, to }: Window,
  holidays: HolidayCalendar,
): { readonly day: string; readonly from: number; readonly to: number }[] {
  const [main = [], morning] = openingsOf(hours);
  const evenings = openDays(main);
  const mornings = morning === undefined ? undefined : openDays(morning.map((one) => ({ ...one, days: EVERY_DAY })));
  const times = [];
  let day = evenings.at(from - 2 * DAY_MILLISECONDS);
  while (day !== undefined && day.from < to) {
    const next = evenings.after(day);
    for (const stretch of stretchesOf(day, holidays)) {
      // What began on a working day goes on through the night, whatever the next day is.
      const late = mornings?.at(next.from)?.stretches[0];
      const end = stretch.to === day.to && late !== undefined ? late.to : stretch.to;
      if (end > from && stretch.from < to) times.push({ day: day.date, from: stretch.from, to: end });
    }
    day = next;
  }
  return times;
}

const EVERY_DAY: Opening['days'] = [1, 2, 3, 4, 5, 6, 7];

/** Who is there for a person on a day: themselves, their substitute, or nobody. A substitute's own absence counts too. */
function presentFor(plan: Pick<TurnPlan, 'absences'>, person: string, day: string): string | undefined {
  let present: string | undefined = person;
  for (let step = 0; present !== undefined && step <= plan.absences.length; step++) {
    const away = plan.absences.find((one) => one.person === present && one.from <= day && day <= one.to);
    if (away === undefined) return present;
    present = away.substitute ?? undefined;
  }
  return undefined;
}

const presentAmong = (plan: Pick<TurnPlan, 'absences'>, people: readonly string[], day: string): string[] => [
  ...new Set(people.flatMap((person) => presentFor(plan, person, day) ?? [])),
];

/** Every time of the turns that falls within the window, with who is really there; in the order in which they end. */
export function dutiesIn(plan: TurnPlan, window: Window, holidays: HolidayCalendar): Duty[] {
  return plan.turns
    .flatMap((turn) =>
      timesOf(turn, window, holidays).map(({ day, from, to }) => ({
        people: presentAmong(plan, [turn.person], day),
        from,
        to,
      })),
    )
    .filter(({ people }) => people.length > 0)
    .toSorted((left, right) => left.to - right.to || left.from - right.from);
}

export interface OnDuty {
  readonly people: readonly string[];
  /** When the first of them leaves; null: nobody is there. */
  readonly until: Date | null;
}

export function onDuty(plan: TurnPlan, now: Date, holidays: HolidayCalendar): OnDuty {
  const at = now.getTime();
  const duties = dutiesIn(plan, { from: at, to: at + 1 }, holidays);
  const [first] = duties;
  return {
    people: [...new Set(duties.flatMap(({ people }) => people))],
    until: first === undefined ? null : new Date(first.to),
  };
}

/** A moment at which somebody leaves: who, and who of them stays in another turn. */
export interface Closing {
  readonly at: Date;
  readonly leaving: readonly string[];
}

/** The ends of turns in `(since, now]`, oldest first. Who is in another turn at that moment does not leave. */
export function closingsIn(
  plan: TurnPlan,
  { since, now }: { readonly since: Date; readonly now: Date },
  holidays: HolidayCalendar,
): Closing[] {
  const [from, to] = [since.getTime(), now.getTime()];
  const duties = dutiesIn(plan, { from, to: to + 1 }, holidays);
  const ends = Map.groupBy(
    duties.filter((duty) => duty.to > from && duty.to <= to),
    (duty) => duty.to,
  );
  return [...ends].map(([end, ending]) => {
    const staying = new Set(duties.filter((duty) => duty.from <= end && end < duty.to).flatMap(({ people }) => people));
    const leaving = [...new Set(ending.flatMap(({ people }) => people))].filter((person) => !staying.has(person));
    return { at: new Date(end), leaving };
  });
}

/** The next turn that begins after a moment, or is under way then: who, and from when. */
export function nextTurn(
  plan: TurnPlan,
  after: Date,
  holidays: HolidayCalendar,
): { at: Date; people: string[] } | null {
  const at = after.getTime();
  const coming = dutiesIn(plan, { from: at, to: at + AHEAD_DAYS * DAY_MILLISECONDS }, holidays).map((duty) => ({
    ...duty,
    from: Math.max(duty.from, at),
  }));
  const first = Math.min(...coming.map(({ from }) => from));
  if (!Number.isFinite(first)) return null;
  const people = [...new Set(coming.filter(({ from }) => from === first).flatMap((duty) => duty.people))];
  return { at: new Date(first), people };
}

/** Whom what is grave calls now, in order, by the rota alone; empty where it has nobody for this hour. */
export function onCall(plan: TurnPlan, now: Date, holidays: HolidayCalendar): string[] {
  const at = now.getTime();
  const called = plan.onCall.flatMap((rota: OnCall) =>
    timesOf(rota, { from: at, to: at + 1 }, holidays).flatMap(({ day }) => presentAmong(plan, rota.people, day)),
  );
  return [...new Set(called)];
}
