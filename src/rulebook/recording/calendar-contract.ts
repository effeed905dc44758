// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Act, Day, Line, Moment, PersonName, Words } from '../wire.ts';
import { Ranges } from './contract.ts';

// The days of a body, over the wire: its patron saint's, a holiday of its own, and those of exceptional cover.

/** `day`: `12-07`, every year. */
export const Patron = z.object({
  name: Line.min(2).max(80),
  day: z.string().regex(/^\d{2}-\d{2}$/),
});
export type Patron = z.infer<typeof Patron>;

export const ExtraHours = z.object({
  from: Day,
  to: Day.describe('counted too'),
  ranges: Ranges,
  channels: z.array(z.string()).nullable().describe('networks; null: all of them'),
});
export type ExtraHours = z.infer<typeof ExtraHours>;

export const PatronChoice = z.object({
  patron: Patron.nullable().describe('null: the earlier choice was taken back'),
  act: Act,
  note: z.string(),
  recordedBy: PersonName,
  at: Moment,
});
export type PatronChoice = z.infer<typeof PatronChoice>;

export const RecordedCover = z.object({
  id: z.string(),
  cover: ExtraHours,
  act: Act,
  note: z.string(),
  recordedBy: PersonName,
  at: Moment,
  ended: z.object({ act: Act, note: z.string(), by: PersonName, at: Moment }).nullable(),
});
export type RecordedCover = z.infer<typeof RecordedCover>;

/** `GET calendar`, and the answer to `POST patron`, `POST cover` and `POST cover/{id}/end`. */
export const BodyCalendar = z.object({
  patron: Patron.nullable(),
  patrons: z.array(PatronChoice).describe('the newest first'),
  covers: z.array(RecordedCover).describe('the newest first'),
  policy: z
    .array(z.object({ clause: z.string(), title: z.string() }))
    .describe('the clauses that speak of exceptional cover'),
  channels: z.array(z.string()).describe('networks with usual hours, which cover can lengthen'),
});
export type BodyCalendar = z.infer<typeof BodyCalendar>;

/** `POST patron` */
export const NewPatron = z.object({ patron: Patron.nullable(), act: Act, note: Words.min(5).max(2000) });
export type NewPatron = z.infer<typeof NewPatron>;

/** `POST cover` */
export const NewCover = z.object({ cover: ExtraHours, act: Act, note: Words.min(5).max(2000) });
export type NewCover = z.infer<typeof NewCover>;
