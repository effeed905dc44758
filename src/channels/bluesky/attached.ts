// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AtpAgent } from '@atproto/api';
import { z } from 'zod';
import type { Attached, AttachedTo } from '../port.ts';

const Images = z.object({
  $type: z.literal('app.bsky.embed.images#view'),
  images: z.array(z.object({ fullsize: z.string(), alt: z.string().catch('') })),
});
/** Played as a list of parts, which is no file: its first picture stands for it. */
const Video = z.object({
  $type: z.literal('app.bsky.embed.video#view'),
  thumbnail: z.string().nullish(),
  alt: z.string().nullish(),
});
const Shown = z.discriminatedUnion('$type', [Images, Video]);
const WithQuote = z.object({ $type: z.literal('app.bsky.embed.recordWithMedia#view'), media: z.unknown() });

/** What came with a post, as the view shows it. Null: it is gone. Private messages carry none. */
export async function attached(agent: AtpAgent, to: AttachedTo): Promise<readonly Attached[] | null> {
  if (to.kind === 'message') return [];
  const { data } = await agent.app.bsky.feed.getPosts({ uris: [to.externalId] });
  const [post] = data.posts;
  if (post === undefined) return null;
  return fromEmbed(WithQuote.safeParse(post.embed).data?.media ?? post.embed);
}

function fromEmbed(embed: unknown): readonly Attached[] {
  const shown = Shown.safeParse(embed).data;
  if (shown === undefined) return [];
  if (shown.$type === 'app.bsky.embed.images#view')
    return shown.images.map(({ fullsize, alt }) => ({ kind: 'image', url: fullsize, alt: alt || null }));
  return [{ kind: 'video', url: shown.thumbnail ?? null, alt: shown.alt || null }];
}
