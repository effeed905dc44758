// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { ChannelError, Command, ReadBack } from '../port.ts';
import { corruptedReply, faultOf, notPossible, unclear } from './errors.ts';
import { PAGE_SIZE } from './limits.ts';
import {
  type Graph,
  IN_STREAM,
  REPLY_FIELDS,
  Reply,
  ReplyList,
  sameComment,
  Target,
  Visibility,
  Written,
} from './wire.ts';

type ReplyCommand = Extract<Command, { type: 'reply' }>;

interface Asking {
  readonly graph: Graph;
  readonly pageId: string;
}

/** Whether the command's effect is on Facebook now. `writtenId` is the id that a reply was given, when it is known. */
export async function readBack(asking: Asking, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  const { graph } = asking;
  if (command.type === 'report') return { state: 'pending', error: notPossible('report-by-hand') };
  try {
    if (command.type === 'reply') {
      return writtenId === undefined
        ? await searchReply(asking, command)
        : await checkReply(asking, command, writtenId);
    }
    return command.type === 'remove'
      ? await checkRemoved(graph, command.target)
      : await checkVisibility(graph, command.target, command.type === 'hide');
  } catch (fault) {
    if (fault instanceof Undecided) return { state: 'pending', error: fault.error };
    throw fault;
  }
}

async function checkRemoved(graph: Graph, target: string): Promise<ReadBack> {
  const node = await get(graph, Written, target, { fields: 'id' });
  return node === 'gone'
    ? { state: 'confirmed', proof: { id: target, found: false } }
    : { state: 'absent', proof: { id: node.id, found: true } };
}

async function checkVisibility(graph: Graph, target: string, hidden: boolean): Promise<ReadBack> {
  const node = await get(graph, Visibility, target, { fields: 'id,is_hidden' });
  if (node === 'gone') return { state: 'absent', proof: { id: target, found: false } };
  return {
    state: node.is_hidden === hidden ? 'confirmed' : 'absent',
    proof: { id: node.id, is_hidden: node.is_hidden },
  };
}

async function checkReply(asking: Asking, command: ReplyCommand, writtenId: string): Promise<ReadBack> {
  const reply = await get(asking.graph, Reply, writtenId, { fields: REPLY_FIELDS });
  if (reply === 'gone') return { state: 'absent', proof: { id: writtenId, found: false } };
  const under = reply.parent?.id ?? reply.object?.id ?? '';
  const proof = { id: reply.id, parent: under, message: reply.message };
  if (sameComment(under, command.target)) return { state: 'confirmed', proof };
  const above = await parentOf(asking, command.target);
  return above !== null && sameComment(under, above)
    ? { state: 'confirmed', proof }
    : { state: 'pending', error: notPossible(`reply-under-${under}`) };
}

/** The answer to the write was lost: our reply is looked for by its author, text and time, where it may have landed. */
async function searchReply(asking: Asking, command: ReplyCommand): Promise<ReadBack> {
  const { graph, pageId } = asking;
  const target = await get(graph, Target, command.target, { fields: 'id,from,message' });
  if (target === 'gone') return { state: 'absent', proof: { id: command.target, found: false } };
  // INVARIANT: a citizen's text that equals our reply has been overwritten by it; a person must look before anything else.
  if (target.from?.id !== pageId && sameText(target.message, command.text)) {
    return { state: 'pending', error: corruptedReply };
  }
  const wanted = (reply: Reply): boolean => reply.from?.id === pageId && answers(reply, command);
  const found = await ownReply(graph, command.target, wanted);
  if (found !== null) return confirmed(found, command.target);
  const above = await parentOf(asking, command.target);
  const beside = above === null ? null : await ownReply(graph, above, wanted);
  if (above === null || beside === null) return { state: 'absent', proof: { id: command.target, replies: 'none' } };
  // Without its time it may be an older answer to a neighbour.
  if (command.since === undefined) return { state: 'pending', error: notPossible('same-reply-beside') };
  return confirmed(beside, above);
}

const confirmed = ({ id, message }: Reply, parent: string): ReadBack => ({
  state: 'confirmed',
  proof: { id, parent, message },
});

/** Facebook's clock and ours may differ, and its times are whole seconds. */
const CLOCK_SKEW_MILLISECONDS = 30_000;

const answers = (reply: Reply, { text, since }: ReplyCommand): boolean =>
  sameText(reply.message, text) &&
  (since === undefined || reply.created_time.getTime() >= since.getTime() - CLOCK_SKEW_MILLISECONDS);

const sameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

async function ownReply(graph: Graph, place: string, wanted: (reply: Reply) => boolean): Promise<Reply | null> {
  let after: string | undefined;
  do {
    const query = { ...IN_STREAM, fields: REPLY_FIELDS, limit: `${PAGE_SIZE}` };
    const path = `${encodeURIComponent(place)}/comments`;
    const page = await read(graph, ReplyList, path, after === undefined ? query : { ...query, after });
    if (page === 'gone') return null;
    const found = page.data.find(wanted);
    if (found !== undefined) return found;
    const next = page.paging?.next === undefined ? undefined : page.paging.cursors?.after;
    after = next === after ? undefined : next;
  } while (after !== undefined);
  return null;
}

/** Replies to a reply may be hung under the comment above it. A post has no parent, and Facebook refuses the question. */
async function parentOf({ graph, pageId }: Asking, target: string): Promise<string | null> {
  if (target.split('_').length === 2 && target.startsWith(`${pageId}_`)) return null;
  const node = await get(graph, Target, target, { fields: 'id,parent{id}' });
  return node === 'gone' ? null : (node.parent?.id ?? null);
}

/** What could not be read leaves the question open. */
class Undecided extends Error {
  readonly error: ChannelError;
  constructor(error: ChannelError) {
    super(error.code);
    this.error = error;
  }
}

const get = <Shape>(graph: Graph, shape: z.ZodType<Shape>, id: string, query: Readonly<Record<string, string>>) =>
  read(graph, shape, encodeURIComponent(id), query);

async function read<Shape>(
  graph: Graph,
  shape: z.ZodType<Shape>,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<Shape | 'gone'> {
  const answer = await graph('GET', path, query);
  if (answer.kind !== 'answer') {
    const error = faultOf(answer);
    if (error.kind === 'not-found') return 'gone';
    throw new Undecided(error);
  }
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new Undecided(unclear('unexpected-shape'));
  return body.data;
}
