// SPDX-License-Identifier: AGPL-3.0-or-later
import { lengthIn } from '../contract.ts';
import { type ChannelError, ChannelFault, type Command, type WriteOutcome } from '../port.ts';
import { type Acting, outcomeOf, read } from './api.ts';
import { notFound, notPossible, refused, tooLong, unclear } from './errors.ts';
import { limits } from './limits.ts';
import { publish } from './publish.ts';
import { type Comment, CommentPage, ReplyWritten, Unreadable } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** One write for each command, whatever comes of it; a publication of several steps takes one step. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  switch (command.type) {
    case 'publish':
      return publish(acting, command, progress);
    case 'hide':
    case 'unhide':
      return setHidden(acting, { ...command, hidden: command.type === 'hide' });
    case 'reply':
      return reply(acting, command);
    default:
      return refused(notPossible(`${command.type}-by-hand`));
  }
}

export interface Hiding {
  readonly target: string;
  /** The video it hangs under; TikTok asks for both. */
  readonly post: string | null;
  readonly hidden: boolean;
}

async function setHidden(acting: Acting, { target, post, hidden }: Hiding): Promise<WriteOutcome> {
  if (post === null) return refused(notPossible('no-video'));
  const answer = await acting.business({
    method: 'POST',
    path: 'business/comment/hide/',
    body: {
      business_id: acting.account.externalId,
      video_id: post,
      comment_id: target,
      action: hidden ? 'HIDE' : 'UNHIDE',
    },
  });
  return answer.kind === 'answer' ? { state: 'accepted' } : outcomeOf(answer, acting.now);
}

async function reply(acting: Acting, { target, post, text }: Of<'reply'>): Promise<WriteOutcome> {
  const written = lengthIn(text, limits.lengthUnit);
  if (written > limits.replyLength) return refused(tooLong(written, limits.replyLength));
  if (post === null) return refused(notPossible('no-video'));
  const refusal = await notOurs(acting, { target, post });
  if (refusal !== null) return refused(refusal);
  const answer = await acting.business({
    method: 'POST',
    path: 'business/comment/reply/create/',
    body: { business_id: acting.account.externalId, video_id: post, comment_id: target, text },
  });
  if (answer.kind !== 'answer') return outcomeOf(answer, acting.now);
  const reply = ReplyWritten.safeParse(answer.data);
  return reply.success
    ? { state: 'accepted', externalId: reply.data.comment_id }
    : { state: 'unknown', error: unclear('reply-without-id') };
}

/**
 * INVARIANT: the desk answers only under the account's own videos, although TikTok would let it answer elsewhere. Comments can
 * be listed only there, so that one which is listed is one that may be answered.
 */
async function notOurs(acting: Acting, place: { target: string; post: string }): Promise<ChannelError | null> {
  try {
    return (await commentAt(acting, place)) === null ? notFound('comment-not-listed') : null;
  } catch (fault) {
    if (fault instanceof ChannelFault) return fault.error;
    throw fault;
  }
}

/** One comment under one of the account's videos; null: not there. Throws `ChannelFault`. */
export async function commentAt(
  { business, account, now }: Acting,
  { target, post }: { readonly target: string; readonly post: string },
): Promise<Comment | null> {
  const query = {
    business_id: account.externalId,
    video_id: post,
    comment_ids: JSON.stringify([target]),
    status: 'ALL',
    sort_field: 'create_time',
    sort_order: 'desc',
    include_replies: 'true',
  };
  const asked = { method: 'GET', path: 'business/comment/list/', query } as const;
  const came = await read(business, CommentPage, { asked, now });
  if (came === 'gone') return null;
  const comments = came.found.comments.flatMap((one) => (one instanceof Unreadable ? [] : [one]));
  return comments.find(({ comment_id: id }) => id === target) ?? null;
}
