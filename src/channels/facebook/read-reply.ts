// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Graph } from '../core/graph.ts';
import { sameText } from '../core/same-text.ts';
import type { Command, ReadBack } from '../port.ts';
import type { Acting } from './acting.ts';
import { corruptedReply, errors } from './errors.ts';
import { PAGE_SIZE } from './limits.ts';
import { find, get, isSince } from './looking.ts';
import { Authored, IN_STREAM, REPLY_FIELDS, Reply, ReplyList, sameComment, Target } from './wire.ts';

type ReplyCommand = Extract<Command, { type: 'reply' }>;

export const readReply = (acting: Acting, command: ReplyCommand, writtenId: string | undefined): Promise<ReadBack> =>
  writtenId === undefined ? searchReply(acting, command) : checkReply(acting, command, writtenId);

async function checkReply(acting: Acting, command: ReplyCommand, writtenId: string): Promise<ReadBack> {
  const reply = await get(acting.graph, Reply, writtenId, REPLY_FIELDS);
  if (reply === 'gone') return { state: 'absent', proof: { id: writtenId, found: false } };
  const under = reply.parent?.id ?? reply.object?.id ?? '';
  const proof = { id: reply.id, parent: under, message: reply.message };
  if (sameComment(under, command.target)) return { state: 'confirmed', proof };
  const above = await parentOf(acting, command.target);
  return above !== null && sameComment(under, above)
    ? { state: 'confirmed', proof }
    : { state: 'pending', error: errors.notPossible(`reply-under-${under}`) };
}

/** The answer to the write was lost: our reply is looked for by its author, text and time, where it may have landed. */
async function searchReply(acting: Acting, command: ReplyCommand): Promise<ReadBack> {
  const { graph, pageId } = acting;
  const target = await get(graph, Authored, command.target, 'id,from,message');
  if (target === 'gone') return { state: 'absent', proof: { id: command.target, found: false } };
  // INVARIANT: a citizen's text that equals our reply has been overwritten by it; a person must look before anything else.
  if (target.from?.id !== pageId && sameText(target.message, command.text)) {
    return { state: 'pending', error: corruptedReply };
  }
  const wanted = ({ from, message, created_time: at }: Reply): boolean =>
    from?.id === pageId && sameText(message, command.text) && isSince(at, command.since);
  const found = await ownReply(graph, command.target, wanted);
  if (found !== null) return confirmed(found, command.target);
  const above = await parentOf(acting, command.target);
  const beside = above === null ? null : await ownReply(graph, above, wanted);
  if (above === null || beside === null) return { state: 'absent', proof: { id: command.target, replies: 'none' } };
  // Without its time it may be an older answer to a neighbour.
  if (command.since === undefined) return { state: 'pending', error: errors.notPossible('same-reply-beside') };
  return confirmed(beside, above);
}

const confirmed = ({ id, message }: Reply, parent: string): ReadBack => ({
  state: 'confirmed',
  proof: { id, parent, message },
});

const ownReply = (graph: Graph, place: string, wanted: (reply: Reply) => boolean): Promise<Reply | null> =>
  find(graph, ReplyList, {
    path: `${encodeURIComponent(place)}/comments`,
    query: { ...IN_STREAM, fields: REPLY_FIELDS, limit: `${PAGE_SIZE}` },
    wanted,
  });

/** Replies to a reply may be hung under the comment above it. A post has no parent, and Facebook refuses the question. */
async function parentOf({ graph, pageId }: Acting, target: string): Promise<string | null> {
  if (target.split('_').length === 2 && target.startsWith(`${pageId}_`)) return null;
  const node = await get(graph, Target, target, 'id,parent{id}');
  return node === 'gone' ? null : (node.parent?.id ?? null);
}
