// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, CommandType } from '#channels';

/** What a write changes the look of; null where it only adds something, which stands beside what others add. */
const OF: Readonly<Record<CommandType, string | null>> = {
  hide: 'item',
  unhide: 'item',
  remove: 'item',
  approve: 'item',
  ban: 'author',
  unban: 'author',
  'close-comments': 'comments',
  'open-comments': 'comments',
  'edit-post': 'post',
  'remove-post': 'post',
  reply: null,
  'answer-message': null,
  report: null,
  publish: null,
};

/** Two writes on one place of an account are sent in the order in which they were asked for, and the later one wins. */
export const placeOf = (command: Command): string | null => {
  const of = OF[command.type];
  return of === null || command.type === 'publish' ? null : `${of} ${command.target}`;
};
