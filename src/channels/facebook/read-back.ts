// SPDX-License-Identifier: AGPL-3.0-or-later

import { Written } from '../core/graph.ts';
import { sameText } from '../core/same-text.ts';
import type { Command, ReadBack } from '../port.ts';
import type { Acting } from './acting.ts';
import { errors } from './errors.ts';
import { find, get, Undecided } from './looking.ts';
import { readMessage } from './read-message.ts';
import { readPublication } from './read-publication.ts';
import { readReply } from './read-reply.ts';
import { Authored, BannedList, Visibility } from './wire.ts';

/** Whether the command's effect is on Facebook now. `writtenId` is the id that was given to what was written, where it is known. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  try {
    return await look(acting, command, writtenId);
  } catch (fault) {
    if (fault instanceof Undecided) return { state: 'pending', error: fault.error };
    throw fault;
  }
}

function look(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'reply':
      return readReply(acting, command, writtenId);
    case 'publish':
      return readPublication(acting, command, writtenId);
    case 'answer-message':
      return readMessage(acting, command, writtenId);
    case 'remove':
    case 'remove-post':
      return readRemoved(acting, command.target);
    case 'hide':
    case 'unhide':
      return readVisibility(acting, command.target, command.type === 'hide');
    case 'edit-post':
      return readText(acting, command.target, command.text);
    case 'ban':
    case 'unban':
      return readBan(acting, command.target, command.type === 'ban');
    default:
      // No interface tells whether a report was made, or who may comment: only the person's word.
      return Promise.resolve({ state: 'pending', error: errors.notPossible(`${command.type}-by-hand`) });
  }
}

async function readRemoved({ graph }: Acting, target: string): Promise<ReadBack> {
  const node = await get(graph, Written, target, 'id');
  return node === 'gone'
    ? { state: 'confirmed', proof: { id: target, found: false } }
    : { state: 'absent', proof: { id: node.id, found: true } };
}

async function readVisibility({ graph }: Acting, target: string, hidden: boolean): Promise<ReadBack> {
  const node = await get(graph, Visibility, target, 'id,is_hidden');
  if (node === 'gone') return { state: 'absent', proof: { id: target, found: false } };
  return {
    state: node.is_hidden === hidden ? 'confirmed' : 'absent',
    proof: { id: node.id, is_hidden: node.is_hidden },
  };
}

async function readText({ graph }: Acting, target: string, text: string): Promise<ReadBack> {
  const node = await get(graph, Authored, target, 'id,from,message');
  if (node === 'gone') return { state: 'absent', proof: { id: target, found: false } };
  const proof = { id: node.id, message: node.message };
  return { state: sameText(node.message, text) ? 'confirmed' : 'absent', proof };
}

async function readBan({ graph, pageId }: Acting, person: string, banned: boolean): Promise<ReadBack> {
  const found = await find(graph, BannedList, {
    path: `${encodeURIComponent(pageId)}/blocked`,
    query: { user: person, fields: 'id' },
    wanted: ({ id }) => id === person,
  });
  const isBanned = found !== null;
  return { state: isBanned === banned ? 'confirmed' : 'absent', proof: { user: person, blocked: isBanned } };
}
