// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Turn } from '#moderation/contract';
import { turnsWords } from '../../words/turns.ts';

const words = turnsWords.page;
const WHOLE_WEEK = 7;

/** Days, hours and holidays of a turn or of a stretch of the rota, as one line. */
export function hoursWords({ days, from, to, holidays }: Pick<Turn, 'days' | 'from' | 'to' | 'holidays'>): string {
  const which =
    days.length === WHOLE_WEEK ? words.everyDay : days.map((day) => words.dayNames[day - 1] ?? '').join(', ');
  const hours = `${words.from.toLowerCase()} ${from} ${words.to.toLowerCase()} ${to}`;
  const overnight = to <= from ? ` ${words.overnight}` : '';
  return `${which}, ${hours}${overnight}, ${holidays ? words.withHolidays : words.notHolidays}`;
}
