// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { AuthorMeasureView, ClauseRef, LadderView, PlatformReportView, Words } from './contract.ts';

// The pages of authors on the wire, and what a body chose for all of them.

const Moment = z.iso.datetime();

/** `GET` and `POST /api/bodies/{body}/ladder-choices` */
export const LadderChoiceRequest = z.object({
  threshold: z.number().int().min(2).max(100).nullable(),
  windowDays: z.number().int().min(1).max(3650).nullable(),
  notesDays: z.number().int().min(1).max(3650).nullable(),
  act: z.string().trim().min(3).max(300),
});
export type LadderChoiceRequest = z.infer<typeof LadderChoiceRequest>;
const FigureView = z.object({
  value: z.number().int().nullable(),
  clause: z.string().nullable(),
  chosen: z.boolean(),
});
export const LadderChoices = z.object({
  /** Null: the policy asks for no repetition. */
  threshold: FigureView.nullable(),
  windowDays: FigureView.nullable(),
  notesDays: z.number().int().nullable(),
  latest: z.object({ act: z.string(), by: z.string(), at: Moment }).nullable(),
});
export type LadderChoices = z.infer<typeof LadderChoices>;

/** `GET …/authors` */
export const AuthorsPage = z.object({
  /** Bans to be looked at again, standing bans, and reports still to be made. */
  reviews: z.array(
    AuthorMeasureView.extend({ author: z.object({ id: z.string(), name: z.string(), network: z.string() }) }),
  ),
  bans: z.array(
    AuthorMeasureView.extend({ author: z.object({ id: z.string(), name: z.string(), network: z.string() }) }),
  ),
  reports: z.array(PlatformReportView),
  /** Cases of somebody too young whose data one person asked to take away: another says so too. */
  emptyings: z.array(
    z.object({ case: z.object({ id: z.string(), number: z.number().int() }), by: z.string(), at: Moment }),
  ),
});
export type AuthorsPage = z.infer<typeof AuthorsPage>;

/** `GET …/authors/{id}` */
export const AuthorView = z.object({
  id: z.string(),
  name: z.string(),
  network: z.string(),
  items: z.number().int(),
  history: LadderView.shape.history,
  /** Latest first: measures against what this author wrote, never what it said. */
  breaches: z.array(
    z.object({
      case: z.object({ id: z.string(), number: z.number().int() }),
      clauses: z.array(z.string()),
      decision: z.enum(['hide', 'remove']),
      at: Moment,
      void: z.boolean(),
      /** A person said that the author is too young: nothing is counted. */
      spared: z.boolean(),
      counted: z.boolean(),
    }),
  ),
  measures: z.array(AuthorMeasureView),
  reports: z.array(PlatformReportView),
  notes: z.array(
    z.object({ id: z.string(), text: z.string().nullable(), by: z.string(), at: Moment, keptUntil: Moment }),
  ),
  links: z.array(
    z.object({
      id: z.string(),
      other: z.object({ id: z.string(), name: z.string(), network: z.string() }),
      proof: z.string().nullable(),
      by: z.string(),
      at: Moment,
    }),
  ),
  /** Italian: for how long what is shown here is kept, or «dato mancante». */
  retention: z.array(z.string()),
  notesDays: z.number().int().nullable(),
});
export type AuthorView = z.infer<typeof AuthorView>;

/** `POST …/authors/{id}/notes` and `…/authors/{id}/links` */
export const NoteRequest = z.object({ text: z.string().trim().min(3).max(2000) });
export const LinkRequest = z.object({ other: z.uuid(), proof: Words });

/** `GET` and `POST …/young-accounts` */
export const YoungAccountRequest = z.object({
  account: z.uuid(),
  project: z.string().trim().min(3).max(200),
  by: z.enum(['parents', 'institution']),
  document: z.string().trim().min(3).max(300),
});
export type YoungAccountRequest = z.infer<typeof YoungAccountRequest>;
export const YoungAccounts = z.object({
  clause: ClauseRef.extend({ age: z.number().int().nullable(), consentOf: z.array(z.string()) }).nullable(),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), network: z.string() })),
  items: z.array(
    z.object({
      id: z.string(),
      account: z.string(),
      project: z.string(),
      by: z.enum(['parents', 'institution']),
      document: z.string(),
      person: z.string(),
      at: Moment,
    }),
  ),
});
export type YoungAccounts = z.infer<typeof YoungAccounts>;
