// SPDX-License-Identifier: AGPL-3.0-or-later
import type { World } from '../town/world.ts';
import type { Writing } from '../town/writing.ts';

const SHARE = 'urn:li:share:';
const ACTIVITY = 'urn:li:activity:';

/** A post has two names: what was shared, and the activity under which people comment it. */
export const activityOf = (share: string): string => `${ACTIVITY}${BigInt(numberOf(share)) + 1n}`;

export const numberOf = (urn: string): string => /(\d+)\)?$/.exec(urn)?.[1] ?? '0';

export const isCommentUrn = (urn: string): boolean => urn.startsWith('urn:li:comment:(');

/** The post or comment of that name, whichever of its names it is; undefined where nobody can see it. */
export function writingNamed(urn: string, world: World): Writing | undefined {
  const id = urn.startsWith(ACTIVITY) ? `${SHARE}${BigInt(numberOf(urn)) - 1n}` : urn;
  const writing = world.writings.get(id);
  return writing !== undefined && world.exists(writing.id) ? writing : undefined;
}

/** `comments/7` under a post or a comment. */
export function commentUnder(urn: string, id: string, world: World): Writing | undefined {
  const above = writingNamed(urn, world);
  const thread = above === undefined ? [] : world.commentsOn(above.post);
  return thread.find((one) => numberOf(one.id) === id && world.exists(one.id));
}
