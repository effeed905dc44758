// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelError, Command, WriteOutcome } from '../port.ts';
import { type Acting, readStatus, sent } from './acting.ts';
import { answer } from './answer.ts';
import { hasPoll, notOurs, refused, told, tooLong } from './errors.ts';
import { instanceLimits } from './instance.ts';
import { capabilities } from './limits.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { statusLength } from './text.ts';
import { Relationship, Source, Written } from './wire.ts';

type Edit = Extract<Command, { type: 'edit-post' }>;

/** One call that changes the network for each command, after what has to be read for it. Throws `Unanswered` for those reads. */
export async function write(acting: Acting, command: Command, progress?: string): Promise<WriteOutcome> {
  switch (command.type) {
    case 'publish':
      return publish(acting, command, progress);
    case 'reply':
    case 'answer-message':
      return answer(acting, command);
    case 'edit-post':
      return edit(acting, command);
    case 'remove-post':
      return removePost(acting, command.target);
    case 'report':
      return report(acting, command);
    case 'ban':
    case 'unban':
      return setBan(acting, command.target, command.type === 'ban');
    case 'hide':
    case 'unhide':
    case 'remove':
      return refused(impossible(command.type, capabilities[command.type].effect));
    case 'approve':
      return refused(impossible(command.type, capabilities.hold.effect));
    default:
      return refused(impossible(command.type, capabilities['close-comments'].effect));
  }
}

const impossible = (code: string, effect: string): ChannelError => told('not-possible', code, effect);

/**
 * INVARIANT: what is not said again is lost: without their ids the pictures leave the post, without its words the warning goes.
 * They are read first, and so is whose post it is.
 */
async function edit(acting: Acting, { target, text }: Edit): Promise<WriteOutcome> {
  const { client, me } = acting;
  const before = await readStatus(acting, target);
  if (before.account.id !== me) return refused(notOurs);
  if (before.poll !== null && before.poll !== undefined) return refused(hasPoll);
  const limits = await instanceLimits(acting);
  const written = statusLength(text, limits.charactersPerAddress);
  if (written > limits.characters) return refused(tooLong('Il post', written, limits.characters));
  const { spoilerText } = Source.parse(await client.v1.statuses.$select(target).source.fetch());
  const media = before.mediaAttachments.map(({ id }) => id);
  const kept = { sensitive: before.sensitive, language: before.language ?? 'it', spoilerText };
  const change = media.length === 0 ? { status: text, ...kept } : { status: text, mediaIds: media, ...kept };
  const changed = await sent(acting, client.v1.statuses.$select(target).update(change), Written);
  return changed.done ? { state: 'accepted', externalId: changed.body.id } : changed.outcome;
}

async function removePost(acting: Acting, target: string): Promise<WriteOutcome> {
  const { client, me } = acting;
  if ((await readStatus(acting, target)).account.id !== me) return refused(notOurs);
  const removed = await sent(acting, client.v1.statuses.$select(target).remove(), Written);
  return removed.done ? { state: 'accepted' } : removed.outcome;
}

async function setBan(acting: Acting, author: string, banned: boolean): Promise<WriteOutcome> {
  const account = acting.client.v1.accounts.$select(author);
  const changed = await sent(acting, banned ? account.block() : account.unblock(), Relationship);
  return changed.done ? { state: 'accepted' } : changed.outcome;
}
