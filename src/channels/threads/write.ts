// SPDX-License-Identifier: AGPL-3.0-or-later
import { Written } from '../core/graph.ts';
import { ChannelFault, type Command, type WriteOutcome } from '../port.ts';
import { type Acting, done, one, overlong, refused, waitingOf } from './acting.ts';
import { errors, notTopLevel } from './errors.ts';
import { limits } from './limits.ts';
import { publish, refusedBefore } from './publish.ts';

/** One call for each command, whatever comes of it; a publication takes one step. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  const { graph } = acting;
  switch (command.type) {
    case 'publish': {
      const refusal = refusedBefore(command.content);
      return refusal === null ? publish(acting, command, progress) : refused(refusal);
    }
    case 'reply':
      return reply(acting, command);
    case 'hide':
    case 'unhide':
      return setHidden(acting, command).catch(outcomeOf);
    case 'approve':
      return done(await graph('POST', `${encodeURIComponent(command.target)}/manage_pending_reply`, { approve: true }));
    case 'remove-post':
      return done(await graph('DELETE', encodeURIComponent(command.target)));
    default:
      return refused(errors.notPossible(`${command.type}-by-hand`));
  }
}

/** Words alone come out in the call that prepares them: there is no half-made reply to go on from. */
async function reply({ graph }: Acting, { target, text }: Extract<Command, { type: 'reply' }>): Promise<WriteOutcome> {
  const refusal = overlong(text, limits.replyLength);
  if (refusal !== null) return refused(refusal);
  const answer = await graph('POST', 'me/threads', {
    media_type: 'TEXT',
    text,
    reply_to_id: target,
    auto_publish_text: true,
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const { data } = Written.safeParse(answer.body);
  return data === undefined
    ? { state: 'unknown', error: errors.unclear('reply-without-id') }
    : { state: 'accepted', externalId: data.id };
}

/** What was asked before writing could not be told: nothing was written. */
function outcomeOf(fault: unknown): WriteOutcome {
  if (fault instanceof ChannelFault) return refused(fault.error);
  throw fault;
}

/** What waits for approval is ignored instead, and what was ignored is let out. */
async function setHidden(
  acting: Acting,
  { type, target, post }: Extract<Command, { type: 'hide' | 'unhide' | 'remove' | 'approve' }>,
): Promise<WriteOutcome> {
  const { graph } = acting;
  const path = encodeURIComponent(target);
  if (post !== null && (await waitingOf(acting, post, target)) !== null)
    return done(await graph('POST', `${path}/manage_pending_reply`, { approve: type === 'unhide' }));
  const reply = await one(acting, target, 'id,root_post,replied_to');
  if (reply !== null && reply.replied_to?.id !== reply.root_post?.id) return refused(notTopLevel);
  return done(await graph('POST', `${path}/manage_reply`, { hide: type === 'hide' }));
}
