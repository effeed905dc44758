// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Command, ReadBack } from '../port.ts';
import { type Acting, findStatus } from './acting.ts';
import { otherwiseThere, told, unclear } from './errors.ts';
import { capabilities } from './limits.ts';
import { findOwn } from './own-statuses.ts';
import { textOf as publishedText } from './publish.ts';
import { readReport } from './report.ts';
import { says, textOf } from './text.ts';
import { Relationship, type Status } from './wire.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Whether the command's effect is there. `writtenId`: what was given to what was written. Throws `Unanswered`. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'publish':
      return readPublication(acting, command, writtenId);
    case 'reply':
      return readAnswer(acting, { ...command, isPrivate: false }, writtenId);
    case 'answer-message':
      return readAnswer(acting, { ...command, since: command.since ?? command.writtenAt, isPrivate: true }, writtenId);
    case 'edit-post':
      return readText(acting, command);
    case 'remove-post':
      return readRemoved(acting, command.target);
    case 'report':
      return readReport(command, writtenId);
    case 'ban':
    case 'unban':
      return readBan(acting, command.target, command.type === 'ban');
    default:
      // It cannot be done there at all.
      return { state: 'absent', proof: { reason: impossible(command.type) } };
  }
}

function impossible(type: Command['type']): string {
  if (type === 'hide' || type === 'unhide' || type === 'remove') return capabilities[type].effect;
  return type === 'approve' ? capabilities.hold.effect : capabilities['close-comments'].effect;
}

const proofOf = (status: Status): Readonly<Record<string, unknown>> => ({
  id: status.id,
  text: textOf(status),
  visibility: status.visibility,
  ...(status.url && { permalink: status.url }),
});

async function readPublication(
  acting: Acting,
  { content, since }: Of<'publish'>,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const text = publishedText(content);
  const isIt = (status: Status): boolean =>
    says(status, text) && status.mediaAttachments.length === content.media.length && status.visibility === 'public';
  if (writtenId === undefined) {
    const found = await findOwn(acting, since, (status) => status.inReplyToId == null && isIt(status));
    return found === null
      ? { state: 'absent', proof: { account: acting.me, posts: 'none' } }
      : { state: 'confirmed', proof: proofOf(found) };
  }
  const status = await findStatus(acting, writtenId);
  if (status === null) return { state: 'absent', proof: { id: writtenId, found: false } };
  // It is there, but otherwise: repeating would double it.
  return isIt(status) ? { state: 'confirmed', proof: proofOf(status) } : { state: 'pending', error: otherwiseThere };
}

interface Answered {
  readonly target: string;
  readonly text: string;
  readonly since?: Date;
  readonly isPrivate: boolean;
}

async function readAnswer(
  acting: Acting,
  { target, text, since, isPrivate }: Answered,
  writtenId: string | undefined,
): Promise<ReadBack> {
  const isIt = (status: Status): boolean =>
    status.inReplyToId === target && says(status, text) && (status.visibility === 'direct' || !isPrivate);
  if (writtenId === undefined) {
    const found = await findOwn(acting, since, isIt);
    return found === null
      ? { state: 'absent', proof: { target, answers: 'none' } }
      : { state: 'confirmed', proof: proofOf(found) };
  }
  const status = await findStatus(acting, writtenId);
  if (status === null) return { state: 'absent', proof: { id: writtenId, found: false } };
  return isIt(status) ? { state: 'confirmed', proof: proofOf(status) } : { state: 'pending', error: otherwiseThere };
}

async function readText(acting: Acting, { target, text }: Of<'edit-post'>): Promise<ReadBack> {
  const status = await findStatus(acting, target);
  if (status === null) return { state: 'absent', proof: { id: target, found: false } };
  return { state: says(status, text) ? 'confirmed' : 'absent', proof: proofOf(status) };
}

async function readRemoved(acting: Acting, target: string): Promise<ReadBack> {
  const found = (await findStatus(acting, target)) !== null;
  return { state: found ? 'absent' : 'confirmed', proof: { id: target, found } };
}

async function readBan({ client }: Acting, author: string, banned: boolean): Promise<ReadBack> {
  const read = z.array(Relationship).safeParse(await client.v1.accounts.relationships.fetch({ id: [author] }));
  const relationship = read.data?.find(({ id }) => id === author);
  if (read.success && relationship === undefined) {
    return { state: 'pending', error: told('not-found', 'no-relationship') };
  }
  if (relationship === undefined) return { state: 'pending', error: unclear('unexpected-relationship') };
  const { blocking } = relationship;
  return { state: blocking === banned ? 'confirmed' : 'absent', proof: { account: author, blocking } };
}
