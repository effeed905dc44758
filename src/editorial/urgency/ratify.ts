// SPDX-License-Identifier: AGPL-3.0-or-later
import { newId } from '#kernel';
import { holdRulebook } from '#rulebook';
import { isAuthor } from '../approving/approve.ts';
import { refuseOtherApprover } from '../approving/approver.ts';
import { contentDigest, signedDigest } from '../approving/digest.ts';
import { insertApproval, voidApproval } from '../approving/store.ts';
import { holdAsRead } from '../drafting/held.ts';
import { readContent } from '../drafting/reading.ts';
import { noteStep } from '../drafting/steps.ts';
import { writersOf } from '../drafting/store.ts';
import { detailOf } from '../drafting/view.ts';
import type { ContentDetail } from '../drafting/view-contract.ts';
import { editorialError } from '../errors.ts';
import { digestsNow } from '../media/showing.ts';
import type { EditorialPorts, OnDraft } from '../ports.ts';
import type { Ratification } from './contract.ts';
import { note } from './correct-now.ts';
import { pendingIn, pendingOf, updateRatification } from './store.ts';

/** What a ratification signs is out already: it lets nothing more out. */
const A_MOMENT_MILLISECONDS = 1000;

/**
 * Somebody else signs, to the letter, what one person corrected alone. Throws NOTHING_TO_RATIFY, CONTENT_FOUR_EYES,
 * NOT_WHAT_WAS_READ.
 */
export async function ratify(
  ports: EditorialPorts,
  { body, actor, id }: OnDraft,
  read: Ratification,
): Promise<ContentDetail> {
  return ports.database.inBody(body, async (tx) => {
    const { draft, version } = await holdAsRead(tx, { id, version: read.version }, ['out']);
    const pending = await pendingOf(tx, id);
    if (pending === undefined) throw editorialError('NOTHING_TO_RATIFY');
    if (isAuthor(draft, await writersOf(tx, id), actor.id)) throw editorialError('CONTENT_FOUR_EYES');
    if (version.digest !== read.digest) throw editorialError('NOT_WHAT_WAS_READ');
    await holdRulebook(tx, body);
    const reading = await readContent(ports, tx, { body, content: version.content });
    const { content, policy, policyVersion } = reading;
    const networks = reading.variants.map(({ account }) => account.network);
    await refuseOtherApprover(tx, { policy, networks, actor, now: ports.clock.now() });
    if (contentDigest(content, await digestsNow(tx, reading)) !== version.digest)
      throw editorialError('APPROVAL_OF_ANOTHER');
    const at = ports.clock.now();
    await voidApproval(tx, id, { at, why: 'È stata ratificata una correzione urgente.' });
    await insertApproval(tx, {
      ...{ id: newId(), body, draft_id: id, version: version.version, digest: version.digest, at },
      ...{ policy_version: policyVersion, signed: signedDigest(version.digest, policyVersion) },
      ...{ approved_by: actor.id, approved_by_name: actor.name, approved_by_role: actor.role },
      until: new Date(at.getTime() + A_MOMENT_MILLISECONDS),
    });
    const settled = { settled_by: actor.id, settled_by_name: actor.name, settled_at: at };
    await updateRatification(tx, pending.publication_id, { state: 'ratified', ...settled });
    await noteStep(tx, { draft, step: 'approved', actor, at, policyVersion, facts: { digest: version.digest } });
    await note(
      tx,
      { draft, actor, at, kind: 'editorial.ratified', summary: 'Ratificata una correzione urgente' },
      {
        ...{ publication: pending.publication_id, correctedBy: pending.corrected_by },
      },
    );
    return detailOf(ports, tx, draft);
  });
}

/** What nobody ratified in time is called for, once, in the history of its draft and in the record. Returns how many. */
export async function ratificationsDue(ports: EditorialPorts, body: string): Promise<number> {
  return ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const late = (await pendingIn(tx, body)).filter(({ due_at, reminded_at }) => due_at <= at && reminded_at === null);
    for (const { publication_id, draft_id } of late) {
      await updateRatification(tx, publication_id, { reminded_at: at });
      const draft = { id: draft_id, body };
      const summary = 'Una correzione urgente non è stata ratificata entro il termine';
      await note(
        tx,
        { draft, actor: null, at, kind: 'editorial.unratified', summary },
        { publication: publication_id },
      );
    }
    return late.length;
  });
}
