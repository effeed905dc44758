// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import { Refused } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Writing } from '../town/writing.ts';
import { listed, type Method, onlyFilter, paged, partsOf, type Question } from './asking.ts';
import { type Reason, refuse, refuseParameter } from './refusals.ts';
import { renderChannel, renderVideo, uploadsOf } from './rendering.ts';

const VIDEO_PARTS = ['id', 'snippet', 'status', 'statistics'];
const MOST_IDS = 50;

const NewSnippet = z.strictObject({
  title: z.string().default(''),
  description: z.string().default(''),
  categoryId: z.string().default(''),
  tags: z.array(z.string()).optional(),
  defaultLanguage: z.string().optional(),
  defaultAudioLanguage: z.string().optional(),
});
export type NewSnippet = z.infer<typeof NewSnippet>;
export const NewVideo = z.strictObject({
  snippet: NewSnippet,
  status: z.strictObject({
    privacyStatus: z.enum(['public', 'unlisted', 'private']).default('public'),
    selfDeclaredMadeForKids: z.boolean().optional(),
    containsSyntheticMedia: z.boolean().optional(),
    publishAt: z.iso.datetime().optional(),
  }),
});
const ChangedVideo = z.strictObject({ id: z.string(), snippet: NewSnippet });
const AbuseReport = z.strictObject({
  videoId: z.string(),
  reasonId: z.string(),
  secondaryReasonId: z.string().optional(),
  comments: z.string().optional(),
  language: z.string().optional(),
});

export function faultOfSnippet({ title, description, categoryId }: NewSnippet): Reason | null {
  if (title.trim() === '' || title.length > 100 || /[<>]/.test(title)) return 'invalidTitle';
  if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) return 'invalidDescription';
  return /^\d+$/.test(categoryId) ? null : 'invalidCategoryId';
}

const videoOf = ({ stage, channel }: Question, id: string): Writing | undefined => {
  const video = stage.world.writings.get(id);
  return video?.kind === 'post' && video.account === channel.id && stage.world.exists(id) ? video : undefined;
};

const list: Method = {
  units: 1,
  parameters: { part: true, id: true, maxResults: false, pageToken: false, hl: false },
  answer(question) {
    const { query, stage } = question;
    const parts = partsOf(query, VIDEO_PARTS);
    const found = listed(query, 'id').flatMap((id) => videoOf(question, id) ?? []);
    const shape = { kind: 'youtube#videoListResponse', usual: MOST_IDS, most: MOST_IDS };
    return paged(found, query, { ...shape, one: (video) => renderVideo(video, parts, stage) });
  },
};

/** INVARIANT: as on the real network, what of the snippet is not sent is gone. */
const update: Method = {
  units: 50,
  parameters: { part: true },
  answer(question) {
    const { call, query, stage } = question;
    const parts = partsOf(query, ['id', 'snippet']);
    const asked = jsonOf(call, ChangedVideo);
    if (asked instanceof WrongBody) throw new Refused(refuseParameter(asked.why));
    const video = videoOf(question, asked.id);
    if (video === undefined) throw new Refused(refuse('videoNotFound'));
    const { snippet } = asked;
    const fault = faultOfSnippet(snippet);
    if (fault !== null) throw new Refused(refuse(fault));
    const { title, description, categoryId, tags, defaultLanguage } = snippet;
    return {
      unchanged: () => json(renderVideo(video, parts, stage)),
      effect() {
        stage.world.edit(video.id, { text: description, title, at: stage.now() });
        stage.world.note(video.id, { categoryId, tags: tags ?? null, defaultLanguage: defaultLanguage ?? null });
        return json(renderVideo(stage.world.writings.get(video.id) ?? video, parts, stage));
      },
    };
  },
};

const remove: Method = {
  units: 50,
  parameters: { id: true },
  answer(question) {
    const { query, stage } = question;
    const video = videoOf(question, query.get('id') ?? '');
    if (video === undefined) throw new Refused(refuse('videoNotFound'));
    const done: Answer = { status: 204, body: '' };
    return {
      unchanged: () => done,
      effect() {
        stage.world.set(video.id, 'deleted');
        return done;
      },
    };
  },
};

/** Invented ids under labels as one finds them there. */
const REASONS: readonly (readonly [string, string])[] = [
  ['S1', 'Spam or misleading'],
  ['N1', 'Sexual content'],
  ['V1', 'Violent or repulsive content'],
  ['H1', 'Hateful or abusive content'],
];

const reasons: Method = {
  units: 1,
  parameters: { part: true, hl: false },
  answer: ({ query }) => {
    partsOf(query, ['id', 'snippet']);
    const items = REASONS.map(([id, label]) => ({ kind: 'youtube#videoAbuseReportReason', id, snippet: { label } }));
    return json({ kind: 'youtube#videoAbuseReportReasonListResponse', etag: 'simulato', items });
  },
};

const report: Method = {
  units: 50,
  parameters: {},
  answer({ call, stage, channel }) {
    const asked = jsonOf(call, AbuseReport);
    if (asked instanceof WrongBody) throw new Refused(refuseParameter(asked.why));
    const { videoId, reasonId, comments = '' } = asked;
    if (!REASONS.some(([id]) => id === reasonId)) throw new Refused(refuseParameter('invalid reasonId'));
    const done: Answer = { status: 204, body: '' };
    return {
      unchanged: () => done,
      effect() {
        stage.world.report({ account: channel.id, target: videoId, reason: reasonId, text: comments, at: stage.now() });
        return done;
      },
    };
  },
};

const channels: Method = {
  units: 1,
  parameters: { part: true, id: false, mine: false, maxResults: false, pageToken: false, hl: false },
  answer({ query, stage, channel }) {
    const parts = partsOf(query, ['id', 'snippet', 'contentDetails', 'statistics']);
    const isMine = onlyFilter(query, ['id', 'mine']) === 'mine';
    const { accounts } = stage.world;
    const found = isMine ? [channel] : listed(query, 'id').flatMap((id) => accounts.get(id) ?? []);
    const shape = { kind: 'youtube#channelListResponse', usual: 5, most: MOST_IDS };
    return paged(found, query, { ...shape, one: (one) => renderChannel(one, parts, stage) });
  },
};

const uploads: Method = {
  units: 1,
  parameters: { part: true, playlistId: true, maxResults: false, pageToken: false, videoId: false },
  answer({ query, stage, channel }) {
    partsOf(query, ['id', 'snippet']);
    const playlistId = uploadsOf(channel.id);
    if (query.get('playlistId') !== playlistId) throw new Refused(refuse('playlistNotFound'));
    const videos = stage.world.postsOn(channel.id, ['post']).filter(({ id }) => stage.world.exists(id));
    const shape = { kind: 'youtube#playlistItemListResponse', usual: 5, most: MOST_IDS };
    const one = ({ id, at, title, text }: Writing) => ({
      kind: 'youtube#playlistItem',
      etag: 'simulato',
      id: Buffer.from(`${playlistId}.${id}`).toString('base64url'),
      snippet: {
        publishedAt: at,
        channelId: channel.id,
        title: title ?? text.slice(0, 100),
        description: text,
        playlistId,
        resourceId: { kind: 'youtube#video', videoId: id },
      },
    });
    return paged(videos, query, { ...shape, one });
  },
};

export const VIDEO_METHODS: Readonly<Record<string, Method>> = {
  'GET videos': list,
  'PUT videos': update,
  'DELETE videos': remove,
  'POST videos/reportAbuse': report,
  'GET videoAbuseReportReasons': reasons,
  'GET channels': channels,
  'GET playlistItems': uploads,
};
