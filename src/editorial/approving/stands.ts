// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftContent } from '../drafting/contract.ts';
import { contentDigest, type MediaDigests, signedDigest } from './digest.ts';

/** What was signed, when, and until when it holds. */
export interface Signature {
  readonly digest: string;
  readonly signed: string;
  readonly policy_version: string;
  readonly until: Date;
  readonly voided_at: Date | null;
}

/** What would go out now. */
export interface Presented {
  readonly content: DraftContent;
  readonly media: MediaDigests;
  /** The one in force. */
  readonly policyVersion: string;
  readonly now: Date;
}

export type Refusal = 'APPROVAL_MISSING' | 'APPROVAL_EXPIRED' | 'APPROVAL_OF_ANOTHER' | 'APPROVAL_OF_OLD_POLICY';

/** Why an approval does not let this out; null: it does. The digest is made anew from what would go out, never believed. */
export function refusalOf(approval: Signature | undefined, presented: Presented): Refusal | null {
  if (approval === undefined || approval.voided_at !== null) return 'APPROVAL_MISSING';
  const { content, media, policyVersion, now } = presented;
  const digest = contentDigest(content, media);
  if (digest !== approval.digest) return 'APPROVAL_OF_ANOTHER';
  if (approval.policy_version !== policyVersion) return 'APPROVAL_OF_OLD_POLICY';
  if (signedDigest(digest, policyVersion) !== approval.signed) return 'APPROVAL_OF_ANOTHER';
  return now < approval.until ? null : 'APPROVAL_EXPIRED';
}
