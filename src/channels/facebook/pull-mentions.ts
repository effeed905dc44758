// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GraphReader } from '../core/graph.ts';
import type { InboundEvent } from '../port.ts';
import { othersPostEvent, type Reading } from './events.ts';
import { RECENT_POSTS } from './limits.ts';
import { MENTION_FIELDS, type Post, PostList } from './wire.ts';

/** Posts of others that name the Page, newest first, back to a moment in Unix seconds; at first the latest. */
export async function pullMentions(
  reader: GraphReader,
  reading: Reading,
  since: number | null,
): Promise<readonly InboundEvent[]> {
  const isPast = ({ created_time: at }: Post): boolean => since === null || at.getTime() < since * 1000;
  const path = `${encodeURIComponent(reading.pageId)}/tagged`;
  const query = { fields: MENTION_FIELDS, limit: `${RECENT_POSTS}` };
  const { nodes } = await reader.list<Post>(PostList, path, query, (posts) => posts.some(isPast));
  return nodes
    .filter(({ from }) => from?.id !== reading.pageId)
    .map((post) => othersPostEvent(post, 'mention', reading));
}
