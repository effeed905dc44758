// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { LENGTH_UNITS } from '#channels/contract';
import { ANSWER_OPTIONS, NETWORKS } from '#policy';
import { Enforcement } from '../enforcement/contract.ts';
import { Ground } from '../grounding/contract.ts';

// Answers on the wire. Days are `2026-11-22`, in Italy; moments ISO 8601 in UTC; spans UTF-16 offsets into the answer.

const Moment = z.iso.datetime();
const Day = z.iso.date();
const ClauseRef = z.object({ id: z.string(), title: z.string() });
const Line = z.string().trim().min(1).max(200);
const Reply = z.string().trim().min(1).max(20_000);

export const REPLY_CHECKS = [
  'unfilled',
  'personal-data',
  'asks-for-data',
  'private-invitation',
  'personal-case',
  'similar',
] as const;
export const ReplyCheckName = z.enum(REPLY_CHECKS);
export type ReplyCheckName = z.infer<typeof ReplyCheckName>;

export const REPLY_SEVERITIES = ['block', 'justify', 'advise'] as const;

/** What a check says of an answer: `block` cannot be sent, `justify` only with reasons, `advise` is for the writer to weigh. */
export const ReplyFinding = z.object({
  check: ReplyCheckName,
  severity: z.enum(REPLY_SEVERITIES),
  clauses: z.array(ClauseRef),
  /** Italian. */
  text: z.string(),
  spans: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Given for these very words. */
  justified: z.object({ reasons: z.string().nullable(), by: z.string(), at: Moment }).nullable(),
});
export type ReplyFinding = z.infer<typeof ReplyFinding>;

/** `POST /api/bodies/{body}/cases/{id}/replies/check` */
export const ReplyCheckRequest = z.object({ text: z.string().max(20_000) });
export const ReplyChecked = z.object({
  length: z.object({ used: z.number().int(), limit: z.number().int(), unit: z.enum(LENGTH_UNITS) }),
  findings: z.array(ReplyFinding),
});
export type ReplyChecked = z.infer<typeof ReplyChecked>;

/** `POST …/cases/{id}/replies/justifications` */
export const JustificationRequest = z.object({
  text: Reply,
  check: ReplyCheckName,
  reasons: z.string().trim().min(10).max(1000),
});
export type JustificationRequest = z.infer<typeof JustificationRequest>;

/** A text offered for the answer. */
export const OfferedTemplate = z.object({
  id: z.string(),
  title: z.string(),
  /** Filled as far as the policy and the case fill it. */
  text: z.string(),
  /** Names of the places still empty. */
  unfilled: z.array(z.string()),
  /** Who wrote it: the policy's clause, or the body's library. */
  from: z.enum(['policy', 'library']),
  clauses: z.array(z.string()),
  office: z.string().nullable(),
  /** What the policy tells the desk to say, where it gives no words. */
  telling: z.string().nullable(),
  /** It answers what was noticed in this very item. */
  fits: z.boolean(),
});
export type OfferedTemplate = z.infer<typeof OfferedTemplate>;

export const TopicLink = z.object({
  label: Line,
  url: z.url({ protocol: /^https?$/ }).max(500),
});
export type TopicLink = z.infer<typeof TopicLink>;

export const OfferedTopic = z.object({
  id: z.string(),
  title: z.string(),
  links: z.array(TopicLink),
  validUntil: Day.nullable(),
  /** The clauses that promise links in answers there. */
  clauses: z.array(z.string()),
  /** Its words are in the item or in the post. */
  recognised: z.boolean(),
});
export type OfferedTopic = z.infer<typeof OfferedTopic>;

export const ReplyDraftView = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'returned', 'approved', 'replaced']),
  /** Null where the author's key was destroyed. */
  text: z.string().nullable(),
  reasons: z.string().nullable(),
  grounds: z.array(Ground),
  by: z.string(),
  mine: z.boolean(),
  at: Moment,
  settledBy: z.string().nullable(),
  note: z.string().nullable(),
});
export type ReplyDraftView = z.infer<typeof ReplyDraftView>;

/** `GET …/cases/{id}/replies`: everything that helps to answer one case. */
export const ReplyAids = z.object({
  regime: z.object({
    privately: z.enum(['offered', 'kept-out', 'unsaid']),
    privatelyClause: ClauseRef.nullable(),
    personalCase: z
      .object({
        how: z.enum(['discouraged', 'forbidden']),
        clauses: z.array(ClauseRef),
        options: z.array(
          z.object({ kind: z.enum(ANSWER_OPTIONS), clause: ClauseRef, words: z.string(), text: z.string() }),
        ),
      })
      .nullable(),
  }),
  templates: z.array(OfferedTemplate),
  topics: z.array(OfferedTopic),
  /** What colleagues answered to nearly the same, without naming them. */
  answered: z.array(z.object({ text: z.string(), times: z.number().int(), last: Moment })),
  approval: z.boolean(),
  drafts: z.array(ReplyDraftView),
  /** What the program answered by itself; it is no answer, and the case stays open. */
  automatic: z
    .object({ clause: ClauseRef, text: z.string(), at: Moment, enforcements: z.array(Enforcement) })
    .nullable(),
});
export type ReplyAids = z.infer<typeof ReplyAids>;

/** `POST …/cases/{id}/reply-drafts`: asks another person to approve it; another one takes its place. */
export const ReplyDraftRequest = z.object({
  text: Reply,
  reasons: z.string().trim().min(1).max(4000),
  grounds: z.array(Ground).min(1).max(20),
});
export type ReplyDraftRequest = z.infer<typeof ReplyDraftRequest>;
/** `POST …/reply-drafts/{id}/return` */
export const ReturnRequest = z.object({ note: z.string().trim().min(3).max(1000) });

const Channels = z.array(z.enum(NETWORKS)).max(NETWORKS.length);

/** `POST …/reply-templates`: a new one, or a new version of one. */
export const TemplateRequest = z.object({
  id: z.uuid().optional(),
  title: Line,
  text: z.string().trim().min(3).max(8000),
  office: z.string().trim().max(200).default(''),
  clauses: z.array(z.string().trim().min(3).max(20)).max(20).default([]),
  categories: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
  channels: Channels.default([]),
});
export type TemplateRequest = z.infer<typeof TemplateRequest>;

const TemplateVersion = z.object({
  version: z.number().int(),
  title: z.string(),
  text: z.string(),
  office: z.string().nullable(),
  clauses: z.array(z.string()),
  categories: z.array(z.string()),
  channels: z.array(z.string()),
  places: z.array(z.object({ name: z.string(), filledBy: z.string().nullable() })),
  by: z.string(),
  at: Moment,
  approvedBy: z.string().nullable(),
  approvedAt: Moment.nullable(),
});

/** `POST …/reply-topics` */
export const TopicRequest = z.object({
  id: z.uuid().optional(),
  title: Line,
  words: z.array(z.string().trim().min(3).max(80)).min(1).max(50),
  links: z.array(TopicLink).min(1).max(10),
  validUntil: Day.nullable().default(null),
});
export type TopicRequest = z.infer<typeof TopicRequest>;

const Minutes = z.number().int().min(0).max(1439);
/** `POST …/reply-choices`; minutes from midnight, Europe/Rome. */
export const ReplyChoiceRequest = z.object({
  approval: z.boolean(),
  automatic: z.boolean(),
  night: z.object({ from: Minutes, to: Minutes }).nullable(),
  act: z.string().trim().min(3).max(300),
});
export type ReplyChoiceRequest = z.infer<typeof ReplyChoiceRequest>;

/** `GET …/reply-library` */
export const ReplyLibrary = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      /** Latest first. */
      versions: z.array(TemplateVersion),
      inUse: z.number().int().nullable(),
    }),
  ),
  fromPolicy: z.array(
    z.object({
      clause: ClauseRef,
      text: z.string().nullable(),
      telling: z.string().nullable(),
      office: z.string().nullable(),
    }),
  ),
  topics: z.array(
    z.object({
      id: z.string(),
      version: z.number().int(),
      title: z.string(),
      words: z.array(z.string()),
      links: z.array(TopicLink),
      validUntil: Day.nullable(),
      expired: z.boolean(),
      by: z.string(),
      at: Moment,
    }),
  ),
  choice: z.object({
    approval: z.boolean(),
    automatic: z.boolean(),
    night: z.object({ from: Minutes, to: Minutes }).nullable(),
    latest: z.object({ act: z.string(), by: z.string(), at: Moment }).nullable(),
  }),
  /** Clauses that have the program answer, and what each still lacks. */
  automatic: z.array(
    z.object({
      clause: ClauseRef,
      text: z.string().nullable(),
      when: z.enum(['night', 'out-of-hours', 'always']).nullable(),
      channels: z.array(z.string()),
      /** The policy gives the hours of the night itself. */
      nightGiven: z.boolean(),
      missing: z.array(z.string()),
    }),
  ),
  waiting: z.array(
    z.object({ case: z.object({ id: z.string(), number: z.number().int() }), by: z.string(), at: Moment }),
  ),
});
export type ReplyLibrary = z.infer<typeof ReplyLibrary>;
