// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Graph, Listing, Parameters } from '../core/graph.ts';
import { Written } from '../core/graph.ts';
import { sameText } from '../core/same-text.ts';
import { type ChannelError, ChannelFault, type Command, type ReadBack } from '../port.ts';
import { type Acting, isOurs } from './acting.ts';
import { errors, publishedUnseen, unreadableBan } from './errors.ts';
import { COMMENTS_AT_ONCE, CONVERSATIONS_AT_ONCE } from './limits.ts';
import { CLOCK_SKEW_MILLISECONDS, ownMedia } from './own-media.ts';
import {
  ConversationList,
  ConversationMessages,
  MESSAGE_FIELDS,
  type Message,
  ON_INSTAGRAM,
  OneComment,
  OneCommentList,
  OneMedia,
  REPLY_FIELDS,
} from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Whether the command's effect is on Instagram now. `writtenId` is the id it was given, when it is known. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  try {
    return await look(acting, command, writtenId);
  } catch (fault) {
    if (fault instanceof ChannelFault) return { state: 'pending', error: fault.error };
    throw fault;
  }
}

function look(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  const { graph } = acting;
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return checkHidden(graph, command.target, command.type === 'hide');
    case 'remove':
    case 'remove-post':
      return checkGone(graph, command.target);
    case 'close-comments':
    case 'open-comments':
      return checkMedia(
        graph,
        command.target,
        ({ is_comment_enabled: isOpen }) => isOpen === (command.type === 'open-comments'),
      );
    case 'edit-post':
      return checkMedia(graph, command.target, ({ caption }) => sameText(caption ?? '', command.text));
    case 'publish':
      return checkPublished(acting, command, writtenId);
    case 'reply':
      return writtenId === undefined ? searchReply(acting, command) : checkReply(graph, command, writtenId);
    case 'answer-message':
      return searchMessage(acting, command, writtenId);
    case 'ban':
    case 'unban':
      return Promise.resolve({ state: 'pending', error: unreadableBan });
    case 'approve':
    case 'report':
      return Promise.resolve({ state: 'pending', error: errors.notPossible(`${command.type}-by-hand`) });
  }
}

const gone = (id: string): ReadBack => ({ state: 'absent', proof: { id, found: false } });
const told = (isThere: boolean, proof: Readonly<Record<string, unknown>>): ReadBack => ({
  state: isThere ? 'confirmed' : 'absent',
  proof,
});

async function checkHidden(graph: Graph, target: string, hidden: boolean): Promise<ReadBack> {
  const comment = await get(graph, OneComment, target, { fields: 'id,hidden' });
  return comment === null ? gone(target) : told(comment.hidden === hidden, { id: comment.id, hidden: comment.hidden });
}

async function checkGone(graph: Graph, target: string): Promise<ReadBack> {
  const found = await get(graph, Written, target, { fields: 'id' });
  return told(found === null, { id: target, found: found !== null });
}

const MEDIA_FIELDS = 'id,caption,timestamp,permalink,is_comment_enabled';

async function checkMedia(
  graph: Graph,
  target: string,
  isSo: (media: z.infer<typeof OneMedia>) => boolean,
): Promise<ReadBack> {
  const media = await get(graph, OneMedia, target, { fields: MEDIA_FIELDS });
  return media === null ? gone(target) : told(isSo(media), { ...media });
}

async function checkPublished(
  acting: Acting,
  command: Of<'publish'>,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const { text, comments } = command.content;
  const isRight = ({ caption, is_comment_enabled: isOpen }: z.infer<typeof OneMedia>): boolean =>
    sameText(caption ?? '', text) && (comments !== 'nobody' || isOpen === false);
  if (writtenId !== undefined) return checkMedia(acting.graph, writtenId, isRight);
  const found = await ownMedia(acting, command.since, ({ caption }) => sameText(caption ?? '', text));
  if (found === null) return { state: 'absent', proof: { posts: 'none' } };
  if ('error' in found) return { state: 'pending', error: found.error };
  // Without its time it may be an older post with the same words.
  if (command.since === undefined) return { state: 'pending', error: publishedUnseen };
  return checkMedia(acting.graph, found.id, isRight);
}

/** Instagram hangs an answer to a reply under the comment above it. */
async function checkReply(graph: Graph, command: Of<'reply'>, writtenId: string): Promise<ReadBack> {
  const reply = await get(graph, OneComment, writtenId, { fields: REPLY_FIELDS });
  if (reply === null) return gone(writtenId);
  const proof = { id: reply.id, parent_id: reply.parent_id ?? null, text: reply.text };
  // Of a mention or of an answer to the post itself there is no comment above.
  if (command.post === null || command.target === command.post || reply.parent_id === command.target)
    return told(sameText(reply.text, command.text), proof);
  const above = await parentOf(graph, command.target);
  return above !== null && above === reply.parent_id
    ? told(sameText(reply.text, command.text), proof)
    : { state: 'pending', error: errors.notPossible(`reply-under-${reply.parent_id ?? 'nothing'}`) };
}

async function parentOf(graph: Graph, target: string): Promise<string | null> {
  const comment = await get(graph, OneComment, target, { fields: 'id,parent_id' });
  return comment?.parent_id ?? null;
}

/** The answer to the write was lost: our reply is looked for by its author, text and time, where it may have landed. */
async function searchReply(acting: Acting, command: Of<'reply'>): Promise<ReadBack> {
  const { graph } = acting;
  const { target, post, text, since } = command;
  // What was written under the posts of others is shown to their owners only.
  if (post === null) return { state: 'pending', error: errors.notPossible('reply-to-mention-not-shown') };
  const from = since === undefined ? 0 : since.getTime() - CLOCK_SKEW_MILLISECONDS;
  const wanted = (reply: OneComment): boolean =>
    isOurs(acting, reply) && sameText(reply.text, text) && (reply.timestamp?.getTime() ?? 0) >= from;
  if (target === post) return foundOrNot(await firstOf(graph, `${encodeURIComponent(post)}/comments`, wanted), target);
  const above = await get(graph, OneComment, target, { fields: 'id,parent_id' });
  if (above === null) return gone(target);
  const place = above.parent_id ?? target;
  const found = await firstOf(graph, `${encodeURIComponent(place)}/replies`, wanted);
  // Without its time it may be an older answer to a neighbour.
  if (found !== null && place !== target && since === undefined)
    return { state: 'pending', error: errors.notPossible('same-reply-beside') };
  return foundOrNot(found, target);
}

const foundOrNot = (found: OneComment | null, target: string): ReadBack =>
  found === null
    ? { state: 'absent', proof: { id: target, replies: 'none' } }
    : { state: 'confirmed', proof: { id: found.id, parent_id: found.parent_id ?? null, text: found.text } };

async function firstOf(
  graph: Graph,
  path: string,
  wanted: (comment: OneComment) => boolean,
): Promise<OneComment | null> {
  let after: string | undefined;
  do {
    const query = { fields: REPLY_FIELDS, limit: COMMENTS_AT_ONCE, ...(after === undefined ? {} : { after }) };
    const page: Listing<OneComment> | null = await read(graph, OneCommentList, { path, query });
    const found = page?.data.find(wanted);
    if (found !== undefined) return found;
    const next = page?.paging?.next === undefined ? undefined : page.paging.cursors?.after;
    after = next === after ? undefined : next;
  } while (after !== undefined);
  return null;
}

/** Also proves an answer given by hand: Instagram shows it in the conversation like any other. */
async function searchMessage(
  { graph }: Acting,
  command: Of<'answer-message'>,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const person = command.post;
  if (person === null) return { state: 'pending', error: errors.notPossible('no-conversation') };
  const query = { ...ON_INSTAGRAM, user_id: person, fields: 'id,updated_time', limit: CONVERSATIONS_AT_ONCE };
  const conversations = await read(graph, ConversationList, { path: 'me/conversations', query });
  const [first] = conversations?.data ?? [];
  if (first === undefined || !('updated_time' in first)) return gone(person);
  const conversation = await get(graph, ConversationMessages, first.id, { fields: MESSAGE_FIELDS });
  const from = (command.since ?? command.writtenAt).getTime() - CLOCK_SKEW_MILLISECONDS;
  const isAnswer = (message: Message): boolean =>
    writtenId === undefined
      ? message.from.id !== person && sameText(message.message, command.text) && message.created_time.getTime() >= from
      : message.id === writtenId;
  const found = conversation?.messages.data.find((message) => 'message' in message && isAnswer(message));
  return found === undefined || !('message' in found)
    ? { state: 'absent', proof: { conversation: first.id, found: false } }
    : { state: 'confirmed', proof: { id: found.id, text: found.message, created_time: found.created_time } };
}

const get = <Shape>(graph: Graph, shape: z.ZodType<Shape>, id: string, query: Parameters): Promise<Shape | null> =>
  read(graph, shape, { path: encodeURIComponent(id), query });

/** Null for what is gone; what could not be read leaves the question open. */
async function read<Shape>(
  graph: Graph,
  shape: z.ZodType<Shape>,
  { path, query }: { readonly path: string; readonly query: Parameters },
): Promise<Shape | null> {
  const answer = await graph('GET', path, query);
  if (answer.kind !== 'answer') {
    const error: ChannelError = errors.faultOf(answer);
    if (error.kind === 'not-found') return null;
    throw new ChannelFault(error);
  }
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new ChannelFault(errors.unclear('unexpected-shape'));
  return body.data;
}
