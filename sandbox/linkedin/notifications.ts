// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import type { Writing } from '../town/writing.ts';
import { commentaryOf } from './little-text.ts';
import { activityOf, numberOf } from './names.ts';

export type Action = 'COMMENT' | 'ADMIN_COMMENT' | 'COMMENT_EDIT' | 'COMMENT_DELETE' | 'SHARE_MENTION';
export const ACTIONS: readonly string[] = [
  'LIKE',
  'COMMENT',
  'SHARE',
  'SHARE_MENTION',
  'ADMIN_COMMENT',
  'COMMENT_EDIT',
  'COMMENT_DELETE',
];

const ORDER: Readonly<Record<Action, bigint>> = {
  COMMENT: 1n,
  ADMIN_COMMENT: 1n,
  SHARE_MENTION: 1n,
  COMMENT_EDIT: 2n,
  COMMENT_DELETE: 3n,
};

/** What a page is told of something that was done, by polling and by webhook alike. */
export function notification(
  writing: Writing,
  { action, at }: { readonly action: Action; readonly at: Date },
  { world, secrets }: Stage,
): object {
  const post = world.writings.get(writing.post);
  const isGone = action === 'COMMENT_DELETE' || !world.exists(writing.id);
  // Small enough for a number, and each one's own.
  const notificationId = Number((BigInt(numberOf(writing.id)) % 1_000_000_000n) * 10n + ORDER[action]);
  const common = {
    notificationId,
    organizationalEntity: writing.account,
    action,
    lastModifiedAt: at.getTime(),
    generatedActivity: writing.id,
    subscriber: `urn:li:person:${secrets.clientId ?? 'admin'}`,
  };
  if (writing.kind === 'mention') {
    return { ...common, sourcePost: writing.id, decoratedGeneratedActivity: { share: shareOf(writing) } };
  }
  return {
    ...common,
    sourcePost: writing.post,
    decoratedSourcePost: {
      entity: writing.post,
      owner: writing.account,
      text: commentaryOf(post?.text ?? ''),
      mediaCategory: post?.media.length ? 'IMAGE' : 'NONE',
    },
    ...(!isGone && { decoratedGeneratedActivity: { comment: commentOf(writing) } }),
  };
}

const owner = ({ from }: Writing): string => from?.id ?? 'urn:li:person:UNKNOWN';
const category = ({ media }: Writing): string => (media.length > 0 ? 'IMAGE' : 'NONE');

const commentOf = (writing: Writing) => ({
  entity: writing.id,
  owner: owner(writing),
  text: writing.text,
  object: activityOf(writing.post),
  ...(writing.parent !== null && { parentComment: writing.parent }),
  mediaCategory: category(writing),
});

const shareOf = (writing: Writing) => ({
  entity: writing.id,
  owner: owner(writing),
  text: commentaryOf(writing.text),
  mediaCategory: category(writing),
});

/** Everything that the page was told of since the beginning, newest first. */
export function history(account: string, stage: Stage): { action: Action; at: Date; shown: object }[] {
  const { world } = stage;
  const gone = openDrawer(world, 'gone', z.number());
  const told: { writing: Writing; action: Action; at: Date }[] = [];
  const writings = [...world.writings.values()].filter((one) => one.account === account);
  for (const writing of writings) {
    const at = new Date(writing.at);
    if (writing.kind === 'mention') told.push({ writing, action: 'SHARE_MENTION', at });
    if (writing.kind !== 'comment') continue;
    told.push({ writing, action: world.isOwn(writing) ? 'ADMIN_COMMENT' : 'COMMENT', at });
    if (writing.edited !== null) told.push({ writing, action: 'COMMENT_EDIT', at: new Date(writing.edited) });
    if (world.exists(writing.id)) continue;
    // The town does not say when: as far as anybody asked, it was when it was first missed.
    if (gone.get(writing.id) === undefined) gone.put(writing.id, stage.now().getTime());
    told.push({ writing, action: 'COMMENT_DELETE', at: new Date(gone.get(writing.id) ?? 0) });
  }
  return told
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map(({ writing, action, at }) => ({ action, at, shown: notification(writing, { action, at }, stage) }));
}
