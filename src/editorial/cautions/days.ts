// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MatterKind } from '#policy';

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });

/** The day it is in Rome, `2026-11-23`. */
export const dayInRome = (moment: Date): string => DAY.format(moment);

export interface PeriodDates {
  readonly called_on: string;
  readonly closes_at: Date;
}

/** From the day on which the vote is called, the whole of it, to the moment at which it closes (art. 9, c. 1, L. 28/2000). */
export const covers = ({ called_on, closes_at }: PeriodDates, moment: Date): boolean =>
  called_on <= dayInRome(moment) && moment < closes_at;

export interface MatterDates {
  readonly kind: MatterKind;
  readonly settled_on: string | null;
  readonly adopted_on: string | null;
  readonly notified_on: string | null;
  readonly public_on: string | null;
}

/** Which of its days end a matter: the first of them that has come does. */
const ENDS: Readonly<Record<MatterKind, readonly (keyof Omit<MatterDates, 'kind'>)[]>> = {
  litigation: ['settled_on'],
  proceeding: ['adopted_on', 'notified_on'],
  'not-public': ['public_on'],
  reserved: ['public_on'],
};

/** Whether nothing of it may go out yet on that day. */
export const isOpen = (matter: MatterDates, day: string): boolean =>
  !ENDS[matter.kind].some((end) => {
    const on = matter[end];
    return on !== null && on <= day;
  });

/** The days that say of such a matter that it is over. */
export const endsOf = (kind: MatterKind): readonly string[] => ENDS[kind];
