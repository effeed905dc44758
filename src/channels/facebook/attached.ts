// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Attached, type AttachedKind, type AttachedTo, ChannelFault } from '../port.ts';
import type { Acting } from './acting.ts';
import { PAGE_SIZE } from './limits.ts';
import { find, get, read, Undecided } from './looking.ts';
import { ConversationIds, MESSAGE_FIELDS, OwnMessageList } from './wire.ts';

const Part = z.object({
  type: z.string().catch(''),
  media: z
    .object({ image: z.object({ src: z.string() }).nullish().catch(null), source: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
});
type Part = z.infer<typeof Part>;
const Whole = Part.extend({
  subattachments: z
    .object({ data: z.array(Part) })
    .nullish()
    .catch(null),
});
type Whole = z.infer<typeof Whole>;

const OfComment = z.object({ attachment: Whole.nullish() });
const OfPost = z.object({ attachments: z.object({ data: z.array(Whole) }).nullish() });

/** Of a private message. */
const File = z.object({
  mime_type: z.string().catch(''),
  image_data: z.object({ url: z.string() }).nullish().catch(null),
  video_data: z.object({ url: z.string() }).nullish().catch(null),
  file_url: z.string().nullish().catch(null),
});

/** What came with a comment, a post of others or a message; Facebook tells no alternative text of others. Null: it is gone. */
export async function attached(acting: Acting, to: AttachedTo): Promise<readonly Attached[] | null> {
  try {
    if (to.kind === 'message') return await inMessage(acting, to);
    if (to.kind === 'visitor-post' || to.kind === 'mention') {
      const post = await get(acting.graph, OfPost, to.externalId, 'attachments');
      return post === 'gone' ? null : (post.attachments?.data ?? []).flatMap(partsOf);
    }
    const comment = await get(acting.graph, OfComment, to.externalId, 'attachment');
    if (comment === 'gone') return null;
    return comment.attachment ? partsOf(comment.attachment) : [];
  } catch (cause) {
    throw cause instanceof Undecided ? new ChannelFault(cause.error, { cause }) : cause;
  }
}

/** An album tells its pictures one by one, and the first as its own. */
const partsOf = ({ subattachments, ...whole }: Whole): readonly Attached[] =>
  (subattachments?.data.length ? subattachments.data : [whole]).map(fromPart);

function fromPart({ type, media }: Part): Attached {
  const kind: AttachedKind = type.includes('video') ? 'video' : media?.image ? 'image' : 'other';
  return { kind, url: media?.source ?? media?.image?.src ?? null, alt: null };
}

async function inMessage({ graph, pageId }: Acting, to: AttachedTo): Promise<readonly Attached[] | null> {
  if (to.conversation === null) return [];
  const conversations = await read(graph, ConversationIds, {
    path: `${encodeURIComponent(pageId)}/conversations`,
    query: { platform: 'MESSENGER', user_id: to.conversation, fields: 'id' },
  });
  const [conversation] = conversations === 'gone' ? [] : conversations.data;
  if (conversation === undefined) return null;
  const message = await find(graph, OwnMessageList, {
    path: `${encodeURIComponent(conversation.id)}/messages`,
    query: { fields: MESSAGE_FIELDS, limit: `${PAGE_SIZE}` },
    wanted: ({ id }) => id === to.externalId,
  });
  if (message === null) return null;
  const { attachments, sticker } = message;
  const files = (attachments?.data ?? []).flatMap((one) => File.safeParse(one).data ?? []);
  const pasted: readonly Attached[] = sticker ? [{ kind: 'image', url: sticker, alt: null }] : [];
  return [...files.map(fromFile), ...pasted];
}

function fromFile({
  mime_type: type,
  image_data: image,
  video_data: video,
  file_url: file,
}: z.infer<typeof File>): Attached {
  if (image) return { kind: 'image', url: image.url, alt: null };
  if (video) return { kind: 'video', url: video.url, alt: null };
  return { kind: type.startsWith('audio/') ? 'audio' : 'other', url: file ?? null, alt: null };
}
