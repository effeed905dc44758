// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import { contentApprovers } from '#policy';
import { holdRulebook } from '#rulebook';
import { holdAsRead } from '../drafting/held.ts';
import { readContent, refuseUnlessReady } from '../drafting/reading.ts';
import { noteStep } from '../drafting/steps.ts';
import { type Draft, updateDraft, writersOf } from '../drafting/store.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import { digestsNow } from '../media/showing.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import { refuseOtherApprover } from './approver.ts';
import type { ContentApproval } from './contract.ts';
import { contentDigest, signedDigest } from './digest.ts';
import { insertApproval, voidApproval } from './store.ts';

const LONGEST_MILLISECONDS = 366 * 24 * 60 * 60 * 1000;

/**
 * Signs a proposed content, to the letter and under the policy in force, by somebody who neither wrote nor proposed it, until a
 * moment that they choose. The bytes of each file are counted anew. Throws CONTENT_FOUR_EYES, OTHER_APPROVER, NOT_WHAT_WAS_READ,
 * NOT_READY, UNTIL_WRONG.
 */
export async function approveContent(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  approval: ContentApproval,
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { draft, version } = await holdAsRead(tx, { id, version: approval.version }, ['proposed']);
    if (isAuthor(draft, await writersOf(tx, id), actor.id)) throw editorialError('CONTENT_FOUR_EYES');
    if (version.digest !== approval.digest) throw editorialError('NOT_WHAT_WAS_READ');
    await holdRulebook(tx, body);
    const reading = await readContent(ports, tx, { body, content: version.content });
    refuseUnlessReady(reading);
    const { content, policy, policyVersion } = reading;
    const networks = reading.variants.map(({ account }) => account.network);
    await refuseOtherApprover(tx, { policy, networks, actor, now: ports.clock.now() });
    const media = await digestsNow(tx, reading);
    if (contentDigest(content, media) !== version.digest) throw editorialError('APPROVAL_OF_ANOTHER');
    const at = ports.clock.now();
    const until = endOf(approval, { at, goesAt: draft.corrects === null ? draft.goes_at : null });
    await voidApproval(tx, id, { at, why: 'È stata approvata una correzione.' });
    await insertApproval(tx, {
      ...{ id: newId(), body, draft_id: id, version: draft.version, digest: version.digest },
      ...{ policy_version: policyVersion, signed: signedDigest(version.digest, policyVersion), at, until },
      ...{ approved_by: actor.id, approved_by_name: actor.name, approved_by_role: actor.role },
    });
    const change = { state: 'approved' as const, updated_at: at };
    await updateDraft(tx, id, change);
    await noteStep(tx, {
      ...{ draft, step: 'approved', actor, at, policyVersion },
      grounds: contentApprovers(policy, networks).map(({ clause }) => clause),
      facts: { digest: version.digest, until: until.toISOString(), proposedBy: draft.proposed_by },
    });
    return detailOf(ports, tx, { ...draft, ...change });
  });
}

/** Whoever began, wrote or proposed it. */
export const isAuthor = (draft: Draft, writers: readonly { readonly id: string }[], person: string): boolean =>
  draft.created_by === person || draft.proposed_by === person || writers.some(({ id }) => id === person);

function endOf({ until }: ContentApproval, { at, goesAt }: { readonly at: Date; readonly goesAt: Date | null }): Date {
  const end = new Date(until);
  const earliest = goesAt !== null && goesAt > at ? goesAt : at;
  if (end <= earliest || end.getTime() > at.getTime() + LONGEST_MILLISECONDS)
    throw editorialError('UNTIL_WRONG', until);
  return end;
}
