// SPDX-License-Identifier: AGPL-3.0-or-later
import { momentInRome } from './days.ts';

const DAY_MS = 86_400_000;
const ROME = 'Europe/Rome';

/** What office programs on Windows call the clock of Rome. */
const AS_ROME: ReadonlySet<string> = new Set([
  'W. Europe Standard Time',
  'Romance Standard Time',
  'Central Europe Standard Time',
  'Central European Standard Time',
]);

/** The moment when a clock of a zone shows that; null: the zone is not known here; undefined: it never shows that. */
export function momentIn(zone: string, day: string, time: string): Date | null | undefined {
  if (zone === ROME || AS_ROME.has(zone)) return momentInRome(day, time);
  const wall = wallOf(zone);
  if (wall === null) return null;
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  // A day before and a day after, the clock is set one way and the other.
  const offsets = [-DAY_MS, DAY_MS].map((away) => offsetAt(wall, new Date(asIfUtc + away)));
  const shown = `${day}T${time}`;
  return offsets.map((offset) => new Date(asIfUtc - offset)).find((at) => wall.format(at).replace(' ', 'T') === shown);
}

/** Making one costs more than using it. */
const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = walls.get(timeZone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    });
    walls.set(timeZone, made);
    return made;
  } catch {
    return null;
  }
}

const offsetAt = (wall: Intl.DateTimeFormat, at: Date): number =>
  Date.parse(`${wall.format(at).replace(' ', 'T')}:00Z`) - at.getTime();
