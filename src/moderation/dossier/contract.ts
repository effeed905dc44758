// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// Evidence handed over and authorities told, on the wire. Days are `2026-11-22`, in Italy; moments ISO 8601 in UTC.

const Moment = z.iso.datetime();
const Day = z.iso.date();
const Reasons = z.string().trim().min(10).max(4000);
const Act = z.string().trim().min(3).max(300);
const CaseRef = z.object({ id: z.string(), number: z.number().int() });

/** `masked`: the personal data of others are covered. */
export const DOSSIER_FORMS = ['whole', 'masked'] as const;
export type DossierForm = (typeof DOSSIER_FORMS)[number];
export const DOSSIER_PURPOSES = ['authorities', 'records-request'] as const;
export type DossierPurpose = (typeof DOSSIER_PURPOSES)[number];
export const AUTHORITY_COURSES = ['ex-officio', 'private-complaint'] as const;
export type AuthorityCourse = (typeof AUTHORITY_COURSES)[number];
export const AUTHORITY_STATES = ['asked', 'declined', 'due', 'filed', 'void'] as const;
export type AuthorityState = (typeof AUTHORITY_STATES)[number];

export const DossierView = z.object({
  id: z.string(),
  form: z.enum(DOSSIER_FORMS),
  purpose: z.enum(DOSSIER_PURPOSES),
  bytes: z.number().int(),
  sha256: z.string(),
  by: z.string(),
  at: Moment,
  keptUntil: Moment,
  /** The file had to go: the fingerprint stays, in the record too. */
  gone: z.boolean(),
});
export type DossierView = z.infer<typeof DossierView>;

export const HoldView = z.object({
  id: z.string(),
  case: CaseRef,
  act: z.string(),
  /** Null where the author's key was destroyed. */
  reasons: z.string().nullable(),
  by: z.string(),
  at: Moment,
  lifted: z.object({ act: z.string(), reasons: z.string().nullable(), by: z.string(), at: Moment }).nullable(),
});
export type HoldView = z.infer<typeof HoldView>;

export const AuthorityReportView = z.object({
  id: z.string(),
  case: CaseRef,
  state: z.enum(AUTHORITY_STATES),
  /** What it is about, as people read it. */
  about: z.array(z.string()),
  reasons: z.string().nullable(),
  course: z.enum(AUTHORITY_COURSES).nullable(),
  office: z.string().nullable(),
  knownOn: Day.nullable(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  answeredBy: z.string().nullable(),
  dossier: z.string().nullable(),
  authority: z.string().nullable(),
  protocol: z.string().nullable(),
  filedOn: Day.nullable(),
  filedBy: z.string().nullable(),
  at: Moment,
});
export type AuthorityReportView = z.infer<typeof AuthorityReportView>;

export const CsamView = z.object({
  id: z.string(),
  clauses: z.array(z.string()),
  law: z.string().nullable(),
  by: z.string(),
  at: Moment,
  alert: z.enum(['promised', 'sent', 'by-hand']),
  /** The police step, without which the case cannot be closed. */
  policeTold: z.boolean(),
  /** What was kept is sealed apart, read by nobody, until a head other than who raised it has it destroyed. */
  setAside: z.boolean(),
});

export const EvidencePiece = z.object({
  decision: z.string(),
  at: Moment,
  original: z.enum(['kept', 'gone', 'never']),
  originalUntil: Moment.nullable(),
  masked: z.boolean(),
  /** No words: the network's contract forbids keeping them. */
  wordless: z.boolean(),
});

/** `GET /api/bodies/{body}/cases/{id}/dossier` */
export const DossierCase = z.object({
  case: CaseRef,
  /** Whether the authorities have to be told is to be answered; what the judgement or the decision touched. */
  asks: z.array(z.string()),
  report: AuthorityReportView.nullable(),
  hold: HoldView.nullable(),
  /** Italian: what a hold can and cannot keep here. */
  holdLimit: z.string(),
  dossiers: z.array(DossierView),
  evidence: z.array(EvidencePiece),
  csam: CsamView.nullable(),
  /** Clauses in force on child-abuse content; empty: a rule of law has to be named. */
  csamClauses: z.array(z.string()),
  /** A hold or a duty to report: raising that it may be such content sets aside and destroys nothing. */
  hasToKeep: z.boolean(),
  offices: z.array(z.string()),
  today: Day,
  /** What this person may do. */
  may: z.object({
    act: z.boolean(),
    lead: z.boolean(),
    /** Says that it is not child-abuse content, or has what was set aside destroyed: a head, not who raised it. */
    endCsam: z.boolean(),
  }),
});
export type DossierCase = z.infer<typeof DossierCase>;

/** `POST …/cases/{id}/dossiers`: `whole` is for the head. Answers with the case's dossiers. */
export const DossierRequest = z.object({ form: z.enum(DOSSIER_FORMS), purpose: z.enum(DOSSIER_PURPOSES) });
export type DossierRequest = z.infer<typeof DossierRequest>;

/** `POST …/cases/{id}/hold` and `…/cases/{id}/hold/lift` */
export const HoldRequest = z.object({ reasons: Reasons, act: Act });
export type HoldRequest = z.infer<typeof HoldRequest>;

/** `POST …/cases/{id}/authorities`: the reasoned answer to «segnalare alle autorità?». */
export const AuthorityAnswer = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal(false), reasons: Reasons }),
  z.object({
    tell: z.literal(true),
    reasons: Reasons,
    course: z.enum(AUTHORITY_COURSES),
    office: z.string().trim().min(3).max(200),
    /** When the body learnt of it: the term of a private complaint runs from then. */
    knownOn: Day,
  }),
]);
export type AuthorityAnswer = z.infer<typeof AuthorityAnswer>;

/** `POST …/cases/{id}/authorities/filed` */
export const AuthorityFiled = z.object({
  authority: z.string().trim().min(3).max(200),
  protocol: z.string().trim().min(1).max(100),
  on: Day,
  dossier: z.uuid().nullable(),
});
export type AuthorityFiled = z.infer<typeof AuthorityFiled>;

/**
 * `POST …/cases/{id}/csam`: cannot be taken back by whoever raises it. What was kept is gone; under a hold or a duty to report it is
 * set aside.
 */
export const CsamRequest = z.object({
  /** The rule of law, where no clause in force speaks of it. */
  law: z.string().trim().min(3).max(300).optional(),
  office: z.string().trim().min(3).max(200),
  confirmed: z.literal(true),
});
export type CsamRequest = z.infer<typeof CsamRequest>;

/** `POST …/cases/{id}/csam/dismiss`: by a head other than who raised it. */
export const CsamDismissal = z.object({ reasons: Reasons });

/** `POST …/cases/{id}/csam/destroy`: what was set aside goes for good; by a head other than who raised it. */
export const CsamDestruction = z.object({ confirmed: z.literal(true) });

/** `GET` and `POST /api/bodies/{body}/evidence-terms` */
export const EvidenceTermRequest = z.object({
  originalDays: z.number().int().min(1).max(3650),
  dossierDays: z.number().int().min(1).max(3650),
  act: Act,
});
export type EvidenceTermRequest = z.infer<typeof EvidenceTermRequest>;
export const EvidenceTerms = z.object({
  originalDays: z.number().int(),
  dossierDays: z.number().int(),
  /** Null: nobody chose, these are the desk's own. */
  chosen: z.object({ act: z.string(), by: z.string(), at: Moment }).nullable(),
});
export type EvidenceTerms = z.infer<typeof EvidenceTerms>;

/** `GET /api/bodies/{body}/dossiers`: what waits, and what is held. */
export const DossierPage = z.object({
  reports: z.array(AuthorityReportView),
  csam: z.array(CsamView.extend({ case: CaseRef })),
  holds: z.array(HoldView),
  dossiers: z.array(DossierView.extend({ case: CaseRef })),
  terms: EvidenceTerms,
  /** Base64 of the raw Ed25519 key that signs, to be published. */
  publicKey: z.string(),
});
export type DossierPage = z.infer<typeof DossierPage>;
