// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

const Moment = z.iso.datetime();
const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'caratteri che non si leggono');
const Reasons = words(1000).refine((text) => text.trim().length >= 5, 'scrivi il motivo in poche parole');

/** What one person corrected alone, and nobody else has looked at yet. */
export const UnratifiedView = z.object({
  draft: z.string(),
  title: z.string(),
  version: z.number().int(),
  digest: z.string(),
  account: z.string(),
  network: z.string(),
  name: z.string(),
  /** What was out before, and what was put in its place. */
  before: z.string(),
  after: z.string(),
  reasons: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  at: Moment,
  due: Moment,
  overdue: z.boolean(),
});
export type UnratifiedView = z.infer<typeof UnratifiedView>;

/** `GET …/editorial/urgency`: whether one person alone may correct what is out, by which act; and what waits to be ratified. */
export const UrgencyView = z.object({
  /** Null: nobody may. */
  allowed: z.object({ act: z.string(), hours: z.number().int(), name: z.string(), at: Moment }).nullable(),
  pending: z.array(UnratifiedView),
});
export type UrgencyView = z.infer<typeof UrgencyView>;

/** `POST …/editorial/urgency`: the body’s choice, with the act that took it. */
export const UrgencyChoice = z.strictObject({
  act: words(300).refine((text) => text.trim().length >= 5, 'indica l’atto'),
  /** Within how many hours somebody else ratifies. */
  hours: z.number().int().min(1).max(720),
});
export type UrgencyChoice = z.infer<typeof UrgencyChoice>;

/** `POST …/editorial/drafts/{id}/urgent-correction`: one text, on one account, of the version that was read. */
export const UrgentCorrection = z.strictObject({
  version: z.number().int().positive(),
  account: z.uuid(),
  text: words(65_000).refine((text) => text.trim() !== '', 'il testo è vuoto'),
  reasons: Reasons,
});
export type UrgentCorrection = z.infer<typeof UrgentCorrection>;

/** `POST …/editorial/drafts/{id}/ratification`: what was read, to the letter. */
export const Ratification = z.strictObject({
  version: z.number().int().positive(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Ratification = z.infer<typeof Ratification>;
