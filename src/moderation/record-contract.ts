// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What the desk shows of the record and of how far accounts were read. Times are ISO 8601 in UTC.

const Moment = z.iso.datetime();

export const RecordEntry = z.object({
  seq: z.number().int(),
  at: Moment,
  kind: z.string(),
  /** Italian, one line. */
  summary: z.string(),
  person: z.string().nullable(),
  role: z.string().nullable(),
  clauses: z.array(z.string()),
  policyVersion: z.string().nullable(),
  hash: z.string(),
});
export type RecordEntry = z.infer<typeof RecordEntry>;

/** `GET /api/bodies/{body}/record` and `…/record/verification` */
export const RecordPage = z.object({ items: z.array(RecordEntry), next_cursor: z.string().nullable() });
export type RecordPage = z.infer<typeof RecordPage>;
export const RecordVerification = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  head: z.string().nullable(),
  firstFault: z.object({ seq: z.number().int(), what: z.string() }).nullable(),
});
export type RecordVerification = z.infer<typeof RecordVerification>;

/** `GET /api/bodies/{body}/channels`: how far each account has been read, and what stops it. */
export const ChannelReadings = z.object({
  items: z.array(
    z.object({
      account: z.string(),
      network: z.string(),
      name: z.string(),
      handle: z.string(),
      readAt: Moment.nullable(),
      error: z.string().nullable(),
      failures: z.number().int(),
    }),
  ),
});
export type ChannelReadings = z.infer<typeof ChannelReadings>;
