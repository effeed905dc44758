// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, lengthIn } from '#channels';
import type { PostLimits } from '#editorial';
import type { NetworkName } from '#policy';

/** What a network takes in one post, as its adapter tells it; undefined for one that has none. */
export function postLimitsOf(network: NetworkName): PostLimits | undefined {
  const adapter = adapterOf(network);
  if (adapter === null) return undefined;
  const { postLength, lengthUnit, hashtags, images } = adapter.limits;
  return {
    length: postLength,
    lengthOf: (text) => lengthIn(text, lengthUnit),
    images,
    ...(hashtags !== undefined && { hashtags }),
    opensLinks: adapter.capabilities['publish-link'].how !== 'none',
  };
}
