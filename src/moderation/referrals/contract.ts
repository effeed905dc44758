// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { OfficeView } from '#governance/contract';

// What the desk and the server say to each other about requests handed to an office. Times are ISO 8601 in UTC.

const Moment = z.iso.datetime();

/** To which office, and what it is asked. */
export const ReferralChoice = z.object({
  office: z.uuid(),
  /** For the office: in the letter, unless it speaks of somebody’s health or data; then behind the link. */
  note: z.string().trim().max(2000),
});
export type ReferralChoice = z.infer<typeof ReferralChoice>;

export const REFERRAL_STATES = ['queued', 'by-hand', 'sent', 'taken', 'answered', 'withdrawn'] as const;
export const ReferralState = z.enum(REFERRAL_STATES);
export type ReferralState = z.infer<typeof ReferralState>;

export const ReferralAnswer = z.object({
  /** Null: the key of whom it speaks of was destroyed. */
  text: z.string().nullable(),
  /** Whoever wrote it in the office, as they signed; the person of the desk who entered it. */
  by: z.string().nullable(),
  byLink: z.boolean(),
  at: Moment,
});
export type ReferralAnswer = z.infer<typeof ReferralAnswer>;

export const ReferralView = z.object({
  id: z.string(),
  case: z.string(),
  number: z.number().int(),
  office: z.string(),
  state: ReferralState,
  clauses: z.array(z.string()),
  person: z.string(),
  at: Moment,
  sentAt: Moment.nullable(),
  takenAt: Moment.nullable(),
  answeredAt: Moment.nullable(),
  remindedAt: Moment.nullable(),
  escalatedAt: Moment.nullable(),
  /** When the desk reminds or tells the head; null: nothing is due, or the body has chosen no times. */
  lookAt: Moment.nullable(),
  link: z.object({ state: z.enum(['open', 'over', 'revoked']), until: Moment }),
  /** Italian: why the letter did not leave. */
  fault: z.string().nullable(),
});
export type ReferralView = z.infer<typeof ReferralView>;

export const CaseReferral = ReferralView.extend({
  note: z.string().nullable(),
  /** False: the letter holds the link alone. */
  words: z.boolean(),
  answers: z.array(ReferralAnswer),
  /** To be carried by a person; only for who may act. */
  letter: z.object({ to: z.string().nullable(), subject: z.string(), text: z.string() }).nullable(),
});
export type CaseReferral = z.infer<typeof CaseReferral>;

export const OUTCOMES = ['answered', 'link-provided', 'routed', 'answered-elsewhere', 'no-request'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** An office that a clause names. */
export const PolicyOffice = z.object({
  name: z.string(),
  clause: z.string(),
  address: z.string().nullable(),
  /** The office of the body’s own list that it is; null: not entered there. */
  office: z.string().nullable(),
});
export type PolicyOffice = z.infer<typeof PolicyOffice>;

/** `GET /api/bodies/{body}/cases/{id}/referrals` */
export const CaseReferrals = z.object({
  /** Who has the case; a null clause: the policy names nobody. */
  owner: z.object({ office: z.string(), clause: z.string().nullable() }),
  /** Where its clauses send it, the first one first. */
  routes: z.array(PolicyOffice),
  /** Offices it can be handed to, and how. */
  offices: z.array(OfficeView.pick({ id: true, name: true, kind: true }).extend({ byMail: z.boolean() })),
  /** Whether the letter may carry words, or only the link, and why; Italian. */
  carries: z.object({ words: z.boolean(), why: z.string() }),
  /** Clauses by which it is not closed without an outcome; none: it is no request. */
  owed: z.array(z.string()),
  outcome: z
    .object({
      outcome: Outcome,
      office: z.string().nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: Moment,
    })
    .nullable(),
  referrals: z.array(CaseReferral),
});
export type CaseReferrals = z.infer<typeof CaseReferrals>;

/** `POST /api/bodies/{body}/cases/{id}/outcome`: a request that ends otherwise than by a decision. */
export const OutcomeRequest = z.object({
  outcome: z.enum(['answered-elsewhere', 'no-request']),
  note: z.string().trim().min(3).max(500),
});
export type OutcomeRequest = z.infer<typeof OutcomeRequest>;

/** `POST /api/bodies/{body}/referrals/{id}/answers`: inside the desk, or told to it in another way. */
export const AnswerRequest = z.object({ text: z.string().trim().min(1).max(5000) });

/** `GET /api/bodies/{body}/referrals` */
export const ReferralBoard = z.object({
  waiting: z.array(ReferralView),
  /** Answers that came back to cases still open. */
  answered: z.array(ReferralView),
  /** Open cases by the office that has them or to which a clause sends them. */
  queues: z.array(z.object({ office: z.string(), owned: z.number().int(), sent: z.number().int() })),
});
export type ReferralBoard = z.infer<typeof ReferralBoard>;

/** `GET /api/bodies/{body}/office-queue?office=` */
export const OfficeQueue = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.number().int(),
      excerpt: z.string(),
      network: z.string(),
      receivedAt: Moment,
      role: z.enum(['owner', 'route']),
      clause: z.string().nullable(),
    }),
  ),
});
export type OfficeQueue = z.infer<typeof OfficeQueue>;

const Minutes = z.number().int().min(15).max(100_000);

/** `POST /api/bodies/{body}/referral-choices`; times are working time. */
export const ReferralTermsRequest = z.object({
  remindMinutes: Minutes,
  escalateMinutes: Minutes,
  linkDays: z.number().int().min(1).max(365),
  act: z.string().trim().min(3).max(300),
});
export type ReferralTermsRequest = z.infer<typeof ReferralTermsRequest>;

/** `GET /api/bodies/{body}/offices` */
export const OfficesPage = z.object({
  offices: z.array(OfficeView),
  /** Of the policy in force; `office` null or `address` null: «dato mancante». */
  named: z.array(PolicyOffice.omit({ clause: true }).extend({ clauses: z.array(z.string()) })),
  terms: ReferralTermsRequest.extend({ by: z.string(), at: Moment }).nullable(),
  /** False: no mail server; letters are carried by a person. */
  mailPossible: z.boolean(),
});
export type OfficesPage = z.infer<typeof OfficesPage>;
