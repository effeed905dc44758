// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import type { ReviewNode } from './blocks/review.ts';
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { NetworkName } from './facts.ts';
import type { HolidayCalendar } from './hours/calendar.ts';
import { cardOf } from './judging/card.ts';
import { known } from './missing.ts';
import { saidOf } from './said.ts';
import { inMinutes } from './values/duration.ts';
import { TIME_ZONE } from './values/moment.ts';

const MINUTES_A_DAY = 1440;
const SATURDAY = 6;

/** How many days something may take: working ones where the body chose them, of the calendar where the policy gives them. */
export interface DayTerm {
  readonly days: number;
  readonly working: boolean;
}

/** In working days, what a body recorded where its policy gives no term. */
export interface ReviewChoices {
  readonly askDays?: number;
  readonly answerDays?: number;
}

/** What may be looked at again, until when. A term that neither policy nor body gives is absent: «dato mancante». */
export interface ReviewTerms {
  readonly decisions: 'open' | 'final';
  /** The clause that says so; absent: the policy does not speak of reviews. */
  readonly clause?: PolicyClause;
  readonly ask?: DayTerm;
  readonly answer?: DayTerm;
}

/** Of what is taken down, or of what is done to its author. Pure. */
export function reviewTerms(
  policy: CompiledPolicy,
  of: 'takedown' | 'author',
  { askDays, answerDays }: ReviewChoices = {},
): ReviewTerms {
  const said = saidOf(policy, 'review').find(
    ({ clause, what }) =>
      clause.audience === 'external' && !clause.dormant && (of === 'takedown' || what.of !== 'takedown'),
  );
  const ask = termOf(said?.what.ask, askDays);
  const answer = termOf(said?.what.answer, answerDays);
  return {
    decisions: said?.what.decisions ?? 'open',
    ...(said && { clause: said.clause }),
    ...(ask && { ask }),
    ...(answer && { answer }),
  };
}

function termOf(written: ReviewNode['ask'], chosen: number | undefined): DayTerm | undefined {
  const given = known(written);
  if (given !== undefined) return { days: Math.max(1, Math.ceil(inMinutes(given) / MINUTES_A_DAY)), working: false };
  return chosen === undefined ? undefined : { days: chosen, working: true };
}

const dayOf = (moment: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(TIME_ZONE).toPlainDate();

/** The last day of a term that begins the day after `from`, as `2026-11-22` in Italy. */
export function lastDayOf(from: Date, { days, working }: DayTerm, holidays: HolidayCalendar): string {
  const begins = dayOf(from);
  if (!working) return begins.add({ days }).toString();
  let day = begins;
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < SATURDAY && holidays(day.toString()) === null) left -= 1;
  }
  return day.toString();
}

/** Whether a day is over in Italy at a moment. */
export const isPast = (day: string, now: Date): boolean => dayOf(now).toString() > day;

/** The office that the policy says looks after a channel; undefined where it names none. */
export function keeperOf(policy: CompiledPolicy, channel: NetworkName): string | undefined {
  const said = cardOf(policy, channel).managedBy;
  return typeof said?.what === 'string' ? said.what : undefined;
}
