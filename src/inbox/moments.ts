// SPDX-License-Identifier: AGPL-3.0-or-later
import type { InboundEvent } from '#channels';
import type { Item } from './store.ts';

export type TextEvent = Extract<InboundEvent, { text: string }>;
export type StateEvent = Exclude<InboundEvent, TextEvent>;

export const isText = (event: InboundEvent): event is TextEvent => event.type === 'written' || event.type === 'edited';

/** When what the event tells was so on the network. */
export const momentOf = (event: InboundEvent): Date => (isText(event) ? (event.seenAt ?? event.at) : event.at);

/**
 * Whether the text is newer than the one kept. Networks count in whole seconds: within the same second the one told last
 * stands, except the notice of the first writing, which nothing can precede.
 */
export function isNewerText(event: TextEvent, known: Pick<Item, 'text_at'>): boolean {
  const distance = momentOf(event).getTime() - known.text_at.getTime();
  const isFirstWriting = event.type === 'written' && event.seenAt === undefined;
  return isFirstWriting ? distance > 0 : distance >= 0;
}

/** Whether a reading shows again what was taken for deleted. */
export const isBack = ({ seenAt }: TextEvent, known: Pick<Item, 'visibility' | 'state_at'>): boolean =>
  known.visibility === 'deleted' && seenAt !== undefined && seenAt > known.state_at;

const VISIBILITY = { deleted: 'deleted', hidden: 'hidden', shown: 'visible', held: 'held' } as const;

/**
 * The visibility that the event leaves, or null where it is older than what is known. A deletion is final: only a later
 * reading that shows the item undoes it, whichever of the two is told first.
 */
export function visibilityAfter(
  event: StateEvent,
  known: Pick<Item, 'visibility' | 'state_at' | 'seen_at'>,
): Item['visibility'] | null {
  if (known.visibility === 'deleted') return event.type === 'deleted' ? 'deleted' : null;
  const isStale =
    event.type === 'deleted' ? known.seen_at !== null && known.seen_at > event.at : known.state_at > event.at;
  return isStale ? null : VISIBILITY[event.type];
}

/** Whichever is later. */
export const later = (one: Date, other: Date): Date => (one > other ? one : other);
