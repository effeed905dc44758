// SPDX-License-Identifier: AGPL-3.0-or-later
import { sameText } from '../core/same-text.ts';
import type { Command } from '../port.ts';
import { type Acting, read } from './acting.ts';
import { textOf } from './publish.ts';
import { type One, OneList, OWN_FIELDS, OWN_REPLY_FIELDS } from './wire.ts';

/** The network's clock and ours may differ, and its times are whole seconds. */
const CLOCK_SKEW_MILLISECONDS = 30_000;
const LOOKED_AT = 50;

/** The newest post or reply of ours with the words of a command, since it was first sent; null where there is none. */
export async function ownWriting(
  acting: Acting,
  command: Extract<Command, { type: 'publish' | 'reply' }>,
): Promise<One | null> {
  const isReply = command.type === 'reply';
  const text = isReply ? command.text : textOf(command.content);
  const from = command.since === undefined ? 0 : command.since.getTime() - CLOCK_SKEW_MILLISECONDS;
  const query = { fields: isReply ? OWN_REPLY_FIELDS : OWN_FIELDS, limit: LOOKED_AT };
  const listed = await read(acting, OneList, { path: isReply ? 'me/replies' : 'me/threads', query });
  const wanted = (writing: One): boolean =>
    sameText(writing.text ?? '', text) &&
    (writing.timestamp?.getTime() ?? 0) >= from &&
    (!isReply || writing.replied_to?.id === command.target);
  return listed?.data.find(wanted) ?? null;
}
