// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Problem } from '#governance/contract';
import type { PolicyComparison } from '#policy';
import { Act, Day, Line, Moment, PersonName, Source, Words } from './wire.ts';

export {
  BodyCalendar,
  ExtraHours,
  NewCover,
  NewPatron,
  Patron,
  PatronChoice,
  RecordedCover,
} from './recording/calendar-contract.ts';
export {
  ActEnd,
  ActList,
  Hours,
  HoursChoice,
  HoursChoices,
  NewAct,
  NewHoursChoice,
  RecordedAct,
  SleepingClause,
} from './recording/contract.ts';
export { Act, PersonName, SOURCE_MOST_BYTES, Source } from './wire.ts';

// What the desk and the server say to each other about a body's policy. Everything lies under
// `/api/bodies/{body}/rulebook/`. Moments are ISO 8601 in UTC, days are `YYYY-MM-DD` in Europe/Rome.

export const VERSION_STATES = ['scheduled', 'in-force', 'past'] as const;

export const VersionSummary = z.object({
  version: z.string(),
  title: z.string(),
  state: z.enum(VERSION_STATES),
  act: z.string().describe('as it is cited'),
  actDate: Day.nullable().describe('null: adopted at the installation, the day is in the words of the act'),
  adoptedAt: Moment,
  inForceSince: Moment,
  inForceUntil: Moment.nullable().describe('when another version took, or will take, its place'),
  proposedBy: PersonName.nullable(),
  approvedBy: PersonName.nullable(),
  changeNote: z.string().nullable().describe('Italian; it is on the published page'),
  digest: z.string().describe('SHA-256 of the file, hexadecimal'),
  draft: z.string().nullable().describe('the draft it was approved from'),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** `GET versions`: the newest first. `nextVersion`: what the header of the next draft may say after `versione:`. */
export const VersionList = z.object({ items: z.array(VersionSummary), nextVersion: z.string() });
export type VersionList = z.infer<typeof VersionList>;

/** `GET versions/{version}`. `GET versions/{version}/source` is the file itself, to be kept: `<slug>.v2.policy.md`. */
export const VersionDetail = VersionSummary.extend({ source: z.string() });
export type VersionDetail = z.infer<typeof VersionDetail>;

export const DRAFT_STATES = ['open', 'proposed', 'approved', 'discarded'] as const;
export const DraftState = z.enum(DRAFT_STATES);
export type DraftState = z.infer<typeof DraftState>;

/** What was done with a draft; `withdrawn`: its proposal was taken back by who writes. */
export const DRAFT_STEPS = [
  'opened',
  'proposed',
  'withdrawn',
  'returned',
  'approved',
  'discarded',
  'reopened',
] as const;
export const DraftStep = z.object({
  step: z.enum(DRAFT_STEPS),
  by: PersonName,
  at: Moment,
  revision: z.number().int(),
  reasons: z.string().nullable(),
});
export type DraftStep = z.infer<typeof DraftStep>;

export const DraftSummary = z.object({
  id: z.string(),
  name: z.string(),
  basedOn: z.string().nullable().describe('the version it started from'),
  state: DraftState,
  revision: z.number().int().describe('of the text shown; send it back with every change'),
  createdBy: PersonName,
  createdAt: Moment,
  updatedBy: PersonName,
  updatedAt: Moment,
  proposedBy: PersonName.nullable(),
  version: z.string().nullable().describe('approved: the version it became'),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** `GET drafts?state=`: the latest touched first. */
export const DraftQuery = z.object({ state: DraftState.optional() });
export const DraftList = z.object({ items: z.array(DraftSummary) });
export type DraftList = z.infer<typeof DraftList>;

export const DRAFT_ACTS = ['save', 'propose', 'withdraw', 'approve', 'return', 'discard', 'reopen'] as const;
/** What the person asking may do with the draft now; `why` is Italian and only there when they may not. */
export const Permission = z.object({ allowed: z.boolean(), why: z.string().nullable() });

/** `GET drafts/{id}`, and the answer to everything that changes a draft. */
export const DraftDetail = DraftSummary.extend({
  source: z.string(),
  changeNote: z.string().describe('empty while nobody wrote it'),
  writers: z.array(PersonName).describe('who wrote any of its texts: none of them may approve it'),
  steps: z.array(DraftStep).describe('oldest first'),
  may: z.record(z.enum(DRAFT_ACTS), Permission),
  changeNoteNeeded: z.boolean().describe('from the second version on'),
});
export type DraftDetail = z.infer<typeof DraftDetail>;

/** `POST drafts`: from an adopted version (restoring it too), or from a text: a file, an import, a blank page. */
export const NewDraft = z.object({
  name: Line.min(1).max(120),
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('version'), version: z.string().min(1) }),
    z.object({ kind: z.literal('text'), source: Source }),
  ]),
});
export type NewDraft = z.infer<typeof NewDraft>;

/** `POST imports?name=`: the bytes of a document (text, HTML, PDF; at most 16 MB) as they are. Nothing is kept of them. */
export const ImportQuery = z.object({ name: Words.min(1).max(200).describe('of the file') });

/** `text`: nothing but its words, which are published; the desk makes nothing of them. */
export const IMPORTED_THINGS = ['rules', 'hours', 'channels', 'contacts', 'ladder', 'text'] as const;

/** What became of a document. Its draft is opened with `POST drafts`, as a text. */
export const ImportedDocument = z.object({
  source: Source.describe('a policy file without mistakes, with the body and the version that the next draft needs'),
  named: z.string().nullable().describe('the body that the document names'),
  clauses: z.number().int(),
  found: z
    .array(z.object({ what: z.enum(IMPORTED_THINGS), count: z.number().int() }))
    .describe('of the clauses, how many carry one; only what is there is listed'),
  lookAt: z
    .array(
      z.object({ clause: z.string(), title: z.string(), section: z.string(), source: z.string(), why: z.string() }),
    )
    .describe('clauses that a person must look at, with the sentences of the document and the reason'),
  left: z.array(z.object({ text: z.string(), why: z.string() })).describe('what did not become a clause'),
  remarks: z.array(z.string()).describe('Italian sentences'),
});
export type ImportedDocument = z.infer<typeof ImportedDocument>;

/** `PUT drafts/{id}`. Saving what is already there changes nothing and adds no revision. */
export const DraftSaving = z.object({
  revision: z.number().int().describe('the one that was being written on'),
  name: Line.min(1).max(120),
  source: Source,
  changeNote: Words.max(2000),
});
export type DraftSaving = z.infer<typeof DraftSaving>;

/**
 * 409 `DRAFT_MOVED_ON` (another saved meanwhile) or `DRAFT_CLOSED` (it is no longer open) of `PUT drafts/{id}`: `current` is
 * what stands now, `kept` the number of the revision where the text just sent was put aside; null: the same text is already there.
 */
export const DraftConflict = Problem.extend({
  current: DraftDetail,
  kept: z.number().int().nullable(),
});
export type DraftConflict = z.infer<typeof DraftConflict>;

export const RevisionSummary = z.object({
  revision: z.number().int(),
  by: PersonName,
  at: Moment,
  digest: z.string(),
  aside: z.boolean().describe('true: sent on top of an older text, kept beside and never the draft’s own'),
  writtenOn: z.number().int().nullable().describe('the revision the writer had before them: where a merge starts from'),
});
export type RevisionSummary = z.infer<typeof RevisionSummary>;

/** `GET drafts/{id}/revisions`: the newest first; `GET drafts/{id}/revisions/{revision}`. */
export const RevisionList = z.object({ items: z.array(RevisionSummary) });
export type RevisionList = z.infer<typeof RevisionList>;
export const RevisionDetail = RevisionSummary.extend({ name: z.string(), source: z.string(), changeNote: z.string() });
export type RevisionDetail = z.infer<typeof RevisionDetail>;

export const ComplaintView = z.object({
  code: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  message: z.string(),
  hint: z.string(),
});

/** `GET drafts/{id}/checks`: what stands between the draft and its proposal. */
export const DraftChecks = z.object({
  revision: z.number().int(),
  complaints: z.array(ComplaintView).describe('in the order of the file'),
  examples: z
    .object({
      passed: z.number().int(),
      failed: z.number().int(),
      pending: z.number().int(),
      /** Those that failed or that triage cannot judge yet. */
      remarks: z.array(
        z.object({
          clause: z.string(),
          example: z.string(),
          expected: z.string(),
          got: z.string(),
          result: z.enum(['failed', 'pending']),
        }),
      ),
    })
    .nullable()
    .describe('null: the text has mistakes, and its examples were not run'),
  version: z.string().nullable().describe('what the header says'),
  nextVersion: z.string(),
  /** Italian, and what to do; empty: it can be proposed. */
  obstacles: z.array(z.object({ code: z.string(), title: z.string(), hint: z.string() })),
});
export type DraftChecks = z.infer<typeof DraftChecks>;

const OnRevision = z.object({ revision: z.number().int().describe('the text that was read') });

/** `POST drafts/{id}/proposal`; `POST drafts/{id}/reopen`: withdraws a proposal, or takes up a discarded draft again. */
export const DraftTurn = OnRevision;
/** `POST drafts/{id}/return` (by who approves), `POST drafts/{id}/discard`. */
export const DraftTurnWithReasons = OnRevision.extend({ reasons: Words.min(5).max(2000) });

/** `POST drafts/{id}/approval`: adopts the proposed text to the letter, as the version its header says. */
export const Approval = OnRevision.extend({
  act: Act,
  inForceFrom: Moment.nullable().describe('null: from now; else a moment to come'),
});
export type Approval = z.infer<typeof Approval>;

/** `GET comparison?from=&to=`: each a version, or the id of a draft. */
export const ComparisonQuery = z.object({ from: z.string().min(1), to: z.string().min(1) });
/** As `compare` of `#policy` gives it. */
export const Comparison = z.custom<PolicyComparison>((value) => typeof value === 'object' && value !== null);
export type Comparison = PolicyComparison;
