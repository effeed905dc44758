// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// On what the use of a picture or a video rests, as whoever prepares the draft says it; it is signed with the rest.

const readable = (text: string) => text.isWellFormed() && !text.includes('\0');
const words = (longest: number) => z.string().max(longest).refine(readable, 'caratteri che non si leggono');
const unique = (values: readonly string[]) => new Set(values).size === values.length;

/** For what somebody is shown. */
export const PURPOSES = ['information', 'events', 'campaigns'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** By which right a picture of somebody's making is shown. */
export const RIGHTS = ['own', 'public-domain', 'creative-commons', 'licensed', 'unknown', 'third-party'] as const;
export type MediaRight = (typeof RIGHTS)[number];

const MOST_PEOPLE = 999;
const Count = z.number().int().min(0).max(MOST_PEOPLE).nullable();

/** Entries of the ledger, by their ids. */
export const Bases = z.array(z.uuid()).max(200).refine(unique, 'la stessa voce due volte');

export const Grounds = z.strictObject({
  /** How many people can be recognised; null: nobody has said. */
  seen: Count,
  /** How many of them are under age. */
  minors: Count,
  purpose: z.enum(PURPOSES).nullable(),
  /** Entries of the ledger that cover them, and the place. */
  bases: Bases,
  /** Whether it shows premises that somebody has to authorise; null: nobody has said. */
  premises: z.boolean().nullable(),
  /** One of the policy's exceptions, in its own words; empty: none. */
  circumstance: words(300),
  /** Which event that is. */
  event: words(300),
  rights: z.enum(RIGHTS).nullable(),
  /** Whose they are; empty: the body's. */
  holder: words(200),
  /** «CC BY 4.0» */
  licence: words(120),
  /** The paper, or the address, that says so. */
  proof: words(300),
  /** Material that is for inside only. */
  internal: z.boolean(),
});
export type Grounds = z.infer<typeof Grounds>;

/** Nothing said yet. */
export const NO_GROUNDS: Grounds = {
  ...{ seen: null, minors: null, purpose: null, bases: [], premises: null, circumstance: '', event: '' },
  ...{ rights: null, holder: '', licence: '', proof: '', internal: false },
};
