// SPDX-License-Identifier: AGPL-3.0-or-later

const ZONE = 'Europe/Rome';
const full = new Intl.DateTimeFormat('it-IT', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const near = new Intl.DateTimeFormat('it-IT', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const clock = new Intl.DateTimeFormat('it-IT', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

/** A moment in Rome's time: the hour alone when it is today. */
export function momentWords(iso: string, now: Date): string {
  const at = new Date(iso);
  return day.format(at) === day.format(now) ? clock.format(at) : near.format(at);
}

export const fullMoment = (iso: string): string => full.format(new Date(iso));
