// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-names.ts';
import { networkName } from './channels.ts';

const ICON: Readonly<Record<string, IconName>> = {
  facebook: 'it-facebook',
  instagram: 'it-instagram',
  threads: 'it-threads',
  x: 'it-twitter',
  linkedin: 'it-linkedin',
  youtube: 'it-youtube',
  tiktok: 'it-tiktok',
  bluesky: 'it-bluesky',
  mastodon: 'it-mastodon',
};

/** Where something was written: the network's sign and its name, because not everybody knows the signs. */
export function NetworkMark({ network }: { readonly network: string }) {
  return (
    <span className="network-mark">
      <Icon name={ICON[network] ?? 'it-comment'} />
      {networkName(network)}
    </span>
  );
}
