// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { LENGTH_UNITS } from '#channels/contract';
import { Problem } from '#governance/contract';
import { JUDGEMENT_DIFFERENCES } from '#policy';
import { ComplaintView, Source } from '#rulebook/contract';
import { ENFORCEMENT_STATES, Enforcement } from './enforcement/contract.ts';
import { DecisionKind, Ground, ReasonsText } from './grounding/contract.ts';
import { LearnedView } from './learned/contract.ts';
import { ViewSearch } from './queue-views/contract.ts';
import { RecordEntry } from './record-contract.ts';
import { ToAuthor } from './statements/contract.ts';

export * from './bulk/contract.ts';
export * from './crisis/contract.ts';
export * from './dossier/contract.ts';
export { ENFORCEMENT_STATES, Enforcement, type EnforcementView } from './enforcement/contract.ts';
export { DECISIONS, DecisionKind, Ground } from './grounding/contract.ts';
export * from './ladder/author-contract.ts';
export {
  AuthorMeasureView,
  BanRequest,
  GivenRequest,
  KeepRequest,
  LADDER_ASKS,
  LADDER_MEASURES,
  LadderStep,
  LadderView,
  LiftRequest,
  MINOR_BASES,
  MINOR_OUTCOMES,
  MinorDataRequest,
  MinorRequest,
  MinorsView,
  NoticeRequest,
  PlatformReportView,
  ReportDoneRequest,
  TellRequest,
  TOLD,
  Told,
  ViolationRequest,
  WarnRequest,
} from './ladder/contract.ts';
export { LearnedChoiceRequest, LearnedState } from './learned/contract.ts';
export * from './media/contract.ts';
export * from './precedents/contract.ts';
export * from './queue-views/contract.ts';
export * from './record-contract.ts';
export * from './referrals/contract.ts';
export * from './replies/contract.ts';
export * from './review/contract.ts';
export * from './statements/contract.ts';
export * from './to-do/contract.ts';
export * from './turns/contract.ts';

// What the desk and the server say to each other about cases. Times are ISO 8601 in UTC; spans are UTF-16 offsets.

export const CASE_STATES = ['open', 'decided'] as const;
export const CaseState = z.enum(CASE_STATES);
export type CaseState = z.infer<typeof CaseState>;

export const Priority = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const Moment = z.iso.datetime();

/** A clause as a person reads it beside the case. */
export const CitedClause = z.object({
  id: z.string().describe('for example RM1-143'),
  title: z.string(),
  text: z.string(),
  section: z.string(),
  modality: z.enum(['must-remove', 'may-remove', 'no-reply', 'route', 'asked', 'protected']),
  dormant: z.boolean(),
  signals: z.array(z.number().int()).describe('indexes into signals'),
});
export type CitedClause = z.infer<typeof CitedClause>;

export const SignalView = z.object({
  category: z.string(),
  label: z.string(),
  strength: z.number(),
  spans: z.array(z.tuple([z.number().int(), z.number().int()])),
  source: z.string(),
  reason: z.string(),
});

export const DecisionView = z.object({
  id: z.string(),
  kind: DecisionKind,
  grounds: z.array(Ground),
  reasons: z.string(),
  reply: z.string().nullable(),
  reported: z.boolean(),
  policyVersion: z.string(),
  person: z.object({ name: z.string(), role: z.enum(['moderator', 'head', 'auditor']) }),
  at: Moment,
  undoneAt: Moment.nullable(),
  undoneBy: z.string().nullable(),
  undoneReasons: z.string().nullable(),
  /** A removal followed it, and stands in its place. */
  superseded: z.boolean(),
  undoable: z.boolean(),
  enforcements: z.array(Enforcement),
});
export type DecisionView = z.infer<typeof DecisionView>;

export const CaseSummary = z.object({
  id: z.string(),
  number: z.number().int().describe('counts up within the body: pratica n.'),
  state: CaseState,
  priority: Priority,
  network: z.string(),
  kind: z.enum(['comment', 'visitor-post', 'mention', 'message', 'reply']),
  author: z.string().nullable(),
  excerpt: z.string(),
  writtenAt: Moment,
  receivedAt: Moment,
  due: Moment.nullable().describe('null: the policy gives no hours or no time'),
  place: z.string().describe('of an open case: the open queue stands in the order of these texts'),
  proposal: z.enum(['none', 'answer', 'route', 'hide', 'remove', 'hold', 'warn', 'report']),
  clauses: z.array(z.string()),
  /** The machine could not see enough, or the matter is grave: never «nothing to do», whatever it proposes. */
  mustLook: z.boolean(),
  edited: z.boolean(),
  deletedByAuthor: z.boolean(),
  hasMedia: z.boolean(),
  decision: DecisionKind.nullable(),
  enforcement: z.enum(ENFORCEMENT_STATES),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** The queues of `GET /api/bodies/{body}/cases`. `stuck`: decided, and the network has not followed: refused, by hand, or of unknown outcome. */
export const CaseQuery = ViewSearch.extend({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const CasePage = z.object({
  items: z.array(CaseSummary),
  next_cursor: z.string().nullable(),
  counters: z.object({
    open: z.number().int(),
    decided: z.number().int(),
    grave: z.number().int(),
    stuck: z.number().int(),
  }),
});
export type CasePage = z.infer<typeof CasePage>;

/** What each decision would do here, said before it is taken. */
export const Option = z.object({
  kind: DecisionKind,
  available: z.boolean(),
  /** Italian: what will really happen on this network, or why it cannot be done. */
  effect: z.string(),
  how: z.enum(['api', 'by-hand', 'none']),
  undoable: z.boolean(),
  /** Clauses that may ground it for this item, the proposed ones first. */
  grounds: z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), proposed: z.boolean() })),
  /** Reasons ready to be edited; Italian. */
  reasons: z.string(),
});
export type Option = z.infer<typeof Option>;

/** `GET /api/bodies/{body}/cases/{id}` */
export const CaseDetail = CaseSummary.extend({
  revision: z.number().int().describe('send it back with the decision: a case that changed meanwhile is refused'),
  text: z.string(),
  /** The network's contract no longer lets the words be kept: `text` is empty, and they are read where they are. */
  purged: z.boolean().optional(),
  /** The network shows it to nobody before the account approves it. */
  held: z.boolean().optional(),
  /** A private message: the answer is private too, and the network lets it through until then; null: without an end. */
  privately: z.object({ until: Moment.nullable() }).optional(),
  permalink: z.string().nullable(),
  post: z.object({ text: z.string().nullable() }).nullable(),
  parent: z.object({ author: z.string().nullable(), text: z.string() }).nullable(),
  versions: z.array(z.object({ text: z.string(), at: Moment })).describe('oldest first; the last one is judged'),
  signals: z.array(SignalView),
  cited: z.array(CitedClause),
  proposalReasons: z.array(z.object({ clause: z.string().optional(), text: z.string() })),
  /** Which parts of triage noticed what the cited clauses speak of: the proposal is theirs, and never the learned part’s. */
  proposedBy: z.array(z.string()).optional(),
  /** What the learned part read, where the body chose that it orders the queue. */
  learned: LearnedView.optional(),
  dueReason: z.string().nullable(),
  route: z.object({ office: z.string(), address: z.string().nullable(), reason: z.string() }).nullable(),
  missing: z.array(z.string()).describe('«dato mancante» sentences'),
  policy: z.object({ title: z.string(), version: z.string(), digest: z.string() }),
  authorHistory: z.object({ items: z.number().int(), removedOrHidden: z.number().int() }).nullable(),
  /** Open, or answered or hidden only: a further decision may follow a reply, a removal a hiding. */
  decidable: z.boolean(),
  options: z.array(Option),
  /** What reporting to the platform would do, beside hiding or removing; null where nothing can be reported. */
  reporting: z.object({ how: z.enum(['api', 'by-hand']), effect: z.string() }).nullable(),
  replyLimit: z.object({ length: z.number().int(), unit: z.enum(LENGTH_UNITS) }),
  decisions: z.array(DecisionView),
  record: z.array(RecordEntry),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** `POST /api/bodies/{body}/cases/{id}/decisions`, with an `Idempotency-Key` header of the desk's own making. */
export const DecisionRequest = z.object({
  kind: DecisionKind,
  grounds: z.array(Ground).max(50),
  reasons: ReasonsText,
  reply: z.string().max(20_000).optional(),
  /** Also report to the platform; only beside `hide` and `remove`. */
  report: z.boolean().optional(),
  /** What the author is told besides the statement's own words; only beside `hide` and `remove`. Refused with anybody's data in it. */
  toAuthor: ToAuthor.optional(),
  revision: z.number().int(),
  /** The version of the policy that the person had before them: another one in force meanwhile refuses the decision. */
  policyVersion: z.string().min(1),
  /** Of what judged the case as it was shown, recorded acts and hours included: another refuses the decision too. */
  policyDigest: z.string().optional(),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** `POST /api/bodies/{body}/decisions/{id}/undo` */
export const UndoRequest = z.object({ reasons: ReasonsText.trim().min(1) });

/** `POST /api/bodies/{body}/enforcements/{id}/done`: a person did it on the network. */
export const DoneByHandRequest = z.object({ note: z.string().max(500).default('') });

/** `GET /api/bodies/{body}/news` (server-sent events): data of each `case` event. */
export const CaseNews = z.object({ id: z.string(), change: z.enum(['received', 'changed', 'decided', 'enforced']) });
export type CaseNews = z.infer<typeof CaseNews>;

/**
 * `POST /api/bodies/{body}/replays`: what of the last days would have been judged otherwise under this text, against the
 * policy in force. Answers with NDJSON, a `ReplayLine` each; 422 with `RefusedDraft` for a text with mistakes, 409 while the
 * same person's earlier one still runs. Leaving the answer stops it.
 */
export const ReplayRequest = z.object({
  source: Source,
  days: z.number().int().min(1).max(365),
  /** Only so many, the latest. */
  sample: z.number().int().min(1).max(100_000).optional(),
});
export type ReplayRequest = z.infer<typeof ReplayRequest>;

export const RefusedDraft = Problem.extend({ complaints: z.array(ComplaintView) });
export type RefusedDraft = z.infer<typeof RefusedDraft>;

/** What one of the two policies says of an item. */
export const ReplayJudgement = z.object({
  action: CaseSummary.shape.proposal,
  reasons: z.array(z.object({ clause: z.string().optional(), text: z.string() })),
  clauses: z.array(CitedClause.pick({ id: true, title: true, modality: true, dormant: true })),
  route: z.string().nullable(),
  due: Moment.nullable(),
  priority: Priority,
  urgent: z.boolean(),
  mustLook: z.boolean(),
});
export type ReplayJudgement = z.infer<typeof ReplayJudgement>;

const ReplayCounts = { seen: z.number().int(), changed: z.number().int() };

export const ReplayLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin'), total: z.number().int().describe('items there are to look at') }),
  z.object({ type: z.literal('progress'), ...ReplayCounts }),
  CaseSummary.pick({ number: true, network: true, kind: true, author: true, excerpt: true, writtenAt: true }).extend({
    type: z.literal('item'),
    case: z.string(),
    differences: z.array(z.enum(JUDGEMENT_DIFFERENCES)),
    before: ReplayJudgement,
    after: ReplayJudgement,
  }),
  z.object({
    type: z.literal('end'),
    ...ReplayCounts,
    /** Not judged again: their words had to go. */
    unread: z.number().int().optional(),
    /** Where the two proposals differ, the most frequent pair first. */
    actions: z.array(
      z.object({ before: CaseSummary.shape.proposal, after: CaseSummary.shape.proposal, items: z.number().int() }),
    ),
    /** Italian: «con questa bozza, negli ultimi 30 giorni: …». */
    summary: z.string(),
  }),
  z.object({ type: z.literal('failed'), code: z.string(), title: z.string(), hint: z.string() }),
]);
export type ReplayLine = z.infer<typeof ReplayLine>;
