// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

export const OFFICE_KINDS = ['urp', 'secretariat', 'press', 'service', 'disciplinary', 'other'] as const;
export const OfficeKind = z.enum(OFFICE_KINDS);
export type OfficeKind = z.infer<typeof OfficeKind>;

const MINUTES_OF_A_DAY = 1440;
const Minutes = z.number().int().min(0).max(MINUTES_OF_A_DAY);

/** Working hours of an office: weekdays from 1, Monday, to 7; ranges in minutes from midnight, Europe/Rome. */
export const OfficeOpening = z.object({
  days: z.array(z.number().int().min(1).max(7)).min(1),
  ranges: z
    .array(z.object({ from: Minutes, to: Minutes }).refine(({ from, to }) => from < to))
    .min(1)
    .max(4),
  holidays: z.enum(['excluded', 'included']),
});
export type OfficeOpening = z.infer<typeof OfficeOpening>;

const Address = z.email().max(320);
const Name = z.string().trim().min(2).max(120);

/** `POST /api/bodies/{body}/offices`, `PUT …/offices/{id}` */
export const OfficeRequest = z.object({
  name: Name,
  kind: OfficeKind,
  /** Null: letters to it are carried by a person. */
  email: Address.nullable(),
  /** Null: the desk's own hours. */
  opening: OfficeOpening.nullable(),
  /** Reminded too. */
  substitutes: z.array(Address).max(5),
  /** Other names that the policy gives it. */
  alsoNamed: z.array(Name).max(10),
});
export type OfficeRequest = z.infer<typeof OfficeRequest>;

export const OfficeView = OfficeRequest.extend({ id: z.string() });
export type OfficeView = z.infer<typeof OfficeView>;
