// SPDX-License-Identifier: AGPL-3.0-or-later

const ROME = 'Europe/Rome';
const day = new Intl.DateTimeFormat('it-IT', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: ROME, dateStyle: 'short' });
const parts = new Intl.DateTimeFormat('en-US', { timeZone: ROME, timeZoneName: 'longOffset' });

/** A day without its hour, `2026-11-22`, as people read it. */
export const dayWords = (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`));

/** The day that it is in Rome. */
export const dayInRome = (now: Date): string => today.format(now);

/**
 * The instant of a day and an hour of Rome's clocks; null when they do not make one. Of the hour that comes twice in
 * October, the first.
 */
export function instantInRome(date: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const wanted = `${date}T${time}:00`;
  const asUtc = Date.parse(`${wanted}Z`);
  if (Number.isNaN(asUtc)) return null;
  const candidates = [offsetAt(asUtc - 12 * 3_600_000), offsetAt(asUtc + 12 * 3_600_000)]
    .map((minutes) => asUtc - minutes * 60_000)
    .filter((instant) => offsetAt(instant) === (asUtc - instant) / 60_000);
  const first = candidates.length === 0 ? null : Math.min(...candidates);
  return first === null ? null : new Date(first);
}

/** How far Rome's clocks are ahead, in minutes. */
function offsetAt(instant: number): number {
  const name = parts.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, hours = '0', minutes = '0'] = /GMT\+(\d+):(\d+)/.exec(name) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
