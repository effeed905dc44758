// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuthorRef, InboundEvent } from './port.ts';

/**
 * Text that PostgreSQL takes and gives back unchanged: what it cannot hold (U+0000, half a surrogate pair) becomes U+FFFD.
 * Compared otherwise than as it is stored, the same text would look edited at every reading.
 */
export const wellFormed = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** An event as it may enter the desk, whatever a citizen or a network put in it. `homes` are where the account lives. */
export function storable(event: InboundEvent, homes: readonly string[]): InboundEvent {
  const externalId = wellFormed(event.externalId);
  if (event.type !== 'written' && event.type !== 'edited') return { ...event, externalId };
  const { text, author, permalink, post, parentExternalId } = event;
  return {
    ...event,
    externalId,
    text: wellFormed(text),
    author: author && storableAuthor(author),
    permalink: permalink === null ? null : safeLink(permalink, homes),
    post: post && { externalId: wellFormed(post.externalId), text: post.text === null ? null : wellFormed(post.text) },
    parentExternalId: parentExternalId === null ? null : wellFormed(parentExternalId),
  };
}

const storableAuthor = ({ externalId, name }: AuthorRef): AuthorRef => ({
  externalId: wellFormed(externalId),
  name: wellFormed(name),
});

/** People follow it from the desk: only to the web, or to where the account itself lives (the simulated networks). */
function safeLink(link: string, homes: readonly string[]): string | null {
  const url = URL.parse(wellFormed(link));
  if (url === null) return null;
  const isHome = /^https?:$/.test(url.protocol) && homes.some((home) => URL.parse(home)?.origin === url.origin);
  return url.protocol === 'https:' || isHome ? url.href : null;
}
