// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json, jsonText } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import { bearerOf, jsonOf, stranger, WrongBody } from '../town/parameters.ts';
import type { Account, Media } from '../town/writing.ts';
import type { Answered } from './question.ts';
import { done, refusePosting } from './refusals.ts';

const LONGEST_TITLE = 2200;
const MOST_PHOTOS = 35;

const Publication = z.object({
  account: z.string(),
  /** Null: it failed. */
  post: z.string().nullable(),
  reason: z.string(),
  /** How many times it will still be found unready. */
  slow: z.number(),
});
const publicationsOf = ({ world }: Stage) => openDrawer(world, 'publication', Publication);

/** The account for which that token may post; posting has tokens of its own, renewed at `/v2/oauth/token/`. */
export function posterOf(call: Call, stage: Stage): Account | null {
  const token = bearerOf(call) ?? '';
  const tokens = openDrawer(stage.world, 'posting-token', z.object({ account: z.string(), until: z.number() }));
  const renewed = tokens.get(token);
  if (renewed !== undefined)
    return renewed.until > stage.now().getTime() ? (stage.world.accounts.get(renewed.account) ?? null) : null;
  return (
    [...stage.world.accounts.values()].find(({ credentials }) => credentials.postingToken === token && token !== '') ??
    null
  );
}

/** `/v2/post/publish/…`. */
export function posting(call: Call, stage: Stage): Answered {
  const account = posterOf(call, stage);
  if (account === null) return refusePosting('token-expired');
  if (call.method !== 'POST' || stranger(call.query, []) !== null) return refusePosting('bad-field');
  const publishing = { call, stage, account };
  switch (call.path.slice(3).join('/')) {
    case 'creator_info/query':
      return creatorInfo(publishing);
    case 'video/init':
      return publishVideo(publishing);
    case 'content/init':
      return publishPhotos(publishing);
    case 'status/fetch':
      return status(publishing);
    default:
      return refusePosting('bad-field', 'unknown address');
  }
}

interface Publishing {
  readonly call: Call;
  readonly stage: Stage;
  readonly account: Account;
}

function creatorInfo({ call, account }: Publishing): Answer {
  if (jsonOf(call, z.strictObject({})) instanceof WrongBody) return refusePosting('bad-field');
  const privacy_level_options =
    call.fault === 'unaudited' ? ['SELF_ONLY'] : ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'];
  return json(
    done({
      creator_username: account.handle,
      creator_nickname: account.name,
      privacy_level_options,
      comment_disabled: false,
      duet_disabled: false,
      stitch_disabled: false,
      max_video_post_duration_sec: 600,
    }),
  );
}

const Privacy = z.enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY']);
const VideoAsked = z.strictObject({
  post_info: z.strictObject({
    title: z.string().max(LONGEST_TITLE),
    privacy_level: Privacy,
    disable_comment: z.boolean(),
    disable_duet: z.boolean(),
    disable_stitch: z.boolean(),
    video_cover_timestamp_ms: z.number().optional(),
    is_aigc: z.boolean().optional(),
    brand_content_toggle: z.boolean().optional(),
    brand_organic_toggle: z.boolean().optional(),
  }),
  source_info: z.strictObject({ source: z.literal('PULL_FROM_URL'), video_url: z.url() }),
});
const PhotosAsked = z.strictObject({
  media_type: z.literal('PHOTO'),
  post_mode: z.literal('DIRECT_POST'),
  post_info: z.strictObject({
    title: z.string().optional(),
    description: z.string().max(LONGEST_TITLE),
    privacy_level: Privacy,
    disable_comment: z.boolean(),
  }),
  source_info: z.strictObject({
    source: z.literal('PULL_FROM_URL'),
    photo_images: z.array(z.url()).min(1).max(MOST_PHOTOS),
    photo_cover_index: z.number().int().nonnegative(),
  }),
});

async function publishVideo(publishing: Publishing): Promise<Answer | Asked> {
  const asked = jsonOf(publishing.call, VideoAsked);
  if (asked instanceof WrongBody) return refusePosting('bad-field', asked.why);
  const { post_info: told, source_info: source } = asked;
  const media: Media[] = [{ type: 'video', url: source.video_url, alt: null }];
  return begin(publishing, { text: told.title, media, isClosed: told.disable_comment, privacy: told.privacy_level });
}

async function publishPhotos(publishing: Publishing): Promise<Answer | Asked> {
  const asked = jsonOf(publishing.call, PhotosAsked);
  if (asked instanceof WrongBody) return refusePosting('bad-field', asked.why);
  const { post_info: told, source_info: source } = asked;
  const media = source.photo_images.map((url): Media => ({ type: 'image', url, alt: null }));
  return begin(publishing, {
    text: told.description,
    media,
    isClosed: told.disable_comment,
    privacy: told.privacy_level,
  });
}

interface Content {
  readonly text: string;
  readonly media: readonly Media[];
  readonly isClosed: boolean;
  readonly privacy: z.output<typeof Privacy>;
}

/** TikTok takes the files and publishes by itself: whoever asked hears of it only by asking again. */
async function begin({ call, stage, account }: Publishing, content: Content): Promise<Answer | Asked> {
  if (call.fault === 'unaudited') return refusePosting('unaudited');
  const publishId = (): string => `${content.media[0]?.type === 'image' ? 'p' : 'v'}_pub_url~v2.${stage.world.draw()}`;
  const reason = call.fault === 'publish-fails' ? 'spam_risk' : await pullFailure(content.media);
  return {
    unchanged: () => json(done({ publish_id: publishId() })),
    effect() {
      const id = publishId();
      const slow = call.fault === 'publish-slow' ? 3 : 1;
      const isPublic = content.privacy === 'PUBLIC_TO_EVERYONE' && call.fault !== 'never-public';
      const post = reason === '' && isPublic ? write({ stage, account }, content) : null;
      publicationsOf(stage).put(id, { account: account.id, post, reason, slow });
      return json(done({ publish_id: id }));
    },
  };
}

function write({ stage, account }: Pick<Publishing, 'stage' | 'account'>, { text, media, isClosed }: Content): string {
  const { world } = stage;
  const commenting = isClosed ? 'closed' : 'open';
  return world.write({
    account: account.id,
    kind: 'post',
    from: world.self(account.id),
    text,
    media,
    commenting,
    at: stage.now(),
  }).id;
}

const PULL_MILLISECONDS = 5000;

/** Why the files could not be taken from where they were said to be; empty when they were. */
async function pullFailure(media: readonly Media[]): Promise<string> {
  const failed = media[0]?.type === 'image' ? 'photo_pull_failed' : 'video_pull_failed';
  for (const { url } of media) {
    try {
      const answer = await fetch(url ?? '', { signal: AbortSignal.timeout(PULL_MILLISECONDS) });
      const bytes = await answer.arrayBuffer();
      if (!answer.ok || bytes.byteLength === 0) return failed;
    } catch {
      return failed;
    }
  }
  return '';
}

function status({ call, stage, account }: Publishing): Answer {
  const asked = jsonOf(call, z.strictObject({ publish_id: z.string() }));
  if (asked instanceof WrongBody) return refusePosting('bad-field', asked.why);
  const publications = publicationsOf(stage);
  const publication = publications.get(asked.publish_id);
  if (publication === undefined || publication.account !== account.id) return refusePosting('not-found');
  const { post, reason, slow } = publication;
  if (slow > 0) {
    publications.put(asked.publish_id, { ...publication, slow: slow - 1 });
    return json(done({ status: 'PROCESSING_DOWNLOAD' }));
  }
  if (reason !== '') return json(done({ status: 'FAILED', fail_reason: reason }));
  // The number is beyond what a double can hold, and is sent as a number.
  const ids = post === null ? [] : [post];
  const told = JSON.stringify(done({ status: 'PUBLISH_COMPLETE', publicaly_available_post_id: ids }));
  return jsonText(told.replace(/"publicaly_available_post_id":\["(\d+)"\]/, '"publicaly_available_post_id":[$1]'));
}
