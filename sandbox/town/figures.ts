// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Stage } from './network.ts';

/** What a network counts of a post, or of an account as the sum of its posts. */
export interface Figures {
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
  readonly clicks: number;
  /** People who did something there, each once. */
  readonly engaged: number;
  readonly followers: number;
}

/**
 * Derived from what happened: who wrote or liked has seen, a page opened on the screen is a view, and what `POST counts`
 * added comes on top. Of a comment: the same, with its replies as comments.
 */
export function figuresOf(id: string, { world }: Pick<Stage, 'world'>): Figures {
  const isAccount = world.accounts.has(id);
  const writing = world.writings.get(id);
  const posts = isAccount ? world.postsOn(id, ['post']) : writing === undefined ? [] : [writing];
  const comments = posts
    .flatMap((post) =>
      world.commentsOn(post.post).filter(({ parent }) => post.kind !== 'comment' || parent === post.id),
    )
    .filter((one) => world.exists(one.id));
  const sum = (measure: 'views' | 'shares' | 'clicks' | 'followers') =>
    [...posts.map((post) => post.id), ...(isAccount ? [id] : [])].reduce(
      (total, one) => total + world.counted(one, measure),
      0,
    );
  const likes = posts.reduce((total, post) => total + post.likes, 0);
  const people = new Set(
    comments.filter((one) => !world.isOwn(one)).map(({ from }, index) => from?.id ?? `nobody ${index}`),
  );
  return {
    views: sum('views') + likes + comments.length,
    ...{ likes, comments: comments.length, shares: sum('shares'), clicks: sum('clicks') },
    engaged: people.size + likes,
    followers: sum('followers'),
  };
}
