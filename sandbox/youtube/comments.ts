// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import { type Asked, Refused } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Writing } from '../town/writing.ts';
import { type Answered, listed, type Method, oneOf, onlyFilter, paged, partsOf, type Question } from './asking.ts';
import { refuse, refuseParameter } from './refusals.ts';
import { type CommentView, renderComment, STATUSES, type Status, statusOf } from './rendering.ts';

const FORMATS = ['html', 'plainText'] as const;
/** Replies that come with their thread. */
const REPLIES_ALONG = 5;
const MOST_IDS = 50;
const LONGEST_COMMENT = 10_000;

const viewOf = ({ query, channel, call }: Question, tellsStatus: boolean): CommentView => ({
  html: oneOf(query, 'textFormat', FORMATS) === 'html',
  tellsStatus: tellsStatus && call.fault !== 'status-untold',
  channel,
});

const ours = ({ stage, channel }: Question, id: string): Writing | undefined => {
  const writing = stage.world.writings.get(id);
  const isThere = writing?.kind === 'comment' && writing.account === channel.id && stage.world.exists(id);
  return isThere ? writing : undefined;
};

const threads: Method = {
  units: 1,
  parameters: {
    part: true,
    allThreadsRelatedToChannelId: false,
    videoId: false,
    id: false,
    maxResults: false,
    moderationStatus: false,
    order: false,
    pageToken: false,
    searchTerms: false,
    textFormat: false,
  },
  answer: (question) => {
    const { query } = question;
    partsOf(query, ['id', 'snippet', 'replies']);
    return onlyFilter(query, ['allThreadsRelatedToChannelId', 'videoId', 'id']) === 'id'
      ? threadsById(question)
      : threadsOf(question);
  },
};

function threadsById(question: Question): Answer {
  const { query } = question;
  for (const name of ['moderationStatus', 'order', 'searchTerms', 'maxResults', 'pageToken']) {
    if (query.has(name)) throw new Refused(refuseParameter(`'${name}' is not compatible with 'id'`));
  }
  const found = listed(query, 'id').map((id) => {
    const top = ours(question, id);
    if (top === undefined || top.parent !== null) throw new Refused(refuse('commentThreadNotFound'));
    return top;
  });
  const view = viewOf(question, false);
  return paged(found, new URLSearchParams(), {
    ...{ kind: 'youtube#commentThreadListResponse', usual: MOST_IDS, most: MOST_IDS },
    one: (top) => renderThread(question, { top, view, status: 'published' }),
  });
}

function threadsOf(question: Question): Answer {
  const { query, stage, channel } = question;
  const { world } = stage;
  const status = oneOf(query, 'moderationStatus', STATUSES);
  if (oneOf(query, 'order', ['time', 'relevance']) === 'relevance') {
    throw new Refused(refuseParameter('the simulated network lists by time alone'));
  }
  const video = query.get('videoId');
  if (video === null && query.get('allThreadsRelatedToChannelId') !== channel.id)
    throw new Refused(refuse('forbidden'));
  const post = world.writings.get(video ?? '');
  if (video !== null && (post?.kind !== 'post' || !world.exists(video))) throw new Refused(refuse('videoNotFound'));
  if (post?.commenting === 'closed') throw new Refused(refuse('commentsDisabled'));
  const videos = post === undefined ? world.postsOn(channel.id, ['post']).filter(({ id }) => world.exists(id)) : [post];
  const tops = videos
    .filter(({ commenting }) => commenting !== 'closed')
    .flatMap(({ id }) => world.commentsOn(id))
    .filter((one) => one.parent === null && world.exists(one.id))
    .filter(
      (top) => statusOf(top) === status || (status !== 'published' && repliesOf(question, top, status).length > 0),
    )
    .sort((one, other) => (one.at === other.at ? other.id.localeCompare(one.id) : other.at.localeCompare(one.at)));
  const view = viewOf(question, true);
  return paged(tops, query, {
    ...{ kind: 'youtube#commentThreadListResponse', usual: 20, most: 100 },
    one: (top) => renderThread(question, { top, view, status }),
  });
}

/** Oldest first. */
const repliesOf = (question: Question, { id, post }: Writing, status: Status): Writing[] =>
  (byParent(question, post).get(id) ?? []).filter((one) => statusOf(one) === status);

const REPLIES = new WeakMap<Question, Map<string, ReadonlyMap<string, Writing[]>>>();

/** The replies under a video, sorted out once for each call. */
function byParent(question: Question, post: string): ReadonlyMap<string, Writing[]> {
  const known = REPLIES.get(question) ?? new Map<string, ReadonlyMap<string, Writing[]>>();
  REPLIES.set(question, known);
  const found = known.get(post);
  if (found !== undefined) return found;
  const { world } = question.stage;
  const replies = world.commentsOn(post).filter(({ id, parent }) => parent !== null && world.exists(id));
  const sorted = Map.groupBy(replies, ({ parent }) => parent ?? '');
  known.set(post, sorted);
  return sorted;
}

function renderThread(
  question: Question,
  { top, view, status }: { readonly top: Writing; readonly view: CommentView; readonly status: Status },
): object {
  const { query, stage, channel } = question;
  const parts = partsOf(query, ['id', 'snippet', 'replies']);
  const published = repliesOf(question, top, 'published');
  const along = status === 'published' ? published.slice(-REPLIES_ALONG) : repliesOf(question, top, status);
  const video = stage.world.writings.get(top.post);
  return {
    kind: 'youtube#commentThread',
    etag: 'simulato',
    id: top.id,
    ...(parts.has('snippet') && {
      snippet: {
        channelId: channel.id,
        videoId: top.post,
        topLevelComment: renderComment(top, view),
        canReply: video?.commenting !== 'closed',
        totalReplyCount: published.length,
        isPublic: statusOf(top) === 'published',
      },
    }),
    ...(parts.has('replies') && along.length > 0
      ? { replies: { comments: along.map((reply) => renderComment(reply, view)) } }
      : {}),
  };
}

const list: Method = {
  units: 1,
  parameters: { part: true, id: false, parentId: false, maxResults: false, pageToken: false, textFormat: false },
  answer(question) {
    const { query } = question;
    partsOf(query, ['id', 'snippet']);
    const shape = { kind: 'youtube#commentListResponse', usual: 20, most: 100 };
    if (onlyFilter(query, ['id', 'parentId']) === 'parentId') {
      const top = ours(question, query.get('parentId') ?? '');
      if (top === undefined) throw new Refused(refuse('commentNotFound'));
      const view = viewOf(question, true);
      const replies = repliesOf(question, top, 'published');
      return paged(replies, query, { ...shape, one: (one) => renderComment(one, view) });
    }
    if (query.has('maxResults') || query.has('pageToken')) {
      throw new Refused(refuseParameter("paging is not compatible with 'id'"));
    }
    const ids = listed(query, 'id');
    if (ids.length > MOST_IDS) throw new Refused(refuseParameter(`at most ${MOST_IDS} ids`));
    const view = viewOf(question, false);
    const found = ids.flatMap((id) => ours(question, id) ?? []);
    return paged(found, new URLSearchParams(), { ...shape, usual: MOST_IDS, one: (one) => renderComment(one, view) });
  },
};

const NewComment = z.strictObject({
  snippet: z.strictObject({ parentId: z.string(), textOriginal: z.string() }),
});

const insert: Method = {
  units: 50,
  parameters: { part: true },
  answer(question) {
    const { call, query, stage, channel } = question;
    partsOf(query, ['id', 'snippet']);
    const asked = jsonOf(call, NewComment);
    if (asked instanceof WrongBody) throw new Refused(refuseParameter(asked.why));
    const { parentId, textOriginal: text } = asked.snippet;
    const top = ours(question, parentId);
    if (top === undefined || top.parent !== null) throw new Refused(refuse('parentCommentNotFound'));
    if (stage.world.writings.get(top.post)?.commenting === 'closed') throw new Refused(refuse('commentsDisabled'));
    if (text.trim() === '') throw new Refused(refuse('commentTextRequired'));
    if (text.length > LONGEST_COMMENT) throw new Refused(refuse('commentTextTooLong'));
    const view: CommentView = { html: false, tellsStatus: false, channel };
    const place = { account: channel.id, kind: 'comment', post: top.post, parent: top.id } as const;
    const from = stage.world.self(channel.id);
    return {
      unchanged: () => json({ kind: 'youtube#comment', etag: 'simulato', id: `${top.id}.nessuno` }),
      effect() {
        const held = call.fault === 'reply-held';
        return json(renderComment(stage.world.write({ ...place, from, text, at: stage.now(), held }), view));
      },
    };
  },
};

const EMPTY: Answer = { status: 204, body: '' };
const changing = (change: () => void): Asked => ({
  unchanged: () => EMPTY,
  effect() {
    change();
    return EMPTY;
  },
});

const moderate: Method = {
  units: 50,
  parameters: { id: true, moderationStatus: true, banAuthor: false },
  answer(question): Answered {
    const { query, stage, channel } = question;
    const status = oneOf(query, 'moderationStatus', ['published', 'heldForReview', 'rejected']);
    const ban = oneOf(query, 'banAuthor', ['false', 'true']) === 'true';
    if (ban && status !== 'rejected') throw new Refused(refuse('banWithoutReject'));
    const comments = listed(query, 'id').map((id) => {
      const comment = ours(question, id);
      if (comment === undefined) throw new Refused(refuse('commentNotFound'));
      return comment;
    });
    return changing(() => {
      for (const { id, from, hidden, held } of comments) {
        if (status === 'rejected' && !hidden) stage.world.set(id, 'hidden');
        if (status !== 'rejected' && hidden) stage.world.set(id, 'shown');
        if (status === 'heldForReview' && !held) stage.world.set(id, 'held');
        if (status === 'published' && held) stage.world.set(id, 'approved');
        if (ban && from !== null && from.id !== channel.id) stage.world.ban(channel.id, from);
      }
    });
  },
};

const remove: Method = {
  units: 50,
  parameters: { id: true },
  answer(question) {
    const { query, stage, channel } = question;
    const comment = ours(question, query.get('id') ?? '');
    if (comment === undefined) throw new Refused(refuse('commentNotFound'));
    if (comment.from?.id !== channel.id) throw new Refused(refuse('forbidden'));
    return changing(() => stage.world.set(comment.id, 'deleted'));
  },
};

export const COMMENT_METHODS: Readonly<Record<string, Method>> = {
  'GET commentThreads': threads,
  'GET comments': list,
  'POST comments': insert,
  'POST comments/setModerationStatus': moderate,
  'DELETE comments': remove,
};
