// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import type { Wanted } from '#delivery';
import type { Item } from '#inbox';
import type { PrivatePlace } from '../ladder/author-store.ts';

/** An answer to what somebody wrote in private, where it goes. */
export const privateWrite = (
  place: Pick<PrivatePlace, 'external_id' | 'conversation' | 'written_at'>,
  text: string,
): Wanted => ({
  type: 'answer-message',
  target: place.external_id,
  post: place.conversation,
  writtenAt: place.written_at,
  text,
});

// Where a network has no adapter nobody measures what is written; a person pastes it by hand.
const BY_HAND = { length: 8000, unit: 'characters' } as const;

/** How long what is written there may be. */
export function lengthLimit(network: Item['network'], how: 'privately' | 'publicly') {
  const limits = adapterOf(network)?.limits;
  if (limits === undefined) return BY_HAND;
  const { replyLength, messageLength = replyLength, lengthUnit: unit } = limits;
  return { length: how === 'privately' ? messageLength : replyLength, unit };
}

/** How long an answer to an item may be. */
export const answerLimit = ({ network, kind }: Pick<Item, 'network' | 'kind'>) =>
  lengthLimit(network, kind === 'message' ? 'privately' : 'publicly');
