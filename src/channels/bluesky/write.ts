// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, WriteOutcome } from '../port.ts';
import { ban, unban } from './block.ts';
import { fault } from './errors.ts';
import { capabilities } from './limits.ts';
import { answerMessage } from './messages.ts';
import { publish } from './publish.ts';
import type { Acting } from './records.ts';
import { removePost } from './remove-post.ts';
import { reply } from './reply.ts';
import { type ReportIds, report } from './report.ts';
import { setHidden, setReplies } from './threadgate.ts';

/** One write, once. Throws what the library throws. */
export async function write(
  acting: Acting,
  command: Command,
  { reports, progress }: { readonly reports: ReportIds; readonly progress: string | undefined },
): Promise<WriteOutcome> {
  switch (command.type) {
    case 'hide':
    case 'unhide':
      return setHidden(acting, { target: command.target, post: command.post, hidden: command.type === 'hide' });
    case 'reply':
      return reply(acting, command);
    case 'report':
      return report(acting, command, reports);
    case 'ban':
      return ban(acting, command);
    case 'unban':
      return unban(acting, command);
    case 'remove-post':
      return removePost(acting, command.target);
    case 'close-comments':
    case 'open-comments':
      return setReplies(acting, { target: command.target, open: command.type === 'open-comments' });
    case 'remove':
      throw fault('not-possible', 'RemoveOfOthers', capabilities.remove.effect);
    case 'approve':
      throw fault('not-possible', 'NothingHeld', capabilities.hold.effect);
    case 'edit-post':
      throw fault('not-possible', 'NoEdit', capabilities['edit-post'].effect);
    case 'publish':
      return publish(acting, command, progress);
    case 'answer-message':
      return answerMessage(acting, command);
  }
}
