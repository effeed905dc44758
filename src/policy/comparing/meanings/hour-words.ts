// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HoursNode } from '../../blocks/hours.ts';
import { type DayRange, dayRanges } from '../../values/hours.ts';

type Of = HoursNode['of'];

/** How each kind of hours is spoken of: now, and when it is over. */
const VERBS: Readonly<Record<Of, { readonly is: string; readonly stops: string }>> = {
  moderation: { is: 'si modera', stops: 'non si modera più' },
  services: { is: 'i servizi sono aperti', stops: 'i servizi non sono più aperti' },
  night: { is: 'vale l’orario notturno', stops: 'non vale più l’orario notturno' },
};

const HOLIDAYS: Readonly<Record<Of, Readonly<Record<'included' | 'excluded', string>>>> = {
  moderation: { included: 'si modera anche se è festivo', excluded: 'non si modera se è festivo' },
  services: { included: 'i servizi sono aperti anche se è festivo', excluded: 'i servizi sono chiusi se è festivo' },
  night: {
    included: 'l’orario notturno vale anche se è festivo',
    excluded: 'l’orario notturno non vale se è festivo',
  },
};

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Days as a policy writes them, with their articles: «il lunedì e la domenica», «dal lunedì al venerdì». */
export const onDays = (days: string): string =>
  days.startsWith('dal') || days.startsWith('tutti')
    ? days
    : days.replaceAll(/\p{L}{2,}/gu, (day) => (day === 'domenica' ? `la ${day}` : `il ${day}`));

const same = (one: readonly DayRange[], other: readonly DayRange[]): boolean =>
  dayRanges.print(one) === dayRanges.print(other);

/** What a day is against what it was, the end or the beginning alone where only that moved; undefined when nothing did. */
export function dayChange(of: Of, was: readonly DayRange[], is: readonly DayRange[]): string | undefined {
  const { is: verb, stops } = VERBS[of];
  if (same(was, is)) return undefined;
  const [first, last, firstWas, lastWas] = [is[0], is.at(-1), was[0], was.at(-1)];
  if (first === undefined || last === undefined) return `${stops} (prima ${dayRanges.print(was)})`;
  if (firstWas === undefined || lastWas === undefined) return `${verb} ${dayRanges.print(is)} (prima no)`;
  if (same([...was.slice(0, -1), { ...lastWas, to: last.to }], is))
    return `${verb} fino alle ${clock(last.to)} (prima ${clock(lastWas.to)})`;
  if (same([{ ...firstWas, from: first.from }, ...was.slice(1)], is))
    return `${verb} dalle ${clock(first.from)} (prima ${clock(firstWas.from)})`;
  return `${verb} ${dayRanges.print(is)} (prima ${dayRanges.print(was)})`;
}

export const holidayChange = (of: Of, is: 'excluded' | 'included' | undefined): string =>
  is === undefined ? 'non si sa che cosa vale nei giorni festivi: dato mancante' : HOLIDAYS[of][is];
