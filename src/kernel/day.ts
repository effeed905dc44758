// SPDX-License-Identifier: AGPL-3.0-or-later

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });

/** The day it is in Italy, `2026-11-22`. */
export const dayIn = (moment: Date): string => DAY.format(moment);
