// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Graph, type GraphAnswer, Written } from '../core/graph.ts';
import type { ChannelError, Command, WriteOutcome } from '../port.ts';
import { type Acting, done, overlong, setComments } from './acting.ts';
import { banRefused, errors, hiddenComment, onlyThroughFacebook, tooLong } from './errors.ts';
import { limits } from './limits.ts';
import { publish } from './publish.ts';
import { MessageSent, Moderated, OneComment } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

const path = encodeURIComponent;

/** One call for each command, whatever comes of it; a publication takes one step. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  const { graph } = acting;
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return done(await graph('POST', path(command.target), { hide: command.type === 'hide' }));
    case 'remove':
      return done(await graph('DELETE', path(command.target)));
    case 'close-comments':
    case 'open-comments':
      return done(await setComments(graph, command.target, command.type === 'open-comments'));
    case 'reply':
      return reply(acting, command);
    case 'answer-message':
      return answerMessage(acting, command);
    case 'publish':
      return publish(acting, command, progress);
    case 'remove-post':
      return acting.route === 'facebook-login'
        ? done(await graph('DELETE', path(command.target)))
        : refused(onlyThroughFacebook);
    case 'ban':
    case 'unban':
      return ban(acting, command);
    case 'approve':
    case 'edit-post':
    case 'report':
      return refused(errors.notPossible(`${command.type}-by-hand`));
  }
}

const refused = (error: ChannelError): WriteOutcome => ({ state: 'refused', error });

async function reply({ graph, accountId }: Acting, command: Of<'reply'>): Promise<WriteOutcome> {
  const long = overlong(command.text, limits.replyLength);
  if (long !== null) return refused(long);
  if (command.post === null) return replyToMention({ graph, accountId }, command);
  if (command.target === command.post) return comment(graph, `${path(command.target)}/comments`, command.text);
  // Under a hidden comment nothing can be written, and Instagram does not always say so.
  const before = await graph('GET', path(command.target), { fields: 'id,hidden' });
  if (before.kind !== 'answer') return refused(errors.faultOf(before));
  if (OneComment.safeParse(before.body).data?.hidden === true) return refused(hiddenComment);
  return comment(graph, `${path(command.target)}/replies`, command.text);
}

async function comment(graph: Graph, edge: string, message: string): Promise<WriteOutcome> {
  return written(await graph('POST', edge, { message }));
}

function written(answer: GraphAnswer): WriteOutcome {
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const { data } = Written.safeParse(answer.body);
  return data === undefined
    ? { state: 'unknown', error: errors.unclear('answer-without-id') }
    : { state: 'accepted', externalId: data.id };
}

/** What mentions the account is a post of somebody else, or a comment to it: `media` or `media_comment`. */
async function replyToMention(
  { graph, accountId }: Pick<Acting, 'graph' | 'accountId'>,
  { target, text }: Of<'reply'>,
): Promise<WriteOutcome> {
  const [media = '', mentioned] = target.split('_');
  return written(
    await graph('POST', `${path(accountId)}/mentions`, {
      media_id: media,
      ...(mentioned === undefined ? {} : { comment_id: mentioned }),
      message: text,
    }),
  );
}

/** `me` is who the token is of: the Page through Facebook, the account through Instagram, and both take it here. */
async function answerMessage({ graph }: Acting, command: Of<'answer-message'>): Promise<WriteOutcome> {
  // Without its conversation the person who wrote cannot be addressed.
  if (command.post === null) return refused(errors.notPossible('no-conversation'));
  const most = limits.messageLength ?? Number.POSITIVE_INFINITY;
  if (Buffer.byteLength(command.text) > most) return refused(tooLong(most, 'byte'));
  const answer = await graph('POST', 'me/messages', {
    recipient: { id: command.post },
    messaging_type: 'RESPONSE',
    message: { text: command.text },
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const { data } = MessageSent.safeParse(answer.body);
  return data === undefined
    ? { state: 'unknown', error: errors.unclear('message-without-id') }
    : { state: 'accepted', externalId: data.message_id };
}

async function ban({ graph, accountId, route }: Acting, { type, target }: Of<'ban' | 'unban'>): Promise<WriteOutcome> {
  if (route !== 'facebook-login') return refused(onlyThroughFacebook);
  const answer = await graph('POST', `${path(accountId)}/moderate_conversations`, {
    actions: [type === 'ban' ? 'BLOCK_USER' : 'UNBLOCK_USER'],
    user_ids: [{ id: target }],
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const { data } = Moderated.safeParse(answer.body);
  if (data === undefined) return { state: 'unknown', error: errors.unclear('ban-without-answer') };
  return `${data.success}` === 'true' ? { state: 'accepted' } : refused(banRefused);
}
