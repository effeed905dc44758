// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';

/** Hosts of the networks, folded, without `www.` and `m.`. */
const HOSTS: readonly (readonly [RegExp, NetworkName])[] = [
  [/^(?:facebook\.com|fb\.com|fb\.me|it-it\.facebook\.com|facebook\.\w+)$/, 'facebook'],
  [/^(?:instagram\.com|instagr\.am|instagram\.\w+)$/, 'instagram'],
  [/^(?:threads\.(?:net|com)|threads\.\w+)$/, 'threads'],
  [/^(?:twitter\.com|x\.com|twitter\.\w+|x\.example)$/, 'x'],
  [/^(?:(?:it\.)?linkedin\.com|lnkd\.in|linkedin\.\w+)$/, 'linkedin'],
  [/^(?:youtube\.com|youtu\.be|youtube\.\w+)$/, 'youtube'],
  [/^(?:tiktok\.com|tiktok\.\w+)$/, 'tiktok'],
  [/^(?:bsky\.app|bsky\.\w+|[\w.-]+\.bsky\.social)$/, 'bluesky'],
  [/^(?:mastodon\.\w+|mastodon\.[\w.]+|social\.[\w.-]+|mastodon\.uno)$/, 'mastodon'],
  [
    /^(?:t\.me|telegram\.me|telegram\.org|whatsapp\.com|wa\.me|flickr\.com|pinterest\.\w+|it\.pinterest\.com|slideshare\.net|issuu\.com|spotify\.com|open\.spotify\.com|twitch\.tv|snapchat\.com)$/,
    'other',
  ],
];

/** Pages of a network that are its own, not an account. */
const NOT_ACCOUNTS =
  /^\/?(?:legal|help|privacy|policies|policy|terms|tos|about|business|community-?standards|rules|guidelines|howyoutubeworks|static|t\/terms|it\/privacy|terms-of-service|login|sharer|intent|share)\b/i;

/** The network that an address of the web leads to, if it is one's account. */
export function networkAt(address: string): NetworkName | undefined {
  const [, host = '', path = ''] = /^(?:https?:)?(?:\/\/)?(?:www\.|m\.)?([^/\s?]+)(\/\S*)?$/i.exec(address) ?? [];
  const network = HOSTS.find(([is]) => is.test(host.toLowerCase()))?.[1];
  return network !== undefined && NOT_ACCOUNTS.test(path) ? undefined : network;
}
