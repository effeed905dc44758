// SPDX-License-Identifier: AGPL-3.0-or-later
import { sameText } from '../core/same-text.ts';
import type { Command, ReadBack } from '../port.ts';
import type { Acting } from './acting.ts';
import { errors } from './errors.ts';
import { PAGE_SIZE } from './limits.ts';
import { find, isSince, read } from './looking.ts';
import { ConversationIds, MESSAGE_FIELDS, type Message, OwnMessageList } from './wire.ts';

type Answer = Extract<Command, { type: 'answer-message' }>;

/** Our answer in the conversation: by its id where it is known, by text and time otherwise, whoever of the Page wrote it. */
export async function readMessage(acting: Acting, command: Answer, writtenId: string | undefined): Promise<ReadBack> {
  const { graph, pageId } = acting;
  if (command.post === null) return { state: 'pending', error: errors.notPossible('no-conversation') };
  const conversations = await read(graph, ConversationIds, {
    path: `${encodeURIComponent(pageId)}/conversations`,
    query: { platform: 'MESSENGER', user_id: command.post, fields: 'id' },
  });
  const [conversation] = conversations === 'gone' ? [] : conversations.data;
  if (conversation === undefined) return { state: 'absent', proof: { conversation: command.post, found: false } };
  const since = command.since ?? command.writtenAt;
  const isAnswer = ({ id, from, message, created_time: at }: Message): boolean =>
    writtenId === undefined
      ? from?.id === pageId && sameText(message, command.text) && isSince(at, since)
      : id === writtenId;
  const found = await find(graph, OwnMessageList, {
    path: `${encodeURIComponent(conversation.id)}/messages`,
    query: { fields: MESSAGE_FIELDS, limit: `${PAGE_SIZE}` },
    wanted: isAnswer,
    isPast: ({ created_time: at }) => !isSince(at, since),
  });
  return found === null
    ? { state: 'absent', proof: { conversation: conversation.id, messages: 'none' } }
    : { state: 'confirmed', proof: { id: found.id, message: found.message, conversation: conversation.id } };
}
