// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from '../compiled.ts';
import { cardOf, type Place } from './card.ts';

/** The clause that lets such items appear only after approval, if one does. Nothing private appears anyway. */
export function heldBefore(policy: CompiledPolicy, place: Place): PolicyClause | undefined {
  const card = cardOf(policy, place.channel);
  const mode =
    place.kind === 'visitor-post'
      ? (card.visitorPosts ?? card.moderation)
      : place.kind === 'comment' || place.kind === 'reply'
        ? card.moderation
        : undefined;
  return mode?.what === 'before' && !mode.clause.dormant ? mode.clause : undefined;
}
