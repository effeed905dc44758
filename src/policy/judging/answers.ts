// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy } from '../compiled.ts';
import type { Reason } from '../judgement.ts';
import { known } from '../missing.ts';
import { covers } from '../values/networks.ts';
import { cardOf, type Place } from './card.ts';

/** A way of answering that the policy gives. */
export interface Answer {
  /** What it is given for; absent: whatever is noticed. */
  readonly categories: readonly string[] | undefined;
  readonly reason: Reason;
}

/** How the policy says things are answered in a place; several clauses may say it. */
export const answersOf = (policy: CompiledPolicy, place: Place): readonly Answer[] =>
  policy.replies
    .filter(({ clause, what }) => !clause.dormant && what.by === 'staff')
    .filter(({ what }) => covers(what.channels, place.channel) && (what.kinds?.includes(place.kind) ?? true))
    .flatMap(({ clause, what }) => {
      const ways = known(what.ways);
      if (ways === undefined) return [];
      const reason = Object.freeze({ clause: clause.id, text: `Come si risponde: ${ways.join('; ')}.` });
      return { categories: what.categories, reason };
    });

/** Why messages are not answered in a place, where the policy keeps them out of answering. */
export function unanswered(policy: CompiledPolicy, place: Place): Reason | undefined {
  const messages = cardOf(policy, place.channel).messages;
  if (place.kind !== 'message' || messages === undefined) return undefined;
  if (messages.what !== 'not-for-replies' && messages.what !== 'not-possible') return undefined;
  const text = 'Su questo canale i messaggi diretti non servono a rispondere.';
  return Object.freeze({ clause: messages.clause.id, text });
}
