// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type GraphAnswer, Success, Written } from '../core/graph.ts';
import type { ChannelError, Command, WriteOutcome } from '../port.ts';
import type { Acting } from './acting.ts';
import { banRefused, corruptedReply, errors, notOurs, overlong, windowClosed } from './errors.ts';
import { HUMAN_AGENT_WINDOW_HOURS, limits } from './limits.ts';
import { publish } from './publish.ts';
import { Authored, MessageSent, sameComment } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** One call for each command, whatever comes of it; a publication of several steps takes one step. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  const refusal = refusedBefore(acting, command);
  if (refusal !== null) return { state: 'refused', error: refusal };
  switch (command.type) {
    case 'hide':
    case 'unhide': {
      const answer = await acting.graph('POST', path(command.target), { is_hidden: command.type === 'hide' });
      return explained(acting, done(answer), { target: command.target, may: 'can_hide' });
    }
    case 'remove':
      return explained(acting, done(await acting.graph('DELETE', path(command.target))), {
        target: command.target,
        may: 'can_remove',
      });
    case 'remove-post':
      return done(await acting.graph('DELETE', path(command.target)));
    case 'reply':
      return reply(acting, command);
    case 'edit-post':
      return edit(acting, command);
    case 'publish':
      return publish(acting, command, progress);
    case 'ban':
      return ban(acting, command.target);
    case 'unban':
      return done(await acting.graph('DELETE', `${path(acting.pageId)}/blocked`, { user: command.target }));
    case 'answer-message':
      return answerMessage(acting, command);
    default:
      return { state: 'refused', error: errors.notPossible(`${command.type}-by-hand`) };
  }
}

const path = encodeURIComponent;

/** What Facebook would refuse, or cut, is not sent. */
function refusedBefore({ now, humanAgent }: Acting, command: Command): ChannelError | null {
  if (command.type === 'reply') return overlong(command.text, limits.replyLength);
  if (command.type === 'edit-post') return overlong(command.text, limits.postLength);
  if (command.type !== 'answer-message') return null;
  const hours = humanAgent ? HUMAN_AGENT_WINDOW_HOURS : limits.messageWindowHours;
  const isLate = hours !== undefined && hoursSince(command.writtenAt, now) >= hours;
  return isLate ? windowClosed : overlong(command.text, limits.messageLength ?? Number.POSITIVE_INFINITY);
}

const hoursSince = (at: Date, now: Date): number => (now.getTime() - at.getTime()) / 3_600_000;

function done(answer: GraphAnswer): WriteOutcome {
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  return Success.safeParse(answer.body).success
    ? { state: 'accepted' }
    : { state: 'unknown', error: errors.unclear('answer-without-success') };
}

/** Some comments can be touched by nobody; Facebook then refuses with the code of a role that was lost. */
async function explained(
  { graph }: Acting,
  outcome: WriteOutcome,
  { target, may }: { readonly target: string; readonly may: 'can_hide' | 'can_remove' },
): Promise<WriteOutcome> {
  if (outcome.state !== 'refused' || outcome.error.kind !== 'role-lost') return outcome;
  const answer = await graph('GET', path(target), { fields: `id,${may}` });
  const permitted = answer.kind === 'answer' ? Permitted.safeParse(answer.body).data?.[may] : undefined;
  return permitted === false ? { state: 'refused', error: errors.notPossible(may) } : outcome;
}

const Permitted = z.object({ can_hide: z.boolean().optional(), can_remove: z.boolean().optional() });

async function reply({ graph }: Acting, command: Of<'reply'>): Promise<WriteOutcome> {
  // INVARIANT: always the `comments` edge. A message posted to the comment itself overwrites the citizen's words.
  const answer = await graph('POST', `${path(command.target)}/comments`, { message: command.text });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const written = Written.safeParse(answer.body);
  return written.success && !sameComment(written.data.id, command.target)
    ? { state: 'accepted', externalId: written.data.id }
    : { state: 'unknown', error: corruptedReply };
}

/** INVARIANT: whose words they are is read first; what a citizen wrote is never written over. */
async function edit({ graph, pageId }: Acting, command: Of<'edit-post'>): Promise<WriteOutcome> {
  const before = await graph('GET', path(command.target), { fields: 'id,from' });
  if (before.kind !== 'answer') return { state: 'refused', error: errors.faultOf(before) };
  const authored = Authored.safeParse(before.body);
  if (!authored.success || authored.data.from?.id !== pageId) return { state: 'refused', error: notOurs };
  return done(await graph('POST', path(command.target), { message: command.text }));
}

/** Facebook answers for each person whether the ban was set. */
async function ban({ graph, pageId }: Acting, person: string): Promise<WriteOutcome> {
  const answer = await graph('POST', `${path(pageId)}/blocked`, { user: [person] });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const banned = z.record(z.string(), z.unknown()).safeParse(answer.body).data?.[person];
  if (banned === true) return { state: 'accepted' };
  return banned === false
    ? { state: 'refused', error: banRefused }
    : { state: 'unknown', error: errors.unclear('ban-without-answer') };
}

async function answerMessage({ graph, pageId, now }: Acting, command: Of<'answer-message'>): Promise<WriteOutcome> {
  // Without its conversation the person who wrote cannot be addressed.
  if (command.post === null) return { state: 'refused', error: errors.notPossible('no-conversation') };
  const isLate = hoursSince(command.writtenAt, now) >= (limits.messageWindowHours ?? Number.POSITIVE_INFINITY);
  const answer = await graph('POST', `${path(pageId)}/messages`, {
    recipient: { id: command.post },
    message: { text: command.text },
    ...(isLate ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' } : { messaging_type: 'RESPONSE' }),
  });
  if (answer.kind !== 'answer') return errors.failedWrite(answer);
  const sent = MessageSent.safeParse(answer.body);
  return sent.success
    ? { state: 'accepted', externalId: sent.data.message_id }
    : { state: 'unknown', error: errors.unclear('message-without-id') };
}
