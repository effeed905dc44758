// SPDX-License-Identifier: AGPL-3.0-or-later
import { bluesky } from './bluesky/network.ts';
import { facebook } from './facebook/network.ts';
import { instagram } from './instagram/network.ts';
import { linkedin } from './linkedin/network.ts';
import { mastodon } from './mastodon/network.ts';
import { threads } from './threads/network.ts';
import { tiktok } from './tiktok/network.ts';
import type { NetworkDefinition } from './town/network.ts';
import { x } from './x/network.ts';
import { youtube } from './youtube/network.ts';

/** Every network that is simulated, in the order in which the front page shows them. */
export const NETWORKS: readonly NetworkDefinition[] = [
  facebook,
  instagram,
  threads,
  x,
  linkedin,
  youtube,
  tiktok,
  bluesky,
  mastodon,
];
