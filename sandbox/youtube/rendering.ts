// SPDX-License-Identifier: AGPL-3.0-or-later
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Writing } from '../town/writing.ts';

export const STATUSES = ['published', 'heldForReview', 'likelySpam'] as const;
export type Status = (typeof STATUSES)[number] | 'rejected';

/** Rejecting wins over holding: who was rejected is in no list. */
export function statusOf({ hidden, held, facts }: Writing): Status {
  if (hidden) return 'rejected';
  if (!held) return 'published';
  return facts.spam === true ? 'likelySpam' : 'heldForReview';
}

export interface CommentView {
  readonly html: boolean;
  /** Not where the comment was asked for by its id. */
  readonly tellsStatus: boolean;
  readonly channel: Account;
}

const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '<br>');

export function renderComment(writing: Writing, { html, tellsStatus, channel }: CommentView): object {
  const { id, from, text, at, edited, parent, post, likes } = writing;
  return {
    kind: 'youtube#comment',
    etag: 'simulato',
    id,
    snippet: {
      channelId: channel.id,
      videoId: post,
      textDisplay: html ? asHtml(text) : text,
      // Sure to be there only for who wrote it.
      ...(from?.id === channel.id ? { textOriginal: text } : {}),
      ...(parent === null ? {} : { parentId: parent }),
      ...(from === null
        ? { authorDisplayName: '' }
        : {
            authorDisplayName: from.name,
            authorChannelUrl: `http://www.youtube.com/channel/${from.id}`,
            authorChannelId: { value: from.id },
          }),
      canRate: true,
      viewerRating: 'none',
      likeCount: likes,
      ...(tellsStatus ? { moderationStatus: statusOf(writing) } : {}),
      publishedAt: at,
      updatedAt: edited ?? at,
    },
  };
}

/** What of a video only YouTube keeps. */
export interface VideoFacts {
  readonly tags?: readonly string[] | null;
  readonly categoryId?: string;
  readonly defaultLanguage?: string | null;
  readonly privacyStatus?: string;
  readonly uploadStatus?: string;
  readonly failureReason?: string;
}

export function renderVideo(video: Writing, parts: ReadonlySet<string>, stage: Stage): object {
  const { id, account, at, text, title } = video;
  const facts: VideoFacts = video.facts;
  const figures = figuresOf(id, stage);
  return {
    kind: 'youtube#video',
    etag: 'simulato',
    id,
    ...(parts.has('snippet') && {
      snippet: {
        publishedAt: at,
        channelId: account,
        channelTitle: stage.world.self(account).name,
        title: title ?? text.slice(0, 100),
        description: text,
        categoryId: facts.categoryId ?? '22',
        ...(facts.tags ? { tags: facts.tags } : {}),
        ...(facts.defaultLanguage ? { defaultLanguage: facts.defaultLanguage } : {}),
        liveBroadcastContent: 'none',
      },
    }),
    ...(parts.has('status') && {
      status: {
        uploadStatus: facts.uploadStatus ?? 'processed',
        privacyStatus: facts.privacyStatus ?? 'public',
        ...(facts.failureReason === undefined ? {} : { failureReason: facts.failureReason }),
        license: 'youtube',
        embeddable: true,
        publicStatsViewable: true,
        madeForKids: false,
      },
    }),
    ...(parts.has('statistics') && {
      statistics: {
        viewCount: `${figures.views}`,
        likeCount: `${figures.likes}`,
        favoriteCount: '0',
        commentCount: `${figures.comments}`,
      },
    }),
  };
}

export const uploadsOf = (channel: string): string => `UU${channel.slice(2)}`;

export function renderChannel(channel: Account, parts: ReadonlySet<string>, stage: Stage): object {
  const figures = figuresOf(channel.id, stage);
  const videos = stage.world.postsOn(channel.id, ['post']).filter(({ id }) => stage.world.exists(id));
  return {
    kind: 'youtube#channel',
    etag: 'simulato',
    id: channel.id,
    ...(parts.has('snippet') && {
      snippet: { title: channel.name, description: '', customUrl: `@${channel.handle}`, country: 'IT' },
    }),
    ...(parts.has('contentDetails') && {
      contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsOf(channel.id) } },
    }),
    ...(parts.has('statistics') && {
      statistics: {
        viewCount: `${figures.views}`,
        subscriberCount: `${figures.followers}`,
        hiddenSubscriberCount: false,
        videoCount: `${videos.length}`,
      },
    }),
  };
}
