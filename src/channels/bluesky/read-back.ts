// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, ReadBack } from '../port.ts';
import { readBan } from './block.ts';
import { fault } from './errors.ts';
import { readAnswer } from './messages.ts';
import { readPublication } from './publish.ts';
import type { Acting } from './records.ts';
import { readRemovedPost } from './remove-post.ts';
import { readReply } from './reply.ts';
import { readReport } from './report.ts';
import { readHidden, readReplies } from './threadgate.ts';

/** Whether the command's effect is there. `writtenId`: what was given to what was written, where it is known. */
export async function readBack(acting: Acting, command: Command, writtenId: string | undefined): Promise<ReadBack> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return readHidden(acting, { target: command.target, post: command.post, hidden: command.type === 'hide' });
    case 'reply':
      return readReply(acting, command);
    case 'report':
      return readReport(command, writtenId);
    case 'publish':
      return readPublication(acting, command);
    case 'answer-message':
      return readAnswer(acting, command, writtenId);
    case 'ban':
    case 'unban':
      return readBan(acting, command);
    case 'remove-post':
      return readRemovedPost(acting, command.target);
    case 'close-comments':
    case 'open-comments':
      return readReplies(acting, { target: command.target, open: command.type === 'open-comments' });
    default:
      // Nothing of it can be read there: only the person's word.
      return { state: 'pending', error: fault('not-possible', `${command.type}-by-hand`).error };
  }
}
