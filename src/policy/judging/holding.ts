// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from '../compiled.ts';
import type { ItemFacts } from '../facts.ts';
import { cardOf } from './matter.ts';

/** The clause that lets such items appear only after approval, if one does. Nothing private appears anyway. */
export function heldBefore(
  policy: CompiledPolicy,
  item: Pick<ItemFacts, 'channel' | 'kind'>,
): PolicyClause | undefined {
  const card = cardOf(policy, item.channel);
  const mode =
    item.kind === 'visitor-post'
      ? (card.visitorPosts ?? card.moderation)
      : item.kind === 'comment' || item.kind === 'reply'
        ? card.moderation
        : undefined;
  return mode?.what === 'before' && !mode.clause.dormant ? mode.clause : undefined;
}
