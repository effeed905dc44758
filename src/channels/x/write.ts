// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Command, ConnectedAccount, WriteOutcome } from '../port.ts';
import type { Call } from './client.ts';
import { failedWriteOf, fault, notPossible, unclear } from './errors.ts';
import { limits } from './limits.ts';
import { create, faultOfText, type Publishing, publish } from './publish.ts';
import { Blocking, Deleted, Hidden, Sent } from './wire.ts';

type Answering = Extract<Command, { type: 'answer-message' }>;

/** Sends one command, once. */
export async function write(
  publishing: Publishing,
  { account, command, progress }: { account: ConnectedAccount; command: Command; progress: string | undefined },
): Promise<WriteOutcome> {
  const me = account.externalId;
  switch (command.type) {
    case 'publish':
      return publish(publishing, command, progress);
    case 'reply':
      return text(publishing, command.text, { reply: { in_reply_to_tweet_id: command.target } });
    case 'edit-post':
      return text(publishing, command.text, { edit_options: { previous_post_id: command.target } });
    case 'hide':
    case 'unhide':
      return setHidden(publishing, command.target, command.type);
    case 'remove-post': {
      const call: Call = { method: 'DELETE', path: `tweets/${segment(command.target)}` };
      return accepted(publishing, { call, asked: command.type, said: () => true }, Deleted);
    }
    case 'answer-message':
      return answerMessage(publishing, me, command);
    case 'ban': {
      const call: Call = { method: 'POST', path: `users/${me}/blocking`, body: { target_user_id: command.target } };
      return accepted(publishing, { call, asked: command.type, said: ({ data }) => data.blocking }, Blocking);
    }
    case 'unban': {
      const call: Call = { method: 'DELETE', path: `users/${me}/blocking/${segment(command.target)}` };
      return accepted(publishing, { call, asked: command.type, said: ({ data }) => !data.blocking }, Blocking);
    }
    case 'remove':
    case 'report':
    case 'approve':
    case 'close-comments':
    case 'open-comments':
      return { state: 'refused', error: notPossible(command.type, `${command.type}-by-hand`) };
  }
}

const segment = (id: string): string => encodeURIComponent(id);

async function text(publishing: Publishing, written: string, more: object): Promise<WriteOutcome> {
  const error = faultOfText(written);
  return error === null ? create(publishing, { text: written, ...more }) : { state: 'refused', error };
}

/**
 * X answers with how the reply now is. When that is what was wanted the reply's own id is given back: no other interface
 * shows what is hidden, so reading back relies on it.
 */
async function setHidden(publishing: Publishing, target: string, asked: 'hide' | 'unhide'): Promise<WriteOutcome> {
  const hidden = asked === 'hide';
  const call: Call = { method: 'PUT', path: `tweets/${segment(target)}/hidden`, body: { hidden } };
  const answer = await publishing.client(call);
  if (answer.kind !== 'answer') return failedWriteOf(answer, asked, publishing.now());
  const said = Hidden.safeParse(answer.body);
  if (!said.success) return { state: 'unknown', error: unclear('unexpected-shape') };
  return said.data.data.hidden === hidden ? { state: 'accepted', externalId: target } : { state: 'accepted' };
}

interface Sending<Said> {
  readonly call: Call;
  readonly asked: Command['type'];
  readonly said: (answer: Said) => boolean;
}

/** A yes without the effect, or one that cannot be read, is a doubt. */
async function accepted<Said>(
  { client, now }: Publishing,
  { call, asked, said }: Sending<Said>,
  shape: z.ZodType<Said>,
): Promise<WriteOutcome> {
  const answer = await client(call);
  if (answer.kind !== 'answer') return failedWriteOf(answer, asked, now());
  const body = shape.safeParse(answer.body);
  return body.success && said(body.data)
    ? { state: 'accepted' }
    : { state: 'unknown', error: unclear('answer-without-effect') };
}

/** The other person of a conversation of two, whose name holds both ids; null for a group. */
export function participantOf(conversation: string, me: string): string | null {
  const [one, other, ...rest] = conversation.split('-');
  if (one === undefined || other === undefined || rest.length > 0) return null;
  return one === me ? other : one;
}

/** Where a conversation is read and written. */
export function conversationPath(conversation: string, me: string): string {
  const participant = participantOf(conversation, me);
  return participant === null
    ? `dm_conversations/${segment(conversation)}`
    : `dm_conversations/with/${segment(participant)}`;
}

async function answerMessage({ client, now }: Publishing, me: string, command: Answering): Promise<WriteOutcome> {
  const { post: conversation, text: written, type } = command;
  const most = limits.messageLength ?? Number.POSITIVE_INFINITY;
  if (written.length > most) {
    const message = `Il messaggio è di ${written.length} caratteri: X ne accetta al massimo ${most}.`;
    return { state: 'refused', error: fault('rejected-content', 'too-long', message) };
  }
  if (conversation === null) return { state: 'refused', error: notPossible(type, 'no-conversation') };
  const path = `${conversationPath(conversation, me)}/messages`;
  const answer = await client({ method: 'POST', path, body: { text: written } });
  if (answer.kind !== 'answer') return failedWriteOf(answer, type, now());
  const sent = Sent.safeParse(answer.body);
  return sent.success
    ? { state: 'accepted', externalId: sent.data.data.dm_event_id }
    : { state: 'unknown', error: unclear('answer-without-id') };
}
