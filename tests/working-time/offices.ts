// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ExtraHours } from '#policy';
import type { Shift } from './minute-by-minute.ts';

const WEEK = ['lun', 'mar', 'mer', 'gio', 'ven'];
const WEEKEND = ['sab', 'dom'];
const ALL = [...WEEK, ...WEEKEND];

/** The same hours twice: as a policy says them, and as they hang on the door. */
export interface Office {
  /** Blocks `orario`, without their first two lines. */
  readonly said: readonly string[];
  readonly shifts: readonly Shift[];
  /** What the body recorded beyond the policy's hours. */
  readonly cover?: readonly ExtraHours[];
}

const shift = (days: readonly string[], hours: string, onFeasts = false): Shift => {
  const [from = '', to = ''] = hours.split('–');
  return { days, from, to, onFeasts };
};

/** From the first to the last day of each emergency. */
const EMERGENCY = [
  ['2026-08-14', '2026-08-16'],
  ['2026-11-24', '2026-11-24'],
  ['2026-12-24', '2026-12-25'],
] as const;

export const OFFICES = {
  straight: {
    said: ['giorni: dal lunedì al venerdì\nore: dalle 8:30 alle 16:30\nfestivi: esclusi'],
    shifts: [shift(WEEK, '08:30–16:30')],
  },
  split: {
    said: ['giorni: dal lunedì al venerdì\nore: dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00\nfestivi: esclusi'],
    shifts: [shift(WEEK, '09:00–13:00'), shift(WEEK, '14:00–17:00')],
  },
  'long Tuesday and Thursday': {
    said: [
      'giorni: lunedì, mercoledì e venerdì\nore: dalle 8:00 alle 14:00\nfestivi: esclusi',
      'giorni: martedì e giovedì\nore: dalle 8:00 alle 13:15 e dalle 14:45 alle 18:20\nfestivi: esclusi',
    ],
    shifts: [
      shift(['lun', 'mer', 'ven'], '08:00–14:00'),
      shift(['mar', 'gio'], '08:00–13:15'),
      shift(['mar', 'gio'], '14:45–18:20'),
    ],
  },
  'every day, feasts too': {
    said: ['giorni: tutti i giorni\nore: dalle 7:00 alle 21:00\nfestivi: compresi'],
    shifts: [shift(ALL, '07:00–21:00', true)],
  },
  night: {
    said: ['giorni: tutti i giorni\nore: dalle 0:00 alle 6:00 e dalle 22:00 alle 24:00\nfestivi: compresi'],
    shifts: [shift(ALL, '00:00–06:00', true), shift(ALL, '22:00–24:00', true)],
  },
  'covered at weekends': {
    said: [
      'giorni: dal lunedì al venerdì\nore: dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00\nfestivi: esclusi',
      'giorni: sabato e domenica\nore: dalle 10:00 alle 12:00\nfestivi: compresi',
    ],
    shifts: [shift(WEEK, '09:00–13:00'), shift(WEEK, '14:00–17:00'), shift(WEEKEND, '10:00–12:00', true)],
  },
  // An emergency lengthens the day: the two reach into each other, and nobody works a minute twice.
  'covered for an emergency': {
    said: ['giorni: dal lunedì al venerdì\nore: dalle 9:00 alle 13:00 e dalle 14:00 alle 17:00\nfestivi: esclusi'],
    cover: EMERGENCY.map(([from, to]) => ({ from, to, ranges: [{ from: 12 * 60, to: 20 * 60 + 30 }] })),
    shifts: [
      shift(WEEK, '09:00–13:00'),
      shift(WEEK, '14:00–17:00'),
      ...EMERGENCY.map((dates) => ({ ...shift(ALL, '12:00–20:30', true), dates })),
    ],
  },
} satisfies Record<string, Office>;
export type OfficeName = keyof typeof OFFICES;
