// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

const Moment = z.iso.datetime();
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Who approves, in the policy's words; `by` null: the clause does not say who. */
export const ApproverView = z.object({
  by: z.string().nullable(),
  clause: z.string(),
  of: z.enum(['content', 'plan']),
});

/** `POST …/editorial/drafts/{id}/approval`: names what was read, to the letter, and until when it may go out. */
export const ContentApproval = z.strictObject({
  version: z.number().int().positive(),
  digest: Digest,
  until: Moment,
});
export type ContentApproval = z.infer<typeof ContentApproval>;

export const ApprovalView = z.object({
  version: z.number().int(),
  digest: z.string(),
  policyVersion: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  at: Moment,
  until: Moment,
  /** Why it no longer lets anything out; null: it stands. */
  void: z.string().nullable(),
});
export type ApprovalView = z.infer<typeof ApprovalView>;
