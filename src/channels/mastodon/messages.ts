// SPDX-License-Identifier: AGPL-3.0-or-later
import { isGone, listIn } from './acting.ts';
import { isPrivate, messageOf, type Written } from './events.ts';
import { CONVERSATIONS_AT_ONCE, CONVERSATIONS_READ, CONVERSATIONS_REMEMBERED, MOST_PAGES } from './limits.ts';
import { contextOf, type Reading } from './reading.ts';
import { Conversation, sifted } from './wire.ts';

export interface Messages {
  readonly events: readonly Written[];
  readonly conversations: Readonly<Record<string, string>>;
}

/** Conversations that ended otherwise than before, read whole; beyond a few, the others wait for the next pull. */
export async function readMessages(reading: Reading, before: Readonly<Record<string, string>>): Promise<Messages> {
  const { all, changed } = await listed(reading, before);
  // What lies on pages that were not read this time stands as it was remembered.
  const ends = new Map(Object.entries(before));
  for (const { id } of all) {
    const known = ends.get(id) ?? '';
    // Set anew, the latest are last and stay longest.
    ends.delete(id);
    ends.set(id, known);
  }
  const events: Written[] = [];
  for (const { id, lastStatus } of changed.slice(0, CONVERSATIONS_READ)) {
    if (!reading.affords()) break;
    ends.set(id, endOf({ id, lastStatus }));
    if (!lastStatus) continue;
    const context = await contextOf(reading, lastStatus.id);
    if (context === null) continue;
    const said = [...context.ancestors, lastStatus, ...context.descendants];
    events.push(...said.filter(isPrivate).map((status) => messageOf(reading, status)));
  }
  return { events, conversations: Object.fromEntries([...ends].slice(-CONVERSATIONS_REMEMBERED)) };
}

const endOf = ({ lastStatus }: Conversation): string =>
  lastStatus ? `${lastStatus.id} ${lastStatus.editedAt?.toISOString() ?? ''}` : '';

/** The latest come first: reading stops at a page without a change. */
async function listed(reading: Reading, before: Readonly<Record<string, string>>) {
  const all: Conversation[] = [];
  const changed: Conversation[] = [];
  try {
    let pages = 0;
    for await (const page of reading.client.v1.conversations.list({ limit: CONVERSATIONS_AT_ONCE })) {
      const { nodes, unreadable } = sifted(Conversation, listIn(page));
      reading.passOver(unreadable);
      const news = nodes.filter((one) => before[one.id] !== endOf(one));
      all.push(...nodes);
      changed.push(...news);
      pages += 1;
      if (news.length === 0 || pages === MOST_PAGES) break;
    }
  } catch (cause) {
    // A server that has no conversations still notifies of private mentions.
    if (!isGone(cause)) throw cause;
  }
  return { all, changed };
}
