// SPDX-License-Identifier: AGPL-3.0-or-later

import { lengthIn } from '#channels/contract';
import type { CaseDetail, DecisionKind, DecisionRequest, Option, ReferralChoice } from '#moderation/contract';
import { firstGround, type GroundDraft, groundsOf, isComplete, isRestrictive, suggestedReasons } from './ground.ts';
import type { Read } from './reading.ts';
import type { ReferralDraft } from './referrals/referral-draft.ts';

/** A decision as it is being made. Kept for each case until it is sent, also while the person looks at another. */
export interface Draft {
  readonly kind: DecisionKind | null;
  readonly grounds: Partial<Record<DecisionKind, readonly GroundDraft[]>>;
  /** Only what the person has written; until then the suggestion stands. */
  readonly reasons: Partial<Record<DecisionKind, string>>;
  /** What the author is told besides, of what hides or removes. */
  readonly toAuthor: string;
  readonly reply: string;
  /** Where a request is handed over. */
  readonly referral: ReferralDraft;
  /** Also report to the platform, where the decision takes something away. */
  readonly report: boolean;
}

export const emptyDraft: Draft = {
  ...{ kind: null, grounds: {}, reasons: {}, toAuthor: '', reply: '', report: false },
  referral: { office: '', note: '' },
};

/** Chooses a decision; what was typed for another one stays, should the person come back to it. */
export function choose(draft: Draft, option: Option): Draft {
  const { kind } = option;
  return {
    ...draft,
    kind,
    grounds: { ...draft.grounds, [kind]: draft.grounds[kind] ?? [firstGround(option)] },
  };
}

export const optionOf = (draft: Draft, detail: CaseDetail): Option | undefined =>
  detail.options.find((option) => option.kind === draft.kind && option.available);

export type DraftProblem = 'kind' | 'ground' | 'reply' | 'replyLong' | 'office' | 'reasons';

/** What is still missing, in the order of the fields. */
export function problemsOf(draft: Draft, detail: CaseDetail): readonly DraftProblem[] {
  const option = optionOf(draft, detail);
  if (option === undefined) return ['kind'];
  const problems: DraftProblem[] = [];
  if (!groundsFor(draft, option).every(isComplete)) problems.push('ground');
  if (option.kind === 'reply') {
    if (draft.reply.trim() === '') problems.push('reply');
    else if (lengthIn(draft.reply.trim(), detail.replyLimit.unit) > detail.replyLimit.length)
      problems.push('replyLong');
  }
  if (option.kind === 'route' && draft.referral.office === '') problems.push('office');
  if (reasonsFor(draft, option).trim() === '') problems.push('reasons');
  return problems;
}

export const groundsFor = (draft: Draft, option: Option): readonly GroundDraft[] =>
  draft.grounds[option.kind] ?? [firstGround(option)];

export const reasonsFor = (draft: Draft, option: Option): string =>
  draft.reasons[option.kind] ?? suggestedReasons(option, groundsFor(draft, option)[0]);

/** The request to send, on what the person has read. */
export function toRequest(draft: Draft, option: Option, read: Read): DecisionRequest {
  return {
    kind: option.kind,
    grounds: groundsOf(groundsFor(draft, option)),
    reasons: reasonsFor(draft, option).trim(),
    ...(option.kind === 'reply' ? { reply: draft.reply.trim() } : {}),
    ...(draft.report && isRestrictive(option.kind) ? { report: true } : {}),
    ...(isRestrictive(option.kind) ? toAuthorOf(draft) : {}),
    ...read,
  };
}

export const toAuthorOf = ({ toAuthor }: Draft): { readonly toAuthor?: string } =>
  toAuthor.trim() === '' ? {} : { toAuthor: toAuthor.trim() };

/** Of a request that is handed over: to whom, and what it is asked. */
export const referralFor = ({ referral }: Draft, option: Option): { readonly referral?: ReferralChoice } =>
  option.kind === 'route' ? { referral: { ...referral, note: referral.note.trim() } } : {};
