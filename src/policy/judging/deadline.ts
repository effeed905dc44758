// SPDX-License-Identifier: AGPL-3.0-or-later
import type { HolidayCalendar } from '../hours/calendar.ts';
import { afterOpenMinutes, firstClose } from '../hours/waiting.ts';
import type { Judgement, MissingDatum, Reason } from '../judgement.ts';
import type { Matter } from './matter.ts';
import type { Promised } from './promise.ts';

type Due = NonNullable<Judgement['due']>;

/** When an item came, and which days are public holidays. */
export interface Arrival {
  readonly start: Date;
  readonly holidays: HolidayCalendar | undefined;
}

/** A network's clock may run ahead of ours; nothing can have been written in the future. */
export const arrivalOf = (at: Date, now: Date): Date => (at.getTime() > now.getTime() ? now : at);

/** The clause that promises a time for what was heard. */
const promised = ({ regime, heard }: Matter): Promised | undefined =>
  regime.watch.promises.find(
    ({ categories }) => categories === undefined || categories.some((slug) => heard.includes(slug)),
  );

function fromPromise({ regime }: Matter, promise: Promised, { start, holidays }: Arrival): Due | undefined {
  const { minutes, inHours, onArrival } = promise;
  if (minutes === undefined) return undefined;
  const counted =
    inHours === undefined ? undefined : afterOpenMinutes(regime.watch.openings, { start, minutes }, holidays);
  return inHours !== undefined && counted !== undefined
    ? { at: counted, reason: inHours }
    : { at: new Date(start.getTime() + minutes * 60_000), reason: onArrival };
}

const AT_ONCE: Reason = Object.freeze({
  text: 'Subito: può esserci una vita in pericolo, e non si aspettano gli orari dell’ufficio.',
});

/** Nobody needs to look at what only calls a friend or smiles. */
const isIdle = ({ heard }: Matter): boolean => heard.length === 1 && heard[0] === 'nothing-to-do';

/**
 * By when somebody should have looked: at once where help is called for, else the promised time, else the close of the
 * first open hours, else nothing.
 */
export function deadline(matter: Matter, arrival: Arrival, missing: MissingDatum[]): Due | undefined {
  const { watch } = matter.regime;
  if (matter.heard.includes('emergency')) return { at: arrival.start, reason: AT_ONCE };
  if (watch.missing !== undefined) missing.push(watch.missing);
  if (isIdle(matter)) return undefined;
  const promise = promised(matter);
  const due = promise && fromPromise(matter, promise, arrival);
  if (due !== undefined) return due;
  if (promise !== undefined) missing.push(promise.missing);
  const close = firstClose(watch.openings, arrival.start, arrival.holidays);
  return close && { at: close, reason: watch.atClose };
}
