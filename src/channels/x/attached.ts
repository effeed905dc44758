// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Attached, type AttachedTo, ChannelFault } from '../port.ts';
import type { Client } from './client.ts';
import { errorOf, unclear } from './errors.ts';

const Variant = z.object({ content_type: z.string(), url: z.string(), bit_rate: z.number().catch(0) });
const Media = z.object({
  type: z.string(),
  url: z.string().nullish(),
  preview_image_url: z.string().nullish(),
  alt_text: z.string().nullish(),
  variants: z.array(Variant).catch([]),
});
type Media = z.infer<typeof Media>;
const Told = z.object({ includes: z.object({ media: z.array(z.unknown()).catch([]) }).catch({ media: [] }) }).catch({
  includes: { media: [] },
});

const MEDIA_FIELDS = 'alt_text,media_key,preview_image_url,type,url,variants';

/** What came with a post or a message. Null: it is gone. Throws `ChannelFault`. */
export async function attached(
  { client, now }: { readonly client: Client; readonly now: () => Date },
  { externalId: id, kind }: AttachedTo,
): Promise<readonly Attached[] | null> {
  const isMessage = kind === 'message';
  const answer = await client({
    method: 'GET',
    path: `${isMessage ? 'dm_events' : 'tweets'}/${encodeURIComponent(id)}`,
    query: {
      [isMessage ? 'dm_event.fields' : 'tweet.fields']: 'attachments',
      ...{ expansions: 'attachments.media_keys', 'media.fields': MEDIA_FIELDS },
    },
  });
  if (answer.kind === 'unclear') throw new ChannelFault(unclear(answer.code));
  if (answer.kind === 'refused') {
    const error = errorOf(answer, 'read', now());
    if (error.kind === 'not-found') return null;
    throw new ChannelFault(error);
  }
  return Told.parse(answer.body).includes.media.flatMap((one) => {
    const media = Media.safeParse(one).data;
    return media === undefined ? [] : [fromMedia(media)];
  });
}

const fromMedia = (media: Media): Attached => ({
  kind: media.type === 'photo' ? 'image' : 'video',
  url: media.url ?? smallestFilm(media) ?? media.preview_image_url ?? null,
  alt: media.alt_text || null,
});

/** Enough to see what it is; lists of parts are no file. */
const smallestFilm = ({ variants }: Media): string | undefined =>
  variants
    .filter(({ content_type: type }) => type === 'video/mp4')
    .toSorted((one, other) => one.bit_rate - other.bit_rate)[0]?.url;
