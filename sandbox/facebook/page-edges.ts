// SPDX-License-Identifier: AGPL-3.0-or-later
import { addedApplications, addToApplication } from '../graph/subscriptions.ts';
import { type Answer, json } from '../town/call.ts';
import type { Account, Writing } from '../town/writing.ts';
import { ban, listBanned, unban } from './blocking.ts';
import { type Edges, PAGING, type Question } from './edges.ts';
import { listThreads, sendMessage } from './inbox.ts';
import { pageInsights } from './insights.ts';
import { pageKind, postKind } from './nodes.ts';
import { postPhoto, postToFeed, postVideo } from './publishing.ts';
import { listNodes, render, select } from './rendering.ts';
import { listVideos } from './videos.ts';
import { SUBJECT } from './webhook.ts';

/** Newest first. */
const posts =
  (kind: Writing['kind'], edge: string) =>
  ({ parameters, stage }: Question, page: Account): Answer => {
    const found = stage.world.postsOn(page.id, [kind]).filter(({ id }) => stage.world.exists(id));
    const selection = select(parameters.fields);
    return json(listNodes(postKind, found, { parameters, selection, stage, address: `${page.id}/${edge}` }));
  };

/** What a Page can be asked, and asked to do. */
export const pageEdges: Edges<Account> = {
  'GET ': {
    known: [],
    scope: 'pages_show_list',
    answer: ({ parameters, stage }, page) =>
      json(render(pageKind, page, { selection: select(parameters.fields), stage })),
  },
  'GET published_posts': { known: PAGING, scope: 'pages_read_engagement', answer: posts('post', 'published_posts') },
  'GET visitor_posts': {
    known: PAGING,
    scope: 'pages_read_user_content',
    answer: posts('visitor-post', 'visitor_posts'),
  },
  'GET tagged': { known: PAGING, scope: 'pages_read_user_content', answer: posts('mention', 'tagged') },
  'POST feed': {
    known: ['message', 'link', 'published', 'attached_media'],
    scope: 'pages_manage_posts',
    answer: postToFeed,
  },
  'POST photos': {
    known: ['url', 'caption', 'alt_text_custom', 'published', 'temporary'],
    scope: 'pages_manage_posts',
    answer: postPhoto,
  },
  'POST videos': { known: ['file_url', 'description', 'title'], scope: 'publish_video', answer: postVideo },
  'GET videos': { known: [...PAGING, 'type'], scope: 'pages_read_engagement', answer: listVideos },
  'GET conversations': { known: [...PAGING, 'platform', 'user_id'], scope: 'pages_messaging', answer: listThreads },
  'POST messages': {
    known: ['recipient', 'message', 'messaging_type', 'tag'],
    scope: 'pages_messaging',
    answer: sendMessage,
  },
  'GET blocked': { known: [...PAGING, 'user'], scope: 'pages_manage_engagement', answer: listBanned },
  'POST blocked': { known: ['user'], scope: 'pages_manage_engagement', answer: ban },
  'DELETE blocked': { known: ['user'], scope: 'pages_manage_engagement', answer: unban },
  'GET subscribed_apps': {
    known: [],
    scope: 'pages_manage_metadata',
    answer: ({ stage }, page) => addedApplications(stage, page),
  },
  'POST subscribed_apps': {
    known: ['subscribed_fields'],
    scope: 'pages_manage_metadata',
    answer: (question, page) => addToApplication(question, page, { fields: SUBJECT.fields, filters: true }),
  },
  'GET insights': { known: ['metric', 'period', 'since', 'until'], scope: 'read_insights', answer: pageInsights },
};
