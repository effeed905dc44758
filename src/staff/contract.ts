// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// Breaches of the internal rules on the wire: for the head of the desk alone.

const Moment = z.iso.datetime();

export const GRAVITIES = ['slight', 'medium', 'grave'] as const;
export const Gravity = z.enum(GRAVITIES);
export type Gravity = z.infer<typeof Gravity>;

/** `GET /api/bodies/{body}/conduct-reports`, and the answer to every act on one. */
export const ConductReports = z.object({
  /** Null: the policy in force has no clause on it, and nothing can be reported. */
  clause: z
    .object({ id: z.string(), title: z.string(), force: z.enum(['must', 'may']), condition: z.string().nullable() })
    .nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['reported', 'confirmed', 'handed-over', 'dismissed']),
      clause: z.string(),
      /** Null once it is handed over or dismissed: the desk keeps no words of it. */
      what: z.string().nullable(),
      gravity: Gravity.nullable(),
      office: z.string().nullable(),
      reference: z.string().nullable(),
      handedOn: z.iso.date().nullable(),
      by: z.string(),
      at: Moment,
    }),
  ),
});
export type ConductReports = z.infer<typeof ConductReports>;

/** `POST …/conduct-reports` */
export const ConductReportRequest = z.object({ what: z.string().trim().min(10).max(4000) });
/** `POST …/conduct-reports/{id}/confirm` */
export const ConfirmRequest = z.object({ gravity: Gravity });
/** `POST …/conduct-reports/{id}/hand-over`: the end of it here. */
export const HandOverRequest = z.object({
  office: z.string().trim().min(3).max(200),
  reference: z.string().trim().min(1).max(200),
  on: z.iso.date(),
});
export type HandOverRequest = z.infer<typeof HandOverRequest>;
