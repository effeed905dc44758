// SPDX-License-Identifier: AGPL-3.0-or-later

const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;
/** The hour of a deadline that never comes: cases without one stand after all the others. */
const NEVER_HOUR = Date.UTC(9999, 11, 31) / HOUR_MILLISECONDS;

/** Cases of one band are equally pressing: the hour of the deadline; without one, the day of writing. */
export function bandOf(due: Date | undefined, writtenAt: Date): number {
  if (due !== undefined) return Math.floor(due.getTime() / HOUR_MILLISECONDS);
  return NEVER_HOUR + Math.floor(writtenAt.getTime() / DAY_MILLISECONDS);
}
