// SPDX-License-Identifier: AGPL-3.0-or-later
import { sameText } from '../core/same-text.ts';
import { ChannelFault, type Command, type ReadBack } from '../port.ts';
import { type Acting, one, read, waitingOf } from './acting.ts';
import { errors, publishedUnseen, unlikeOrdered } from './errors.ts';
import { ownWriting } from './own-writing.ts';
import { textOf } from './publish.ts';
import { isHidden, type One, OneList, OWN_FIELDS, OWN_REPLY_FIELDS } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;
type OnReply = Of<'hide' | 'unhide' | 'remove' | 'approve'>;

/** Whether the command's effect is on Threads now. `writtenId` is the id it was given, when it is known. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  try {
    return await look(acting, command, writtenId);
  } catch (fault) {
    if (fault instanceof ChannelFault) return { state: 'pending', error: fault.error };
    throw fault;
  }
}

function look(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return checkHidden(acting, command);
    case 'approve':
      return checkApproved(acting, command);
    case 'remove':
    case 'remove-post':
      return checkGone(acting, command.target);
    case 'edit-post':
      return checkPost(acting, command.target, ({ text }) => sameText(text ?? '', command.text));
    case 'close-comments':
    case 'open-comments':
      return checkPost(acting, command.target, (post) => isOpen(post) === (command.type === 'open-comments'));
    case 'publish':
      return checkPublished(acting, command, writtenId);
    case 'reply':
      return checkReply(acting, command, writtenId);
    default:
      return Promise.resolve({ state: 'pending', error: errors.notPossible(`${command.type}-by-hand`) });
  }
}

const gone = (id: string): ReadBack => ({ state: 'absent', proof: { id, found: false } });
const told = (isThere: boolean, proof: Readonly<Record<string, unknown>>): ReadBack => ({
  state: isThere ? 'confirmed' : 'absent',
  proof,
});

async function checkHidden(acting: Acting, { type, target, post }: OnReply): Promise<ReadBack> {
  const wanted = type === 'hide';
  const waiting = post === null ? null : await waitingOf(acting, post, target);
  if (waiting !== null) return told(wanted && waiting === 'ignored', { id: target, reply_approval_status: waiting });
  const reply = await one(acting, target, 'id,hide_status');
  if (reply === null) return gone(target);
  return told(isHidden(reply) === wanted, { id: target, hide_status: reply.hide_status ?? null });
}

async function checkApproved(acting: Acting, { target, post }: OnReply): Promise<ReadBack> {
  const reply = await one(acting, target, 'id,root_post,hide_status');
  const root = post ?? reply?.root_post?.id;
  if (root === undefined) return gone(target);
  const waiting = await waitingOf(acting, root, target);
  if (waiting === null && reply === null) return gone(target);
  return told(waiting === null, { id: target, reply_approval_status: waiting });
}

async function checkGone(acting: Acting, target: string): Promise<ReadBack> {
  const found = await one(acting, target, 'id');
  return told(found === null, { id: target, found: found !== null });
}

const POST_FIELDS = `${OWN_FIELDS},reply_audience`;
const isOpen = ({ reply_audience: audience }: One): boolean => (audience ?? 'EVERYONE').toUpperCase() === 'EVERYONE';

async function checkPost(acting: Acting, target: string, isSo: (post: One) => boolean): Promise<ReadBack> {
  const post = await one(acting, target, POST_FIELDS);
  return post === null ? gone(target) : told(isSo(post), { ...post });
}

async function checkPublished(acting: Acting, command: Of<'publish'>, writtenId?: string): Promise<ReadBack> {
  const { content, since } = command;
  const found = writtenId === undefined ? await ownWriting(acting, command) : null;
  const id = writtenId ?? found?.id;
  if (id === undefined) return { state: 'absent', proof: { posts: 'none' } };
  // Without its time it may be an older post with the same words.
  if (writtenId === undefined && since === undefined) return { state: 'pending', error: publishedUnseen };
  const post = await one(acting, id, POST_FIELDS);
  if (post === null) return gone(id);
  if (!sameText(post.text ?? '', textOf(content))) return told(false, { ...post });
  // Who may reply is settled when a post comes out: published otherwise, it must not be published again.
  const isAsOrdered =
    content.comments === undefined ||
    (content.comments === 'nobody' ? !isOpen(post) : await holdsReplies(acting, post.id));
  return isAsOrdered ? told(true, { ...post }) : { state: 'pending', error: unlikeOrdered };
}

/** Threads tells of waiting replies only where it holds them. */
async function holdsReplies(acting: Acting, post: string): Promise<boolean> {
  const path = `${encodeURIComponent(post)}/pending_replies`;
  try {
    return (await read(acting, OneList, { path, query: { fields: 'id', limit: 1 } })) !== null;
  } catch (fault) {
    if (fault instanceof ChannelFault && fault.error.kind === 'rejected-content') return false;
    throw fault;
  }
}

/** The id that a reply was given may be that of what it was prepared in: then it is found by its words. */
async function checkReply(acting: Acting, command: Of<'reply'>, writtenId: string | undefined): Promise<ReadBack> {
  const named = writtenId === undefined ? null : await one(acting, writtenId, OWN_REPLY_FIELDS);
  const reply = named?.replied_to ? named : await ownWriting(acting, command);
  if (reply === null) return gone(writtenId ?? command.target);
  const under = reply.replied_to?.id ?? null;
  return told(under === command.target && sameText(reply.text ?? '', command.text), {
    id: reply.id,
    replied_to: under,
    text: reply.text ?? '',
  });
}
