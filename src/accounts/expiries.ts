// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Expiry } from '#channels';
import type { StoredExpiry } from './tables.ts';

export const storedExpiries = (expiries: readonly Expiry[]): StoredExpiry[] =>
  expiries.map(({ at, ...expiry }) => ({ ...expiry, at: at.toISOString() }));

export const openedExpiries = (stored: readonly StoredExpiry[]): Expiry[] =>
  stored.map(({ at, ...expiry }) => ({ ...expiry, at: new Date(at) }));

/** What a network told now, beside what it told before of other things: a renewal says nothing of the year of consent. */
export const mergedExpiries = (before: readonly StoredExpiry[], told: readonly Expiry[]): StoredExpiry[] => [
  ...before.filter(({ what }) => !told.some((expiry) => expiry.what === what)),
  ...storedExpiries(told),
];

/** At two thirds of its life an access is renewed: a failure leaves a third to try again in. */
const RENEWED_AT = 2 / 3;

/** When the desk should renew secrets obtained then; null: it need not, or cannot. */
export function renewalDue(stored: readonly StoredExpiry[], obtainedAt: Date): Date | null {
  const access = openedExpiries(stored).find(({ what, by }) => what === 'access' && by === 'desk');
  if (access === undefined) return null;
  const life = access.at.getTime() - obtainedAt.getTime();
  return new Date(obtainedAt.getTime() + life * RENEWED_AT);
}

export const WARNING_DAYS = [30, 14, 7, 2, 0] as const;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The narrowest span of days that an expiry is within; null: it is further away than all. */
export function daysBefore(at: Date, now: Date): (typeof WARNING_DAYS)[number] | null {
  const left = (at.getTime() - now.getTime()) / DAY_MILLISECONDS;
  return WARNING_DAYS.findLast((days) => left <= days) ?? null;
}
