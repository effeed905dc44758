// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ground, ReplyDraftView } from '#moderation/contract';
import type { Draft } from '../draft.ts';
import { clauseChoice, emptyGround, type GroundDraft } from '../ground.ts';

/** The form with somebody else's answer in it, as they wrote it: words, grounds and reasons. */
export function withDraft(draft: Draft, { text, reasons, grounds }: ReplyDraftView): Draft {
  return {
    ...draft,
    kind: 'reply',
    reply: text ?? draft.reply,
    grounds: { ...draft.grounds, reply: grounds.map(asTyped) },
    reasons: { ...draft.reasons, ...(reasons !== null && { reply: reasons }) },
  };
}

function asTyped(ground: Ground): GroundDraft {
  if (ground.kind === 'clause') return { ...emptyGround, choice: clauseChoice(ground.clause) };
  if (ground.kind === 'law') return { choice: 'law', source: ground.rule, why: ground.why };
  return { choice: 'order', source: ground.authority, why: ground.why };
}
