// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { OutingView } from '../publishing/contract.ts';

const Moment = z.iso.datetime();
const Reasons = z
  .string()
  .max(1000)
  .refine((text) => text.trim().length >= 5, 'scrivi il motivo in poche parole');

/** What would go out late, once everything is let go: a write that waits, or a content whose hour passed meanwhile. */
export const LateOne = z.object({
  kind: z.enum(['outing', 'content']),
  id: z.string(),
  draft: z.string(),
  title: z.string(),
  /** Empty: wherever the content goes. */
  account: z.string(),
  network: z.string().nullable(),
  /** When it should have gone. */
  at: Moment,
});
export type LateOne = z.infer<typeof LateOne>;

/** `GET …/editorial/stop` */
export const StopView = z.object({
  /** Null: nothing is stopped from here. */
  stopped: z.object({ name: z.string(), at: Moment, reasons: z.string() }).nullable(),
  /** Sent before the stop, and nobody knows yet what came of it. */
  sent: z.array(OutingView),
  late: z.array(LateOne),
  /** Approved, with their hour still to come. */
  planned: z.number().int(),
  /** Writes about what citizens wrote: they wait too, and go by themselves afterwards. */
  others: z.number().int(),
});
export type StopView = z.infer<typeof StopView>;

/** `POST …/editorial/stop` */
export const Stopping = z.strictObject({ reasons: Reasons });

/** `POST …/editorial/stop/lift`: of each thing that would go out late, whether it does. */
export const Lifting = z.strictObject({
  reasons: Reasons,
  choices: z
    .array(z.strictObject({ kind: z.enum(['outing', 'content']), id: z.uuid(), what: z.enum(['go', 'drop']) }))
    .max(3000),
});
export type Lifting = z.infer<typeof Lifting>;
