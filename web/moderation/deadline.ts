// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../it.ts';

export interface DeadlineWords {
  readonly text: string;
  readonly tone: 'missing' | 'overdue' | 'soon' | 'later';
}

const ZONE = 'Europe/Rome';
const SOON_MINUTES = 60;
const clockTime = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const calendarDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
const namedDay = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' });

/** How far two calendar days of Rome lie apart; a day of 23 or 25 hours counts as one. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.parse(`${calendarDay.format(at)}T00:00:00Z`);
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** A stretch of time in whole minutes, hours or days. */
export function span(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return hours === 1 ? '1 ora' : `${hours} ore`;
  return `${Math.floor(hours / 24)} giorni`;
}

/** A deadline as a person says it, in Rome's time. `due` null: the policy does not give it. */
export function deadlineWords(due: string | null, now: Date): DeadlineWords {
  if (due === null) return { text: it.deadline.missing, tone: 'missing' };
  const at = new Date(due);
  const minutes = Math.floor((at.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) {
    const late = Math.floor((now.getTime() - at.getTime()) / 60_000);
    return { text: late === 0 ? it.deadline.overdue : it.deadline.overdueBy(span(late)), tone: 'overdue' };
  }
  const time = clockTime.format(at);
  const tone = minutes <= SOON_MINUTES ? 'soon' : 'later';
  const days = daysBetween(now, at);
  if (days === 0) return { text: it.deadline.today(time), tone };
  if (days === 1) return { text: it.deadline.tomorrow(time), tone };
  return { text: it.deadline.later(namedDay.format(at), time), tone };
}
