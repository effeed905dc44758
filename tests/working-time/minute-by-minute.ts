// SPDX-License-Identifier: AGPL-3.0-or-later
// Working time as a clerk with a clock on the wall would tell it: minute after minute, is anybody there? The answer is read off
// the words of the clock; no date is computed and nothing of the desk's own calendar is used.
// No shift of the table begins or ends inside the hour that a night leaves out or repeats: there the clock alone does not tell.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As on the door: `lun`, `09:00`. */
export interface Shift {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly onFeasts: boolean;
  /** The first and the last day of what is only for a while. */
  readonly dates?: readonly [string, string];
}

/** What the clock and the calendar on the wall show. */
interface Wall {
  readonly date: string;
  readonly weekday: string;
  readonly clock: string;
}

const FORMAT = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Rome has changed its clocks on the hour for a century: within one, only the minutes move. */
const hours = new Map<number, Wall>();

function wallAt(moment: number): Wall {
  const onTheHour = Math.floor(moment / HOUR) * HOUR;
  let wall = hours.get(onTheHour);
  if (wall === undefined) {
    const parts = new Map(FORMAT.formatToParts(onTheHour).map(({ type, value }) => [type, value]));
    const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
    const date = `${part('year')}-${part('month')}-${part('day')}`;
    wall = { date, weekday: part('weekday'), clock: part('hour') };
    hours.set(onTheHour, wall);
  }
  const minutes = String(Math.floor((moment - onTheHour) / MINUTE)).padStart(2, '0');
  return { ...wall, clock: `${wall.clock}:${minutes}` };
}

export class Clerk {
  readonly #shifts: readonly Shift[];
  readonly #feasts: ReadonlySet<string>;

  constructor(shifts: readonly Shift[], feasts: ReadonlySet<string>) {
    this.#shifts = shifts;
    this.#feasts = feasts;
  }

  #isThere({ date, weekday, clock }: Wall): boolean {
    return this.#shifts.some(
      ({ days, from, to, onFeasts, dates: [first, last] = ['', '9'] }) =>
        first <= date &&
        date <= last &&
        days.includes(weekday) &&
        from <= clock &&
        clock < to &&
        (onFeasts || !this.#feasts.has(date)),
    );
  }

  /** When whoever is there first, from then on, goes home; at midnight the day is over whoever stays. */
  firstClose(from: number): number {
    let at = from;
    while (!this.#isThere(wallAt(at))) at += MINUTE;
    const { date } = wallAt(at);
    while (this.#isThere(wallAt(at)) && wallAt(at).date === date) at += MINUTE;
    return at;
  }

  /** When somebody has been there for so many minutes. */
  after(from: number, minutes: number): number {
    let at = from;
    for (let worked = 0; worked < minutes; at += MINUTE) if (this.#isThere(wallAt(at))) worked += 1;
    return at;
  }
}
