// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What the shapes of the contract are made of. Moments are ISO 8601 in UTC, days are `YYYY-MM-DD` in Europe/Rome.

export const Moment = z.iso.datetime();
export const Day = z.iso.date();
export const Words = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed(), 'caratteri che non si leggono');
/** What stands in one line of the record and of the published page, and is read there as it is written. */
export const Line = Words.refine(
  (text) => !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text),
  'va scritto su una riga sola',
);

/** Who, by the name they bore then. */
export const PersonName = z.object({ id: z.string(), name: z.string() });
export type PersonName = z.infer<typeof PersonName>;

/** The act that grounds what is done, as the body numbers it: `deliberazione n. 41`, of a day. */
export const Act = z.object({ number: Line.min(3).max(200), date: Day });
export type Act = z.infer<typeof Act>;

/** What a policy of a million characters may weigh on the wire, each of up to four bytes once escaped as JSON may need. */
export const SOURCE_MOST_BYTES = 4_000_000;

/** The text of a policy file, kept to the letter. The server takes up to 1 MB. */
export const Source = z
  .string()
  .max(1_000_000)
  .refine((text) => text.isWellFormed(), 'caratteri che non si leggono');
