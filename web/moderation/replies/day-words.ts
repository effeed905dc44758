// SPDX-License-Identifier: AGPL-3.0-or-later

const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' });

/** `2026-11-22` as it is read: «22 novembre 2026». */
export const dayWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));
