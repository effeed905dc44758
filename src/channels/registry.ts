// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';
import { bluesky } from './bluesky/adapter.ts';
import { byHandPlaces } from './by-hand/adapter.ts';
import { facebook } from './facebook/adapter.ts';
import { instagram } from './instagram/adapter.ts';
import { linkedin } from './linkedin/adapter.ts';
import { mastodon } from './mastodon/adapter.ts';
import type { NetworkAdapter } from './port.ts';
import { threads } from './threads/adapter.ts';
import { tiktok } from './tiktok/adapter.ts';
import { x } from './x/adapter.ts';
import { youtube } from './youtube/adapter.ts';

/** One line per network, in the order in which the desk lists them. */
export const adapters: readonly NetworkAdapter[] = [
  facebook,
  instagram,
  threads,
  x,
  linkedin,
  youtube,
  tiktok,
  bluesky,
  mastodon,
  byHandPlaces,
];

/** Whether the desk reads it by itself; from the others people bring what they see. */
export const isRead = ({ capabilities }: NetworkAdapter): boolean =>
  ['api', 'limited'].includes(capabilities['read-comments'].how);

export function adapterOf(network: NetworkName): NetworkAdapter | null {
  return adapters.find((adapter) => adapter.network === network) ?? null;
}
