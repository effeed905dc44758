// SPDX-License-Identifier: AGPL-3.0-or-later
import { Temporal } from 'temporal-polyfill';
import { bad, good, type ValueKind } from './value.ts';

/** The clock of every policy. */
export const TIME_ZONE = 'Europe/Rome';

const SHAPE = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2})[:.](\d{2})$/;

/** A local date and time without its zone, as `2026-11-21T22:30`. */
export const moment: ValueKind<string> = {
  expected: 'giorno/mese/anno e ora, per esempio `21/11/2026 22:30`',
  read: (raw) => {
    const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = SHAPE.exec(raw)?.slice(1).map(Number) ?? [];
    try {
      const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute }, { overflow: 'reject' });
      return good(local.toString({ smallestUnit: 'minute' }));
    } catch {
      return bad({ code: 'POL-E047', found: raw });
    }
  },
  print: (value) => {
    const { day, month, year, hour, minute } = Temporal.PlainDateTime.from(value);
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}`;
  },
};

export const instantOf = (value: string): Date =>
  new Date(Temporal.PlainDateTime.from(value).toZonedDateTime(TIME_ZONE).epochMilliseconds);
