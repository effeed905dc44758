// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { lengthIn } from '../contract.ts';
import { type ChannelError, ChannelFault, type Command, type Post, type WriteOutcome } from '../port.ts';
import { type Acting, type Asked, faultOf, outcomeOf, read } from './api.ts';
import { errorOf, noPosting, notPossible, publishFailed, refused, rejected, tooLong, unclear } from './errors.ts';
import { limits, PUBLISH_APPEARS_SECONDS, PUBLISH_WAIT_SECONDS } from './limits.ts';
import { Begun, CreatorInfo, PublishStatus, videoPermalink } from './wire.ts';

type Publish = Extract<Command, { type: 'publish' }>;

const Progress = z.strictObject({ publishId: z.string().min(1) });

/** One step of a publication: TikTok is asked once to take and publish, and then as often as needed how it stands. */
export async function publish(acting: Acting, { content, since }: Publish, progress?: string): Promise<WriteOutcome> {
  const refusal = refusedBefore(content);
  if (refusal !== null) return refused(refusal);
  if ((acting.account.credentials.postingToken ?? '') === '') return refused(noPosting);
  const begun = progressFrom(progress);
  if (begun !== null) return look(acting, begun, since);
  const privacy = await mayBePublic(acting);
  return privacy === null ? begin(acting, content) : refused(privacy);
}

function progressFrom(text: string | undefined): string | null {
  try {
    return Progress.parse(JSON.parse(text ?? '')).publishId;
  } catch {
    return null;
  }
}

const underWay = (publishId: string, waitSeconds = PUBLISH_WAIT_SECONDS): WriteOutcome => ({
  state: 'under-way',
  progress: JSON.stringify({ publishId }),
  waitSeconds,
});

/** What TikTok would refuse is not sent. */
function refusedBefore(content: Post): ChannelError | null {
  const { media, comments } = content;
  const [first] = media;
  if (first === undefined)
    return notPossible('no-media', 'Su TikTok da qui escono solo video e foto: va pubblicato a mano.');
  if (comments === 'after-approval')
    return notPossible('approval', 'TikTok non trattiene i commenti da qui: il filtro si imposta a mano.');
  const written = lengthIn(textOf(content), limits.lengthUnit);
  if (written > limits.postLength) return tooLong(written, limits.postLength);
  const videos = media.filter(({ kind }) => kind === 'video').length;
  if (videos > 0 && media.length > 1) return rejected('video-not-alone', 'Su TikTok un video va da solo, senza foto.');
  if (media.length > limits.images)
    return rejected('too-many-images', `TikTok accetta al massimo ${limits.images} foto in un post.`);
  const isTaken = first.kind === 'video' || media.every(({ type }) => PHOTO_TYPES.has(type));
  return isTaken
    ? null
    : rejected('photo-type', 'TikTok accetta foto JPEG o WebP: quelle in altro formato vanno convertite.');
}

const PHOTO_TYPES = new Set(['image/jpeg', 'image/webp']);

/** The address of a page can only be read, in the text. */
export const textOf = ({ text, link }: Post): string => (link === undefined ? text : `${text}\n\n${link.url}`.trim());

/** TikTok says how each account may publish, and wants to be asked each time. */
async function mayBePublic({ posting, now }: Acting): Promise<ChannelError | null> {
  const asked: Asked = { method: 'POST', path: 'post/publish/creator_info/query/', body: {} };
  try {
    const came = await read(posting, CreatorInfo, { asked, now });
    if (came !== 'gone' && came.found.privacy_level_options.includes(PUBLIC)) return null;
    const code = 'unaudited_client_can_only_post_to_private_accounts';
    return errorOf({ code, says: '', trace: '', status: 403, headers: new Headers() }, now);
  } catch (fault) {
    // Nothing was asked to be published yet.
    if (fault instanceof ChannelFault) return fault.error;
    throw fault;
  }
}

const PUBLIC = 'PUBLIC_TO_EVERYONE';

async function begin(acting: Acting, content: Post): Promise<WriteOutcome> {
  const answer = await acting.posting(initOf(content));
  if (answer.kind !== 'answer') return outcomeOf(answer, acting.now);
  const begun = Begun.safeParse(answer.data);
  return begun.success
    ? underWay(begun.data.publish_id)
    : { state: 'unknown', error: unclear('publication-without-id') };
}

function initOf(content: Post): Asked {
  const { media, comments, title } = content;
  const told = { privacy_level: PUBLIC, disable_comment: comments === 'nobody' };
  const text = textOf(content);
  const [first] = media;
  if (first?.kind === 'video') {
    return {
      method: 'POST',
      path: 'post/publish/video/init/',
      body: {
        post_info: { title: text, ...told, disable_duet: false, disable_stitch: false },
        source_info: { source: 'PULL_FROM_URL', video_url: first.url },
      },
    };
  }
  return {
    method: 'POST',
    path: 'post/publish/content/init/',
    body: {
      media_type: 'PHOTO',
      post_mode: 'DIRECT_POST',
      post_info: { ...(title === undefined ? {} : { title }), description: text, ...told },
      source_info: {
        source: 'PULL_FROM_URL',
        photo_images: media.map(({ url }) => url),
        photo_cover_index: 0,
      },
    },
  };
}

async function look({ posting, account, now }: Acting, publishId: string, since?: Date): Promise<WriteOutcome> {
  const answer = await posting({
    method: 'POST',
    path: 'post/publish/status/fetch/',
    body: { publish_id: publishId },
  });
  if (answer.kind !== 'answer') {
    const error = faultOf(answer, now);
    // What was begun goes on without us; only what nobody knows any more is looked for elsewhere.
    if (error.kind === 'rejected-content' || error.kind === 'not-found') return { state: 'unknown', error };
    return underWay(publishId, error.retryAfterSeconds);
  }
  const status = PublishStatus.safeParse(answer.data);
  if (!status.success) return { state: 'unknown', error: unclear('unexpected-status') };
  if (status.data.status === 'FAILED') return refused(publishFailed(status.data.fail_reason));
  if (status.data.status !== 'PUBLISH_COMPLETE') return underWay(publishId);
  const [id] = status.data.publicaly_available_post_id;
  if (id === undefined) {
    // Complete, and not yet let out by TikTok's own check; or never, and then reading back calls for a person.
    const isLate = since !== undefined && now.getTime() - since.getTime() > PUBLISH_APPEARS_SECONDS * 1000;
    return isLate ? { state: 'accepted' } : underWay(publishId, PUBLISH_WAIT_SECONDS * 3);
  }
  return { state: 'accepted', externalId: id, permalink: videoPermalink(account.handle, id) };
}
