// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

const Moment = z.iso.datetime();

export const OUTING_ACTS = ['publish', 'edit', 'remove', 'close'] as const;
export type OutingAct = (typeof OUTING_ACTS)[number];

export const OUTING_STATES = ['waiting', 'ordered', 'out', 'stopped', 'withdrawn', 'removed'] as const;
export type OutingState = (typeof OUTING_STATES)[number];

/** One write on one account, with how far it has come. */
export const OutingView = z.object({
  id: z.string(),
  draft: z.string(),
  /** What the desk calls the content. */
  title: z.string(),
  account: z.string(),
  network: z.string(),
  name: z.string(),
  act: z.enum(OUTING_ACTS),
  state: z.enum(OUTING_STATES),
  /** As of any write to a network; null: nothing was asked of the network. */
  delivery: z.string().nullable(),
  why: z.string().nullable(),
  repeats: z.string().nullable(),
  clause: z.string().nullable(),
  about: z.string().nullable(),
  permalink: z.string().nullable(),
  at: Moment,
  outAt: Moment.nullable(),
  /** What a person has to do there, where a person has to. */
  byHand: z.object({ link: z.string(), steps: z.array(z.string()) }).nullable(),
});
export type OutingView = z.infer<typeof OutingView>;

/** `GET …/editorial/outings`: all that is not out yet, the oldest first; what nobody knows the fate of is among it. */
export const OutingList = z.object({ items: z.array(OutingView) });

/** `POST …/editorial/drafts/{id}/firing`: one confirmation of what was read. */
export const Firing = z.strictObject({
  version: z.number().int().positive(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Firing = z.infer<typeof Firing>;

/** `POST …/editorial/outings/{id}/done`: a person did it there. */
export const DoneThere = z.strictObject({
  /** Where it can be seen. */
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]),
});

/** `POST …/editorial/drafts/{id}/removal` and `…/correction` */
export const WithReasons = z.strictObject({
  reasons: z
    .string()
    .max(1000)
    .refine((text) => text.trim().length >= 5, 'scrivi il motivo in poche parole'),
});
