// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { BulkRequest } from '../bulk/contract.ts';

// Many at once: what is written alike, raids, and the days on which everything comes at once. Moments are ISO 8601 in UTC.

const Moment = z.iso.datetime();
const Reason = z.string().trim().min(5).max(1000);

/** Open cases that belong together; `cases` are at most as many as can be decided at once, the oldest first. */
const Together = z.object({
  cases: z.array(z.string()),
  /** Of all, also of those beyond `cases`. */
  count: z.number().int(),
  authors: z.number().int(),
  first: Moment,
  last: Moment,
  networks: z.array(z.string()),
});

/** The same or nearly the same words. */
export const AlikeGroup = Together.extend({
  excerpt: z.string(),
  question: z.boolean(),
  /** Nothing like it has been answered in the last day. */
  fresh: z.boolean(),
});
export type AlikeGroup = z.infer<typeof AlikeGroup>;

/** Hostile words of many authors in a short time: under one post, or on one account. */
export const Raid = Together.extend({
  post: z.string().nullable().describe('the beginning of the post; null: all over the account'),
});
export type Raid = z.infer<typeof Raid>;

/** `GET /api/bodies/{body}/waves`: of the open cases of the last day. */
export const Waves = z.object({ alike: z.array(AlikeGroup), raids: z.array(Raid) });
export type Waves = z.infer<typeof Waves>;

/** A write that waits because sending is stopped. */
export const WaitingWrite = z.object({
  id: z.string(),
  what: z.string().describe('Italian: «Rispondere»'),
  network: z.string(),
  at: Moment,
  /** Our own words, where there are any. */
  text: z.string().nullable(),
  case: z.object({ id: z.string(), number: z.number().int(), excerpt: z.string() }).nullable(),
});
export type WaitingWrite = z.infer<typeof WaitingWrite>;

export const CrisisText = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  approvedBy: z.string(),
  approvedAt: Moment,
});
export type CrisisText = z.infer<typeof CrisisText>;

/** A post under which much waits, and what closing its comments would do there. */
export const BusyThread = z.object({
  account: z.string(),
  post: z.string(),
  network: z.string(),
  text: z.string().nullable(),
  open: z.number().int(),
  how: z.enum(['api', 'by-hand', 'none']),
  effect: z.string(),
});
export type BusyThread = z.infer<typeof BusyThread>;

export const ClosedThread = z.object({
  id: z.string(),
  network: z.string(),
  reason: z.string(),
  person: z.string(),
  at: Moment,
  reopenedAt: Moment.nullable(),
  state: z.string().describe('how far the last write has come, as of any write to a network'),
});
export type ClosedThread = z.infer<typeof ClosedThread>;

/** Numbers only, written at the end and kept. */
export const CrisisReport = z.object({
  minutes: z.number().int(),
  minutesStopped: z.number().int(),
  received: z.number().int(),
  decided: z.number().int(),
  answered: z.number().int(),
  takenDown: z.number().int(),
  /** Writes that waited, and those that a person let go one by one. */
  held: z.number().int(),
  letGo: z.number().int(),
  /** How the writes ordered meanwhile stand at the end. */
  sent: z.number().int(),
  notSent: z.number().int(),
  byHand: z.number().int(),
  threadsClosed: z.number().int(),
  open: z.number().int(),
});
export type CrisisReport = z.infer<typeof CrisisReport>;

const Person = z.object({ name: z.string(), at: Moment });
export const Crisis = z.object({
  id: z.string(),
  reason: z.string(),
  started: Person,
  ended: Person.nullable(),
  note: z.string().nullable(),
  report: CrisisReport.nullable(),
});
export type Crisis = z.infer<typeof Crisis>;

/** `GET /api/bodies/{body}/crisis` */
export const CrisisView = z.object({
  current: Crisis.nullable(),
  stopped: Person.nullable(),
  counts: z.object({
    open: z.number().int(),
    grave: z.number().int(),
    lastHour: z.number().int().describe('received'),
    answered: z.number().int().describe('since it began; 0 where there is none'),
    waiting: z.number().int(),
  }),
  waiting: z.array(WaitingWrite),
  texts: z.array(CrisisText),
  threads: z.array(BusyThread),
  closed: z.array(ClosedThread),
  /** The latest first, without the current one. */
  past: z.array(Crisis),
});
export type CrisisView = z.infer<typeof CrisisView>;

/** `GET …/crisis/state`: as much as every open queue asks. */
export const CrisisState = z.object({ on: z.boolean(), stopped: z.boolean() });
export type CrisisState = z.infer<typeof CrisisState>;

/** `POST …/crisis`: begins, and stops all sending in the same act where asked. */
export const CrisisRequest = z.object({ reason: Reason, stop: z.boolean() });
/** `POST …/crisis/end` */
export const CrisisEndRequest = z.object({ note: z.string().trim().max(1000) });
/** `POST …/crisis/texts` */
export const CrisisTextRequest = z.object({
  title: z.string().trim().min(2).max(80),
  text: z.string().trim().min(5).max(5000),
});
/** `POST …/crisis/threads`, with an `Idempotency-Key`. */
export const CloseThreadRequest = z.object({ account: z.uuid(), post: z.string().min(1), reason: Reason });
/** `POST …/crisis/answers`, with an `Idempotency-Key`: many answered with one approved text. */
export const CrisisAnswerRequest = BulkRequest.omit({ kind: true, reply: true, report: true }).extend({
  text: z.uuid(),
});
export type CrisisAnswerRequest = z.infer<typeof CrisisAnswerRequest>;
