// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';

interface Addresses {
  /** Of the interface for programs; null: each place has its own. */
  readonly api: string | null;
  /** Of an account, for people; `@` stands for the handle. Null: it cannot be told from the handle. */
  readonly page: string | null;
}

/** Where networks live; proposed to whoever connects an account, who may write others (a simulated world, a proxy). */
const ADDRESSES: Readonly<Record<NetworkName, Addresses>> = {
  facebook: { api: 'https://graph.facebook.com', page: 'https://www.facebook.com/@' },
  instagram: { api: 'https://graph.instagram.com', page: 'https://www.instagram.com/@/' },
  threads: { api: 'https://graph.threads.net', page: 'https://www.threads.com/@@' },
  x: { api: 'https://api.x.com', page: 'https://x.com/@' },
  linkedin: { api: 'https://api.linkedin.com', page: 'https://www.linkedin.com/company/@' },
  youtube: { api: 'https://youtube.googleapis.com', page: 'https://www.youtube.com/@@' },
  tiktok: { api: 'https://open.tiktokapis.com', page: 'https://www.tiktok.com/@@' },
  bluesky: { api: 'https://bsky.social', page: 'https://bsky.app/profile/@' },
  mastodon: { api: null, page: null },
  other: { api: null, page: null },
};

export const interfaceAddress = (network: NetworkName): string | null => ADDRESSES[network].api;

/** Split at its last `@`, the one that the handle takes the place of. */
export function pageAddress(network: NetworkName, handle: string): string | null {
  const { page } = ADDRESSES[network];
  if (page === null) return null;
  const place = page.lastIndexOf('@');
  return `${page.slice(0, place)}${encodeURIComponent(handle.replace(/^@/, ''))}${page.slice(place + 1)}`;
}
