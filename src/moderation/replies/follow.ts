// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { fingerprintOf } from '#inbox';
import type { Tx } from '#platform';
import { readyInCrisis } from '../crisis/store.ts';
import type { Follower, Taken } from '../followers.ts';
import type { ModerationPorts } from '../ports.ts';
import { latestJudgement } from '../store.ts';
import { replyError } from './errors.ts';
import { refuseUnlessFit } from './fit.ts';
import { latestReplyChoice, settleDraft, waitingDraft } from './store.ts';

/** With each answer: what the checks stop is not sent, and where the body wants it another person has read it first. */
export const repliesFollower: Follower = {
  taken: async (ports, tx, taken) => {
    const { row, item, matter, decision } = taken;
    if (decision.kind !== 'reply') return replaceWaiting(tx, taken);
    const signals = (await latestJudgement(tx, row.id))?.signals ?? [];
    await refuseUnlessFit(ports, tx, { on: { row, item, matter, signals }, text: decision.reply ?? '' });
    await refuseUnlessApproved(ports, tx, taken);
  },
};

/** Decided otherwise, or answered without approval, nothing waits any more. */
async function replaceWaiting(
  tx: Tx,
  { row, decision, actor }: Pick<Taken, 'row' | 'decision' | 'actor'>,
): Promise<void> {
  const draft = await waitingDraft(tx, row.id);
  if (draft !== undefined) await settleDraft(tx, draft.id, { ...settledBy(actor, decision), state: 'replaced' });
}

const settledBy = (actor: Taken['actor'], { at }: Taken['decision']) => ({
  ...{ settled_by: actor.id, settled_by_name: actor.name, settled_at: at },
});

/**
 * These very words, read by somebody else than who wrote them: who sends them approves them, or in a crisis who made the text
 * ready for it did.
 */
async function refuseUnlessApproved({ vault }: ModerationPorts, tx: Tx, { row, item, decision, actor }: Taken) {
  const needed = (await latestReplyChoice(tx, decision.body))?.approval === true;
  if (!needed) return replaceWaiting(tx, { row, decision, actor });
  const draft = await waitingDraft(tx, row.id);
  const fingerprint = fingerprintOf(vault, decision.reply ?? '');
  const known = { kind: 'reply.approved', subject: item.id, person: actor, grounds: [] };
  const about = { policyVersion: decision.policy_version };
  const facts = { case: row.id, decision: decision.id, reply: fingerprint };
  if (draft?.fingerprint === fingerprint) {
    if (draft.person === actor.id) throw replyError('OWN_REPLY');
    await settleDraft(tx, draft.id, { ...settledBy(actor, decision), state: 'approved', decision_id: decision.id });
    return record(tx, decision.body, decision.at, {
      ...{ ...known, ...about, facts: { ...facts, draft: draft.id, writer: draft.person } },
      summary: `Approvata la risposta scritta da un’altra persona (pratica n. ${row.number})`,
    });
  }
  const ready = await readyInCrisis(tx, decision.body, decision.reply ?? '');
  if (ready === undefined) throw replyError('REPLY_NEEDS_APPROVAL');
  if (ready.approved_by === actor.id) throw replyError('OWN_REPLY');
  await replaceWaiting(tx, { row, decision, actor });
  await record(tx, decision.body, decision.at, {
    ...{ ...known, ...about, facts: { ...facts, text: ready.id, approver: ready.approved_by } },
    summary: `Risposta con un testo per le emergenze approvato da un’altra persona (pratica n. ${row.number})`,
  });
}
