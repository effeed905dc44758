// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Patron } from './feasts.ts';
import type { OfficeName } from './offices.ts';

/** When something came, at which office, and what is asked: the close of the first hours, or so many minutes of open time. */
export interface Row {
  readonly about: string;
  readonly office: OfficeName;
  /** With the offset that Rome had then. */
  readonly at: string;
  readonly wait: 'close' | number;
  readonly patron?: Patron;
}

interface Group {
  readonly about: string;
  readonly offices: readonly OfficeName[];
  readonly at: readonly string[];
  readonly waits: readonly Row['wait'][];
  readonly patron?: Patron;
}

const GROUPS: readonly Group[] = [
  {
    about: 'split shifts, and the first and last minute of each',
    offices: ['split', 'long Tuesday and Thursday'],
    at: [
      '2026-01-13T08:59:00+01:00',
      '2026-01-13T09:00:00+01:00',
      '2026-01-13T12:59:00+01:00',
      '2026-01-13T13:00:00+01:00',
      '2026-01-13T13:15:00+01:00',
      '2026-01-13T16:59:00+01:00',
      '2026-01-13T18:20:00+01:00',
      '2026-01-14T23:59:00+01:00',
    ],
    waits: ['close', 15, 480],
  },
  {
    about: 'weekends',
    offices: ['straight', 'split', 'covered at weekends', 'every day, feasts too'],
    at: ['2026-01-16T16:29:00+01:00', '2026-01-17T11:59:00+01:00', '2026-01-18T23:59:00+01:00'],
    waits: ['close', 90, 2880],
  },
  {
    about: 'Easter Monday',
    offices: ['straight', 'long Tuesday and Thursday', 'every day, feasts too'],
    at: [
      '2026-04-03T16:00:00+02:00',
      '2026-04-06T10:00:00+02:00',
      '2027-03-26T16:00:00+01:00',
      '2028-04-14T18:00:00+02:00',
    ],
    waits: ['close', 61],
  },
  {
    about: '2 June, and the bridge before it',
    offices: ['straight', 'split'],
    at: [
      '2025-05-30T17:00:00+02:00',
      '2026-06-01T16:31:00+02:00',
      '2026-06-02T09:00:00+02:00',
      '2027-06-01T20:00:00+02:00',
    ],
    waits: ['close', 600],
  },
  {
    about: 'the patron of Crema',
    offices: ['straight'],
    at: ['2026-06-09T16:30:00+02:00', '2026-06-10T10:00:00+02:00', '2027-06-09T12:00:00+02:00'],
    waits: ['close', 300],
    patron: 'Pantaleone',
  },
  {
    about: 'the patrons of Rome',
    offices: ['split'],
    at: ['2026-06-26T17:00:00+02:00', '2026-06-29T10:00:00+02:00', '2027-06-28T16:00:00+02:00'],
    waits: ['close', 120],
    patron: 'Pietro e Paolo',
  },
  {
    about: 'the patron of Milan, the day before the Immaculate Conception',
    offices: ['straight', 'every day, feasts too'],
    at: ['2026-12-04T16:30:00+01:00', '2026-12-07T09:00:00+01:00', '2027-12-06T16:29:00+01:00'],
    waits: ['close', 45],
    patron: 'Ambrogio',
  },
  {
    about: 'the night that loses an hour',
    offices: ['night', 'every day, feasts too', 'split'],
    at: [
      '2026-03-28T21:30:00+01:00',
      '2026-03-29T00:00:00+01:00',
      '2026-03-29T01:59:00+01:00',
      '2026-03-29T03:00:00+02:00',
      '2027-03-27T23:10:00+01:00',
    ],
    waits: ['close', 200],
  },
  {
    about: 'the night that has an hour twice',
    offices: ['night', 'every day, feasts too', 'split'],
    at: [
      '2026-10-24T21:30:00+02:00',
      '2026-10-25T00:00:00+02:00',
      '2026-10-25T02:59:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2027-10-30T23:10:00+02:00',
    ],
    waits: ['close', 400],
  },
  {
    about: 'year ends',
    offices: ['straight', 'split', 'night', 'covered at weekends'],
    at: [
      '2025-12-31T16:45:00+01:00',
      '2026-12-24T23:00:00+01:00',
      '2027-12-31T23:59:00+01:00',
      '2028-02-28T17:00:00+01:00',
    ],
    waits: ['close', 1000],
  },
  {
    about: 'Saint Francis, a feast again',
    offices: ['straight', 'split'],
    at: ['2025-10-03T17:00:00+02:00', '2027-10-01T17:00:00+02:00', '2027-10-04T09:30:00+02:00'],
    waits: ['close'],
  },
  {
    about: 'exceptional cover',
    offices: ['covered at weekends', 'covered for an emergency'],
    at: [
      '2026-08-14T16:50:00+02:00',
      '2026-08-15T11:00:00+02:00',
      '2026-08-16T12:00:00+02:00',
      '2026-11-24T11:00:00+01:00',
      '2026-12-25T08:00:00+01:00',
    ],
    waits: ['close', 150, 700],
  },
];

export const TABLE: readonly Row[] = GROUPS.flatMap(({ offices, at, waits, ...rest }) =>
  offices.flatMap((office) =>
    at.flatMap((moment) => waits.map((wait): Row => ({ ...rest, office, at: moment, wait }))),
  ),
);
