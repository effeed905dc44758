// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Clock } from '#kernel';
import { type Graph, type GraphReader, graphReader, Written } from '../core/graph.ts';
import { type Attempt, attempt } from '../core/graph-stopping.ts';
import { type Standings, standingChanges } from '../core/standing.ts';
import { ChannelFault, type ConnectedAccount, type InboundEvent, type Pulled } from '../port.ts';
import { type Cursor, cursorFrom, sinceOf } from './cursor.ts';
import { errors, notActingAsPage } from './errors.ts';
import type { Reading } from './events.ts';
import { FIRST_MESSAGES_SECONDS, OLD_READING_SECONDS, WHOLE_READING_EVERY } from './limits.ts';
import { pullMentions } from './pull-mentions.ts';
import { pullMessages } from './pull-messages.ts';
import { readOldThreads, readThreads } from './threads.ts';

const HIDDEN_REMEMBERED = 1000;

/**
 * Reads what is on the Page now. Recent threads are read again each time, because Facebook marks neither edits nor
 * comments that surface late; longer ones since the previous reading, and whole at every twelfth; older ones once a day.
 */
export async function pull(
  { graph, clock }: { readonly graph: Graph; readonly clock: Clock },
  account: ConnectedAccount,
  cursor: string | null,
): Promise<Pulled> {
  const previous = cursorFrom(cursor);
  const reader = graphReader(graph, errors);
  const began = clock.now();
  await assertPage(reader, account.externalId);
  // Of the first answer: what happened after it may already be in the later ones, or not yet.
  const seenAt = reader.startedAt() ?? began;
  const reading: Reading = { pageId: account.externalId, seenAt };
  const at = Math.floor(seenAt.getTime() / 1000);
  const whole = previous.round % WHOLE_READING_EVERY === 0;
  const threads = await readThreads(reader, reading, { whole, since: sinceOf(previous.at) });
  const parts = await readParts(reader, reading, { previous, at, known: threads.posts });
  const seen = [...threads.seen, ...(foundIn(parts.old) ?? [])];
  const { changes, standings } = standingChanges(seen, hiddenBefore(previous), { seenAt, most: HIDDEN_REMEMBERED });
  const next: Cursor = {
    at,
    mentionsAt: foundIn(parts.mentions) === null ? previous.mentionsAt : at,
    messagesAt: foundIn(parts.messages) === null ? previous.messagesAt : at,
    oldAt: previous.oldAt === null || foundIn(parts.old) !== null ? at : previous.oldAt,
    round: previous.round + 1,
    hidden: Object.keys(standings),
  };
  const told = [
    ...seen.map(({ event }) => event),
    ...(foundIn(parts.mentions) ?? []),
    ...(foundIn(parts.messages) ?? []),
  ];
  const events = [...once(told), ...changes].sort((one, other) => one.at.getTime() - other.at.getTime());
  return { events, cursor: JSON.stringify(next), wholeThreads: threads.wholeThreads, ...asides(reader, parts) };
}

const hiddenBefore = ({ hidden }: Cursor): Standings => Object.fromEntries(hidden.map((id) => [id, 'hidden']));

/** With a person's token Facebook answers that there are no comments at all, without an error. */
async function assertPage(reader: GraphReader, pageId: string): Promise<void> {
  const me = await reader.read(Written, 'me', { fields: 'id' });
  if (me.id !== pageId) throw new ChannelFault(notActingAsPage);
}

type Parts = Awaited<ReturnType<typeof readParts>>;

/** What a permission of its own opens, or what can wait, must not close the rest. */
async function readParts(
  reader: GraphReader,
  reading: Reading,
  { previous, at, known }: { readonly previous: Cursor; readonly at: number; readonly known: ReadonlySet<string> },
) {
  const messagesSince = sinceOf(previous.messagesAt) ?? at - FIRST_MESSAGES_SECONDS;
  const messages = await attempt(reader, () => pullMessages(reader, reading, messagesSince));
  const mentions = await attempt(reader, () => pullMentions(reader, reading, sinceOf(previous.mentionsAt)));
  const oldSince = sinceOf(previous.oldAt);
  const isTime = previous.oldAt !== null && at - previous.oldAt >= OLD_READING_SECONDS;
  const old =
    isTime && oldSince !== null
      ? await attempt(reader, () => readOldThreads(reader, reading, { since: oldSince, known }))
      : null;
  return { messages, mentions, old };
}

const foundIn = <Found>(part: Attempt<Found> | null): Found | null => (part?.state === 'read' ? part.found : null);

/** Each under its first name: a visitor's post that names the Page is in two lists. */
function once(events: readonly InboundEvent[]): readonly InboundEvent[] {
  const told = new Map<string, InboundEvent>();
  for (const event of events) if (!told.has(event.externalId)) told.set(event.externalId, event);
  return [...told.values()];
}

function asides(reader: GraphReader, parts: Parts): Pick<Pulled, 'waitSeconds' | 'unreadable'> {
  const waits = Object.values(parts).flatMap((part) => (part?.state === 'stopped' ? part.waitSeconds : []));
  const waitSeconds = Math.max(reader.waitSeconds() ?? 0, ...waits);
  const unreadable = reader.unreadable();
  return { ...(waitSeconds === 0 ? {} : { waitSeconds }), ...(unreadable === 0 ? {} : { unreadable }) };
}
