// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PolicyChoices } from '../compiled.ts';
import type { HolidayCalendar } from './calendar.ts';

/**
 * The public holidays of a body: those of the country, and its patron saint's where the body recorded it. Every clock of a
 * body asks this one.
 */
export function feastsOf(
  { choices }: { readonly choices: Pick<PolicyChoices, 'patron'> },
  national: HolidayCalendar = () => null,
): HolidayCalendar {
  const { patron } = choices;
  if (patron === undefined) return national;
  return (date) => national(date) ?? (date.slice(5) === patron.day ? `${patron.name} (festa del patrono)` : null);
}
