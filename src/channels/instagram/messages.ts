// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GraphReader } from '../core/graph.ts';
import { attempt } from '../core/graph-stopping.ts';
import type { InboundEvent } from '../port.ts';
import type { KnownConversations } from './cursor.ts';
import {
  CONVERSATIONS_AT_ONCE,
  CONVERSATIONS_PER_PULL,
  FIRST_MESSAGES_SECONDS,
  NEXT_CONVERSATIONS_SECONDS,
  OVERLAP_SECONDS,
} from './limits.ts';
import {
  type Conversation,
  ConversationList,
  ConversationMessages,
  MESSAGE_FIELDS,
  type Message,
  ON_INSTAGRAM,
  type Reading,
} from './wire.ts';

export interface MessagesRead {
  readonly events: readonly InboundEvent[];
  /** Instagram's time, in Unix seconds, up to which all conversations were read; null where that was never so. */
  readonly readTo: number | null;
  readonly known: KnownConversations;
  readonly stoppedSeconds?: number;
}

interface Wanted {
  readonly reading: Reading;
  readonly since: number | null;
  readonly known: KnownConversations;
}

/**
 * Private messages since the previous reading. What is more than a pull's share is left for the next one, which passes over the
 * conversations that were read and have not moved.
 */
export async function readMessages(reader: GraphReader, { reading, since, known }: Wanted): Promise<MessagesRead> {
  const now = Math.floor(reading.seenAt.getTime() / 1000);
  const from = since === null ? now - FIRST_MESSAGES_SECONDS : since - OVERLAP_SECONDS;
  const listed = await attempt(reader, () => conversationsSince(reader, from));
  if (listed.state === 'stopped') return { events: [], readTo: since, known, stoppedSeconds: listed.waitSeconds };
  if (listed.state === 'closed') return { events: [], readTo: null, known: {} };
  const { wanted, isMore } = shareOf(listed.found, known);
  const events: InboundEvent[] = [];
  const read: KnownConversations = {};
  const told = () => ({ events, known: lately({ ...known, ...read }, from) });
  for (const { id, updated_time: moved } of wanted) {
    const messages = await attempt(reader, () => messagesOf(reader, id, reading));
    if (messages.state === 'stopped') return { ...told(), readTo: since, stoppedSeconds: messages.waitSeconds };
    if (messages.state === 'read') events.push(...messages.found.filter(({ at }) => at.getTime() >= from * 1000));
    read[id] = { movedAt: secondsOf(moved), readAt: now };
  }
  return isMore ? { ...told(), readTo: since, stoppedSeconds: NEXT_CONVERSATIONS_SECONDS } : { ...told(), readTo: now };
}

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Those that moved since they were read, then those that may have: Instagram's times are whole seconds. */
function shareOf(found: readonly Conversation[], known: KnownConversations) {
  const hasMoved = ({ id, updated_time: moved }: Conversation): boolean => known[id]?.movedAt !== secondsOf(moved);
  const mayHaveMoved = ({ id }: Conversation): boolean => {
    const before = known[id];
    return before !== undefined && before.movedAt >= before.readAt - 1;
  };
  const moved = found.filter(hasMoved);
  const doubtful = found.filter((one) => !hasMoved(one) && mayHaveMoved(one));
  return {
    wanted: [...moved, ...doubtful].slice(0, CONVERSATIONS_PER_PULL),
    isMore: moved.length > CONVERSATIONS_PER_PULL,
  };
}

/** Only what a next reading could meet again. */
const lately = (known: KnownConversations, from: number): KnownConversations =>
  Object.fromEntries(Object.entries(known).filter(([, { movedAt }]) => movedAt >= from));

/** Listed newest first; given back oldest first. */
async function conversationsSince(reader: GraphReader, from: number): Promise<readonly Conversation[]> {
  const isOld = ({ updated_time: updated }: Conversation): boolean => updated.getTime() < from * 1000;
  const query = { ...ON_INSTAGRAM, fields: 'id,updated_time', limit: CONVERSATIONS_AT_ONCE };
  const { nodes } = await reader.list<Conversation>(ConversationList, 'me/conversations', query, (found) =>
    found.some(isOld),
  );
  return nodes.filter((conversation) => !isOld(conversation)).toReversed();
}

async function messagesOf(reader: GraphReader, id: string, reading: Reading): Promise<readonly InboundEvent[]> {
  const { messages } = await reader.read(ConversationMessages, encodeURIComponent(id), { fields: MESSAGE_FIELDS });
  return reader.sift<Message>(messages.data).nodes.flatMap((message) => messageEvent(message, reading) ?? []);
}

/** Null where it cannot be told with whom: nobody could answer it. */
export function messageEvent(message: Message, { accountId, username, seenAt }: Reading): InboundEvent | null {
  const { from } = message;
  const own = from.id === accountId || from.username.toLowerCase() === username.toLowerCase();
  const person = own ? message.to?.data[0]?.id : from.id;
  if (person === undefined) return null;
  return {
    type: 'written',
    seenAt,
    externalId: message.id,
    kind: 'message',
    text: message.message,
    author: { externalId: from.id, name: from.username },
    at: message.created_time,
    permalink: null,
    post: null,
    parentExternalId: null,
    own,
    hasMedia: [message.attachments, message.shares].some((part) => part !== undefined) || message.is_unsupported,
    // As a notice names it and as an answer is addressed.
    conversation: person,
  };
}
