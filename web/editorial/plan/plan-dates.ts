// SPDX-License-Identifier: AGPL-3.0-or-later
import { romeTime } from '../../ui/rome-time.ts';

// Days are `YYYY-MM-DD`: a calendar of days knows no hours and no zones.

const DAY_MS = 86_400_000;
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const written = (date: Date): string => date.toISOString().slice(0, 10);

export const todayInRome = (): string => romeTime(new Date()).slice(0, 10);

export const dayAfter = (day: string, days: number): string => written(new Date(utc(day).getTime() + days * DAY_MS));

export const weekOf = (day: string): string => dayAfter(day, -((utc(day).getUTCDay() + 6) % 7));

export const monthOf = (day: string): string => day.slice(0, 7);

/** The same day so many months later, or the last of that month. */
export function monthAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))));
}

/** Monday to Sunday, one after the other. */
export const daysOfWeek = (day: string): readonly string[] =>
  Array.from({ length: 7 }, (_, nth) => dayAfter(weekOf(day), nth));

/** The weeks that a month touches. */
export function weeksOfMonth(day: string): readonly (readonly string[])[] {
  const weeks: (readonly string[])[] = [];
  for (let week = weekOf(`${monthOf(day)}-01`); monthOf(week) <= monthOf(day); week = dayAfter(week, 7))
    weeks.push(daysOfWeek(week));
  return weeks;
}

const LONG = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
const SHORT = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const MONTH = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const WEEKDAY = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', weekday: 'long' });

/** «martedì 24 novembre» */
export const longDay = (day: string): string => LONG.format(utc(day));
/** «24 novembre 2026» */
export const dayWords = (day: string): string => SHORT.format(utc(day));
export const monthWords = (day: string): string => MONTH.format(utc(day));
export const weekdayWords = (day: string): string => WEEKDAY.format(utc(day));
export const dayNumber = (day: string): number => utc(day).getUTCDate();
