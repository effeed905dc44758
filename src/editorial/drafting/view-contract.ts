// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ApprovalView, ApproverView } from '../approving/contract.ts';
import { CaptionsView, MediaView, RenditionView } from '../media/contract.ts';
import { PlanOfContent } from '../planning/contract.ts';
import { OutingView } from '../publishing/contract.ts';
import { DRAFT_STATES, DRAFT_STEPS, DraftContent } from './contract.ts';

// What the desk shows of a draft. Spans are UTF-16 offsets into the variant's own text.

const Moment = z.iso.datetime();

/** What a check noticed: the clause by which, and what becomes of it. */
export const FindingView = z.object({
  check: z.string(),
  clause: z.string(),
  clauseTitle: z.string().nullable(),
  severity: z.enum(['block', 'justify', 'advise']),
  spans: z.array(z.tuple([z.number().int(), z.number().int()])),
  reason: z.string(),
  /** The reason that a person gave, where one is asked for. */
  justification: z.string().nullable(),
});
export type FindingView = z.infer<typeof FindingView>;

export const VariantView = z.object({
  account: z.string(),
  network: z.string(),
  name: z.string(),
  /** As it would go out, addresses in the text included. */
  text: z.string(),
  /** The page that the network shows beside it. */
  link: z.string().nullable(),
  length: z.number().int(),
  most: z.number().int(),
  images: z.number().int(),
  mostImages: z.number().int(),
  how: z.enum(['api', 'by-hand', 'none']),
  /** What would really happen there, in Italian. */
  effect: z.string(),
  automatic: z.object({ rule: z.enum(['forbidden', 'allowed', 'missing']), clause: z.string().nullable() }),
  /** Of a copy: from which network, by which clause. */
  repeats: z.object({ network: z.string(), clause: z.string().nullable() }).nullable(),
  findings: z.array(FindingView),
  /** How one writes there, in the policy's words. */
  style: z.array(z.object({ words: z.array(z.string()), clause: z.string() })),
  /** Another network where the same words go out, though a clause wants each its own; null: none. */
  sameAs: z.object({ network: z.string(), clause: z.string() }).nullable(),
  /** Nobody may comment on it: by which clause, and how that comes about. */
  closing: z
    .object({ clause: z.string(), how: z.enum(['with', 'after', 'by-hand', 'none']), effect: z.string() })
    .nullable(),
});
export type VariantView = z.infer<typeof VariantView>;

/** What keeps a content from being proposed, approved and fired. */
export const Obstacle = z.object({ what: z.string(), account: z.string().nullable(), clause: z.string().nullable() });
export type Obstacle = z.infer<typeof Obstacle>;

const Person = z.object({ id: z.string(), name: z.string() });

export const DraftSummary = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(DRAFT_STATES),
  version: z.number().int(),
  at: Moment.nullable(),
  goes: z.enum(['fired', 'at-its-time']),
  correcting: z.boolean(),
  author: Person,
  updatedAt: Moment,
});
export type DraftSummary = z.infer<typeof DraftSummary>;
export const ContentList = z.object({ items: z.array(DraftSummary) });
export const ContentQuery = z.object({ state: z.enum(DRAFT_STATES).optional() });

export const ContentDetail = DraftSummary.extend({
  content: DraftContent,
  /** SHA-256 of all that would go out: what an approval names. */
  digest: z.string(),
  media: z.array(MediaView),
  /** What goes out of each file on each account. */
  renditions: z.array(RenditionView),
  /** What would go out is not what was saved: something of a file could not be made ready, or is now. Saved again, it is tried again. */
  unprepared: z.boolean(),
  captions: z.array(CaptionsView),
  variants: z.array(VariantView),
  obstacles: z.array(Obstacle),
  /** Active accounts where it would not go out, though the policy ties them to those where it would. */
  lacking: z.array(
    z.object({ network: z.string(), clause: z.string(), reason: z.string().nullable(), asked: z.boolean() }),
  ),
  /** What a person answers for before it goes out, clause by clause. */
  asked: z.array(
    z.object({
      asked: z.string(),
      clause: z.string(),
      outcome: z.enum(['block', 'justify', 'advise']),
      mustBeNo: z.boolean(),
      answer: z.string().nullable(),
    }),
  ),
  plan: PlanOfContent,
  /** Kinds of content of which the policy asks something. */
  kinds: z.array(z.string()),
  policyVersion: z.string(),
  approvers: z.array(ApproverView).describe('empty: «dato mancante»'),
  approval: ApprovalView.nullable(),
  outings: z.array(OutingView),
  writers: z.array(Person),
  steps: z.array(
    z.object({
      step: z.enum(DRAFT_STEPS),
      version: z.number().int(),
      reasons: z.string().nullable(),
      person: Person.nullable(),
      at: Moment,
    }),
  ),
  comments: z.array(
    z.object({ id: z.string(), version: z.number().int(), text: z.string(), person: Person, at: Moment }),
  ),
});
export type ContentDetail = z.infer<typeof ContentDetail>;

/** Of a save on top of an older version: what stands now. The text that came too late is still with who wrote it. */
export const ContentConflict = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  hint: z.string().optional(),
  current: ContentDetail,
});

export const VersionView = z.object({
  version: z.number().int(),
  digest: z.string(),
  person: Person,
  at: Moment,
});
export const VersionList = z.object({ items: z.array(VersionView) });
export const VersionDetail = VersionView.extend({ content: DraftContent });
