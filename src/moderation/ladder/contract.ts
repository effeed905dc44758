// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Enforcement } from '../enforcement/contract.ts';

// The ladder of measures on the wire. Days are `2026-11-22`, in Italy; moments ISO 8601 in UTC.

const Moment = z.iso.datetime();
const Day = z.iso.date();
/** What a person has to have written. */
export const Words = z.string().trim().min(10).max(4000);
export const ClauseRef = z.object({ id: z.string(), title: z.string() });
const Said = z.object({ clause: z.string().optional(), text: z.string() });

export const LADDER_MEASURES = ['remove', 'warn', 'ban', 'report-platform', 'report-authorities'] as const;
export const LADDER_ASKS = [
  'threshold',
  'window',
  'warning-or-why-not',
  'warning',
  'reasons',
  'review-date',
  'other-ways',
] as const;

/** A measure of the policy's ladder, in its order, as it stands for this item and its author. */
export const LadderStep = z.object({
  measure: z.enum(LADDER_MEASURES),
  force: z.enum(['must', 'may']),
  condition: z.string().nullable(),
  allowed: z.boolean(),
  reasons: z.array(Said),
  asks: z.array(z.enum(LADDER_ASKS)),
  clauses: z.array(ClauseRef),
  /** What it would really do on that network; null where it is not done there. */
  effect: z.string().nullable(),
  how: z.enum(['api', 'by-hand', 'none']),
});
export type LadderStep = z.infer<typeof LadderStep>;

export const TOLD = ['private', 'public', 'by-hand', 'none'] as const;
export const Told = z.enum(TOLD);

/** A measure that was taken. */
export const AuthorMeasureView = z.object({
  id: z.string(),
  kind: z.enum(['warn', 'ban', 'unban']),
  case: z.object({ id: z.string(), number: z.number().int() }),
  clauses: z.array(z.string()),
  policyVersion: z.string(),
  /** Null where the author's key was destroyed. */
  reasons: z.string().nullable(),
  text: z.string().nullable(),
  whyNoWarning: z.string().nullable(),
  /** The other ways to the service that were chosen with it. */
  ways: z.string().nullable(),
  told: Told,
  /** Nobody told the author yet: it can be done now. */
  untold: z.boolean(),
  givenAt: Moment.nullable(),
  reviewOn: Day.nullable(),
  /** The day has come, or what grounded it fell. */
  reviewDue: z.boolean(),
  endedAt: Moment.nullable(),
  by: z.string(),
  at: Moment,
  enforcements: z.array(Enforcement),
});
export type AuthorMeasureView = z.infer<typeof AuthorMeasureView>;

export const PlatformReportView = z.object({
  id: z.string(),
  case: z.object({ id: z.string(), number: z.number().int() }),
  /** The policy orders it. */
  duty: z.boolean(),
  clauses: z.array(z.string()),
  state: z.enum(['due', 'sent', 'done', 'void']),
  notice: z.string().nullable(),
  reference: z.string().nullable(),
  reportedOn: Day.nullable(),
  by: z.string().nullable(),
  at: Moment,
  doneBy: z.string().nullable(),
  enforcements: z.array(Enforcement),
});
export type PlatformReportView = z.infer<typeof PlatformReportView>;

/** What the policy says of the young on this account. */
export const MinorsView = z.object({
  clause: ClauseRef,
  age: z.number().int().nullable(),
  below: z.enum(['not-allowed', 'with-consent']),
  consentOf: z.array(z.string()),
  /** The authorisation of the account's project, where it has one. */
  authorisation: z
    .object({ project: z.string(), by: z.enum(['parents', 'institution']), document: z.string() })
    .nullable(),
  /** A person said that the rule is about whoever wrote this: nothing is counted against them. */
  seen: z.boolean(),
  /** Words, name and copies were taken away. */
  emptied: z.boolean(),
  /** Who asked that they be, and waits for another person to say so. */
  asked: z.object({ person: z.string(), by: z.string(), at: Moment }).nullable(),
  /** Italian: why they have to stay for now. */
  keptBecause: z.string().nullable(),
});

/** `GET /api/bodies/{body}/cases/{id}/ladder` */
export const LadderView = z.object({
  author: z.object({ id: z.string(), name: z.string(), network: z.string() }).nullable(),
  history: z.object({
    breaches: z.number().int(),
    warnings: z.number().int(),
    banned: z.boolean(),
    /** Over how many days they are counted; null: all that is kept. */
    windowDays: z.number().int().nullable(),
    /** Authors on other networks proved by a person to be the same. */
    linked: z.number().int(),
  }),
  steps: z.array(LadderStep),
  confirmed: z.object({ clauses: z.array(z.string()), by: z.string(), at: Moment }).nullable(),
  /** Clauses that a person may say the item breaks. */
  confirmable: z.array(ClauseRef.extend({ proposed: z.boolean() })),
  /** Texts ready to be edited. */
  texts: z.object({
    warnPrivately: z.string(),
    warnInPublic: z.string(),
    banPrivately: z.string(),
    banInPublic: z.string(),
    notice: z.string(),
  }),
  /** Another person approves answers here: in public only these words, as they are. */
  ownWordsOnly: z.boolean(),
  /** How the author could be told, the first being the one to prefer; why the others are not there. */
  telling: z.array(z.object({ told: Told, effect: z.string() })),
  notTelling: z.array(z.string()),
  /** By which other ways the person still reaches the service; empty: the policy gives none. */
  ways: z.string(),
  reviewDays: z.number().int().nullable(),
  /** The policy orders removal: what is confirmed cannot be left where it is. */
  mustGo: ClauseRef.nullable(),
  measures: z.array(AuthorMeasureView),
  reports: z.array(PlatformReportView),
  minors: MinorsView.nullable(),
  /** Of what this was worked out from: send it back with an act. */
  policyDigest: z.string(),
});
export type LadderView = z.infer<typeof LadderView>;

/** `POST …/cases/{id}/violation` and `…/violation/withdraw` */
export const ViolationRequest = z.object({
  clauses: z.array(z.string().trim().min(1)).min(1).max(20),
  policyDigest: z.string(),
});
export type ViolationRequest = z.infer<typeof ViolationRequest>;

/** `POST …/cases/{id}/warnings`, with an `Idempotency-Key`. */
export const WarnRequest = z.object({
  reasons: Words,
  text: Words,
  told: z.enum(['private', 'public', 'by-hand']),
  policyDigest: z.string(),
});
export type WarnRequest = z.infer<typeof WarnRequest>;

/** `POST …/cases/{id}/bans`, with an `Idempotency-Key`. */
export const BanRequest = z.object({
  reasons: Words,
  /** What the author is told. */
  text: Words,
  told: Told,
  /** The other ways by which the person still reaches the service. */
  ways: z.string().trim().min(5).max(1000),
  reviewOn: Day,
  /** Where no warning came first: why it was not possible. */
  whyNoWarning: z.string().trim().min(10).max(1000).optional(),
  /** As they were shown: a count that changed meanwhile refuses the act. */
  breaches: z.number().int(),
  policyDigest: z.string(),
  /** Said a second time, knowing what it does. */
  confirmed: z.literal(true),
});
export type BanRequest = z.infer<typeof BanRequest>;

/** `POST …/measures/{id}/lift`, `…/keep`, `…/given` */
export const LiftRequest = z.object({ reasons: Words });
export const KeepRequest = z.object({ reasons: Words, reviewOn: Day });
export const GivenRequest = z.object({ note: z.string().trim().max(500).default('') });

/** `POST …/measures/{id}/tell`: what the author of a measure is told, later than it was taken. */
export const TellRequest = z.object({ text: Words, told: z.enum(['private', 'public', 'by-hand']) });
export type TellRequest = z.infer<typeof TellRequest>;

/** `POST …/cases/{id}/platform-reports`: the elements of a notice. */
export const NoticeRequest = z.object({
  /** Why it breaks the rules or the law, so that who has never seen it understands. */
  reasons: Words,
  /** The exact place. */
  place: z.string().trim().min(5).max(1000),
  /** Who notifies, and an e-mail address. */
  notifier: z.string().trim().min(3).max(200),
  email: z.email(),
  /** What is said is believed in good faith to be accurate and complete. */
  goodFaith: z.literal(true),
});
export type NoticeRequest = z.infer<typeof NoticeRequest>;

/** `POST …/platform-reports/{id}/done` */
export const ReportDoneRequest = z.object({ reference: z.string().trim().min(1).max(200), on: Day });
export type ReportDoneRequest = z.infer<typeof ReportDoneRequest>;

export const MINOR_BASES = ['said-so', 'parent-told', 'institution-told', 'other'] as const;
export const MINOR_OUTCOMES = ['not-engaged', 'general-answer', 'data-removed', 'authorised'] as const;
/** `POST …/cases/{id}/minor`: recorded with the case, never with a person. */
export const MinorRequest = z.object({
  basis: z.enum(MINOR_BASES),
  outcomes: z.array(z.enum(MINOR_OUTCOMES)).min(1),
});
export type MinorRequest = z.infer<typeof MinorRequest>;

/** `POST …/cases/{id}/minor/data`: by another person than who asked, or by the head; `false` by anybody who decides. */
export const MinorDataRequest = z.object({ remove: z.boolean() });
export type MinorDataRequest = z.infer<typeof MinorDataRequest>;
