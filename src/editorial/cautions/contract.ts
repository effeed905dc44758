// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { MATTER_KINDS } from '#policy';

// What a body is careful about. Days are those of Rome, `2026-11-23`; moments ISO 8601 in UTC.

const Day = z.iso.date();
const Moment = z.iso.datetime();
const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'caratteri che non si leggono');
const Said = (longest: number) => words(longest).refine((text) => text.trim() !== '', 'manca');

export const ElectoralPeriodView = z.object({
  id: z.string(),
  /** Which one: «elezioni comunali». */
  election: z.string(),
  /** The act that calls the vote. */
  decree: z.string(),
  calledOn: Day,
  votesOn: Day,
  /** When the vote closes, and the period with it. */
  closesAt: Moment,
  now: z.enum(['to-come', 'running', 'over', 'withdrawn']),
  recordedBy: z.string(),
  at: Moment,
  withdrawn: z.object({ why: z.string(), by: z.string(), at: Moment }).nullable(),
});
export type ElectoralPeriodView = z.infer<typeof ElectoralPeriodView>;

export const MatterView = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(MATTER_KINDS),
  words: z.array(z.string()),
  revision: z.number().int(),
  open: z.boolean(),
  settledOn: Day.nullable(),
  adoptedOn: Day.nullable(),
  notifiedOn: Day.nullable(),
  publicOn: Day.nullable(),
  endedByAct: z.string().nullable(),
  recordedBy: z.string(),
  at: Moment,
});
export type MatterView = z.infer<typeof MatterView>;

export const CautionsView = z.object({
  periods: z.array(ElectoralPeriodView),
  matters: z.array(MatterView),
  plain: z.object({
    /** The clause by which the policy wants plain writing; null: none does. */
    clause: z.string().nullable(),
    /** Below which Gulpease index advice is given; null: nobody chose. */
    threshold: z.number().int().nullable(),
    act: z.string().nullable(),
    chosenBy: z.string().nullable(),
  }),
  /** Clauses by which contents lead to a page whose address the policy does not say, with the one that was chosen. */
  portals: z.array(
    z.object({
      clause: z.string(),
      address: z.string().nullable(),
      act: z.string().nullable(),
      chosenBy: z.string().nullable(),
    }),
  ),
});
export type CautionsView = z.infer<typeof CautionsView>;

/** `POST …/editorial/electoral-periods` */
export const ElectoralPeriodRequest = z
  .strictObject({
    election: Said(200),
    decree: Said(300),
    calledOn: Day,
    votesOn: Day,
    closesAt: Moment,
  })
  .refine(({ calledOn, votesOn }) => calledOn <= votesOn, {
    message: 'si vota dopo la convocazione',
    path: ['votesOn'],
  })
  .refine(({ votesOn, closesAt }) => Date.parse(closesAt) > Date.parse(`${votesOn}T00:00:00Z`), {
    message: 'il voto si chiude dopo che si è aperto',
    path: ['closesAt'],
  });
export type ElectoralPeriodRequest = z.infer<typeof ElectoralPeriodRequest>;

/** `POST …/editorial/electoral-periods/{id}/withdrawal` */
export const PeriodWithdrawal = z.strictObject({
  why: words(1000).refine((text) => text.trim().length >= 5, 'scrivi il motivo in poche parole'),
});

/** `POST …/editorial/matters`; each of the words is looked for whole, a `*` at its end takes any ending. */
export const MatterRequest = z.strictObject({
  title: Said(200),
  kind: z.enum(MATTER_KINDS),
  words: z.array(words(80).refine((word) => /[\p{L}\p{N}]{3}/u.test(word), 'parole di almeno tre lettere')).max(40),
});
export type MatterRequest = z.infer<typeof MatterRequest>;

/** `POST …/editorial/matters/{id}/end`: what happened of it; an act says so. Null: it has not happened. */
export const MatterEnd = z.strictObject({
  revision: z.number().int().positive(),
  settledOn: Day.nullable(),
  adoptedOn: Day.nullable(),
  notifiedOn: Day.nullable(),
  publicOn: Day.nullable(),
  act: Said(300),
});
export type MatterEnd = z.infer<typeof MatterEnd>;

/** `POST …/editorial/plain-writing` */
export const PlainWritingChoice = z.strictObject({
  threshold: z.number().int().min(1).max(100).nullable(),
  act: Said(300),
});
export type PlainWritingChoice = z.infer<typeof PlainWritingChoice>;

/** `POST …/editorial/portals`: where contents lead under a clause that does not say it. */
export const PortalChoice = z.strictObject({
  clause: words(20),
  address: words(200).refine(
    (text) => /^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(text),
    'non è un indirizzo',
  ),
  act: Said(300),
});
export type PortalChoice = z.infer<typeof PortalChoice>;
