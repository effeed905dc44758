// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AtpAgent, ChatBskyConvoDefs, RichText } from '@atproto/api';
import { sameText } from '../core/same-text.ts';
import type { Command, InboundEvent, ReadBack, WriteOutcome } from '../port.ts';
import { fault, send } from './errors.ts';
import { CONVERSATIONS_READ, CONVERSATIONS_REMEMBERED, MESSAGE_BYTES, MESSAGE_GRAPHEMES } from './limits.ts';
import type { Acting } from './records.ts';

type Answer = Extract<Command, { type: 'answer-message' }>;
type Message = ChatBskyConvoDefs.MessageView;
type Convo = ChatBskyConvoDefs.ConvoView;

const PAGE = 100;
const MOST_PAGES = 10;
/** Clocks may differ. */
const CLOCK_SKEW_MILLISECONDS = 30_000;

/** Private messages live on a service of their own, which the account's server asks for us. */
const chatOf = (agent: AtpAgent) => agent.withProxy('bsky_chat', 'did:web:api.bsky.chat').chat.bsky.convo;

/** Throws where the account may not read its messages. */
export const probeChat = (agent: AtpAgent): Promise<unknown> => chatOf(agent).listConvos({ limit: 1 });

export interface Messages {
  readonly events: readonly InboundEvent[];
  /** How each conversation stood when it was last read, by its id. */
  readonly conversations: Readonly<Record<string, string>>;
}

interface Reader {
  readonly agent: AtpAgent;
  readonly did: string;
  readonly now: Date;
}

/** Conversations that moved since they were last read, down to what was known; beyond a few, the others wait. */
export async function readMessages(reader: Reader, before: Readonly<Record<string, string>>): Promise<Messages> {
  const { all, moved } = await convosOf(reader.agent, before);
  // What lies on pages that were not read this time stands as it was remembered.
  const after = new Map(Object.entries(before));
  for (const { id } of all) {
    const known = after.get(id) ?? '';
    // Set anew, the latest are last and stay longest.
    after.delete(id);
    after.set(id, known);
  }
  const events: InboundEvent[] = [];
  for (const convo of moved.slice(0, CONVERSATIONS_READ)) {
    events.push(...(await said(reader, convo, before[convo.id])));
    after.set(convo.id, convo.rev);
  }
  return { events, conversations: Object.fromEntries([...after].slice(-CONVERSATIONS_REMEMBERED)) };
}

/** The latest come first: reading stops at a page where nothing moved. */
async function convosOf(agent: AtpAgent, before: Readonly<Record<string, string>>) {
  const all: Convo[] = [];
  const moved: Convo[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { data } = await chatOf(agent).listConvos({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    const news = data.convos.filter(({ id, rev }) => before[id] !== rev);
    all.push(...data.convos);
    moved.push(...news);
    cursor = news.length === 0 || data.convos.length < PAGE ? undefined : data.cursor;
    if (cursor === undefined) break;
  }
  return { all, moved };
}

/** What was said since `rev`: revisions of one conversation sort as text. */
async function said({ agent, did, now }: Reader, { id, members }: Convo, rev = ''): Promise<readonly InboundEvent[]> {
  const names = new Map(members.map((one) => [one.did, one.displayName?.trim() || one.handle]));
  const events: InboundEvent[] = [];
  for await (const message of messagesOf(agent, id)) {
    if (message.rev <= rev) break;
    if (message.$type === 'chat.bsky.convo.defs#deletedMessageView') {
      events.push({ type: 'deleted', externalId: message.id, at: now });
    } else if (isSaid(message)) {
      events.push(messageEvent(message, { did, now, conversation: id, names }));
    }
  }
  return events;
}

const isSaid = (message: { $type?: string; id: string }): message is Message =>
  ChatBskyConvoDefs.isMessageView(message);

interface Place {
  readonly did: string;
  readonly now: Date;
  readonly conversation: string;
  readonly names: ReadonlyMap<string, string>;
}

const messageEvent = (message: Message, { did, now, conversation, names }: Place): InboundEvent => ({
  type: 'written',
  seenAt: now,
  externalId: message.id,
  kind: 'message',
  text: message.text,
  author: { externalId: message.sender.did, name: names.get(message.sender.did) ?? message.sender.did },
  at: new Date(message.sentAt),
  permalink: null,
  post: null,
  parentExternalId: null,
  own: message.sender.did === did,
  hasMedia: message.embed !== undefined,
  conversation,
});

type Listed = { readonly $type?: string; readonly id: string; readonly rev: string };

/** Newest first, page after page. */
async function* messagesOf(agent: AtpAgent, convoId: string): AsyncGenerator<Listed> {
  let cursor: string | undefined;
  do {
    const asked = { convoId, limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const { data } = await chatOf(agent).getMessages(asked);
    for (const message of data.messages) if ('id' in message && 'rev' in message) yield message as Listed;
    cursor = data.messages.length < PAGE || data.cursor === cursor ? undefined : data.cursor;
  } while (cursor !== undefined);
}

export async function answerMessage({ agent }: Acting, { post: convoId, text }: Answer): Promise<WriteOutcome> {
  if (convoId === null) {
    throw fault('not-possible', 'NoConversation', 'Non si sa a quale conversazione rispondere: va fatto su Bluesky.');
  }
  const rich = new RichText({ text: text.trim() });
  if (rich.text === '') throw fault('rejected-content', 'EmptyText', 'La risposta è senza parole: serve un testo.');
  if (rich.graphemeLength > MESSAGE_GRAPHEMES || rich.length > MESSAGE_BYTES) {
    const message = `La risposta supera i ${MESSAGE_GRAPHEMES} caratteri ammessi da Bluesky: va accorciata.`;
    throw fault('rejected-content', 'TextTooLong', message);
  }
  const { data } = await send(() => chatOf(agent).sendMessage({ convoId, message: { text: rich.text } }));
  return { state: 'accepted', externalId: data.id };
}

/** By its id where it is known, otherwise by its words and time among what we said there. */
export async function readAnswer(
  { agent, did }: Pick<Acting, 'agent' | 'did'>,
  { post: convoId, text, since, writtenAt }: Answer,
  writtenId: string | undefined,
): Promise<ReadBack> {
  if (convoId === null) return { state: 'pending', error: fault('not-possible', 'NoConversation').error };
  const floor = (since ?? writtenAt).getTime() - CLOCK_SKEW_MILLISECONDS;
  for await (const message of messagesOf(agent, convoId)) {
    if (!isSaid(message)) continue;
    const isOurs = message.sender.did === did;
    const isIt = writtenId === undefined ? isOurs && sameText(message.text, text) : message.id === writtenId;
    const isPast = new Date(message.sentAt).getTime() < floor;
    if (isIt && !(isPast && writtenId === undefined)) {
      return { state: 'confirmed', proof: { id: message.id, text: message.text, conversation: convoId } };
    }
    if (isPast) break;
  }
  return { state: 'absent', proof: { conversation: convoId, answers: 'none' } };
}
