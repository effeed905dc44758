// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// What the desk and the server say to each other where one rehearses. There only in the demonstration.

/** `fast`: all at once; `own`: each thing at its time, some minutes in all. */
export const PACES = ['own', 'fast'] as const;
export type Pace = (typeof PACES)[number];

/** `GET /api/bodies/{body}/rehearsal` */
export const RehearsalView = z.object({
  /** The front page of the simulated world. */
  world: z.url(),
  stories: z.array(
    z.object({
      name: z.string(),
      /** Italian, as what follows. */
      title: z.string(),
      says: z.string(),
    }),
  ),
  /** The body's accounts as a citizen sees them. */
  screens: z.array(z.object({ network: z.string(), name: z.string(), url: z.url() })),
  /** The last one told here since the start. */
  told: z.object({ story: z.string(), pace: z.enum(PACES), at: z.iso.datetime(), by: z.string() }).nullable(),
});
export type RehearsalView = z.infer<typeof RehearsalView>;

/** `POST /api/bodies/{body}/rehearsal/stories/{name}` */
export const TellRequest = z.strictObject({ pace: z.enum(PACES) });
export const ToldStory = z.object({
  /** Things that happened at once, and those that will follow at their time or after an answer. */
  done: z.number().int(),
  waiting: z.number().int(),
  /** Those that could not happen: closed comments, a blocked author. */
  hindered: z.number().int(),
});
export type ToldStory = z.infer<typeof ToldStory>;

/** `POST /api/bodies/{body}/rehearsal/beginning`: the simulated networks of every body as they were at the first start. */
export const BegunAgain = z.object({ accounts: z.number().int() });
