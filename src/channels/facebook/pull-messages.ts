// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GraphReader } from '../core/graph.ts';
import type { InboundEvent } from '../port.ts';
import { messageEvent, type Reading } from './events.ts';
import { CONVERSATIONS_AT_ONCE, PAGE_SIZE } from './limits.ts';
import {
  CONVERSATION_FIELDS,
  type Conversation,
  ConversationList,
  MESSAGE_FIELDS,
  type Message,
  MessageList,
} from './wire.ts';

/** Private messages, ours too, since a moment in Unix seconds: the conversation that moved last comes first. */
export async function pullMessages(
  reader: GraphReader,
  reading: Reading,
  since: number,
): Promise<readonly InboundEvent[]> {
  const query = { platform: 'MESSENGER', fields: CONVERSATION_FIELDS, limit: `${CONVERSATIONS_AT_ONCE}` };
  const path = `${encodeURIComponent(reading.pageId)}/conversations`;
  const { nodes } = await reader.list<Conversation>(ConversationList, path, query, (read) => {
    const last = read.at(-1);
    return last !== undefined && isBefore(last.updated_time, since);
  });
  const events: InboundEvent[] = [];
  for (const conversation of nodes) {
    if (isBefore(conversation.updated_time, since)) continue;
    const messages = await messagesOf(reader, conversation, since);
    events.push(...messages.map((message) => messageEvent(message, conversation, reading)));
  }
  return events;
}

const isBefore = (at: Date, since: number): boolean => at.getTime() < since * 1000;

async function messagesOf(reader: GraphReader, conversation: Conversation, since: number): Promise<readonly Message[]> {
  const first = conversation.messages ?? { data: [] };
  const { nodes } = reader.sift(first.data);
  const isEnough = (messages: readonly Message[]): boolean => {
    const oldest = messages.at(-1);
    return oldest !== undefined && isBefore(oldest.created_time, since);
  };
  const recent = (messages: readonly Message[]) =>
    messages.filter(({ created_time }) => !isBefore(created_time, since));
  const after = first.paging?.cursors?.after;
  if (first.paging?.next === undefined || after === undefined || isEnough(nodes)) return recent(nodes);
  const path = `${encodeURIComponent(conversation.id)}/messages`;
  const rest = await reader.list<Message>(
    MessageList,
    path,
    { fields: MESSAGE_FIELDS, limit: `${PAGE_SIZE}`, after },
    isEnough,
  );
  return recent([...nodes, ...rest.nodes]);
}
