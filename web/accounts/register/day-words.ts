// SPDX-License-Identifier: AGPL-3.0-or-later

const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' });

/** A day `2026-03-03` as `3 marzo 2026`. */
export const dayWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));
