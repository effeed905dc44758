// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import { figuresOf } from '../town/figures.ts';
import { Refused, type Stage } from '../town/network.ts';
import type { Writing } from '../town/writing.ts';
import { only, type Question, whole } from './question.ts';
import { refuse, told } from './refusals.ts';

const MOST = 20;

const VIDEO_FIELDS: Readonly<Record<string, (video: Writing, stage: Stage) => unknown>> = {
  item_id: ({ id }) => id,
  caption: ({ text }) => text,
  create_time: ({ at }) => `${Math.floor(Date.parse(at) / 1000)}`,
  share_url: (video, stage) => stage.permalink(video),
  video_views: ({ id }, stage) => figuresOf(id, stage).views,
  reach: ({ id }, stage) => figuresOf(id, stage).engaged,
  likes: ({ likes }) => likes,
  comments: ({ id }, stage) => figuresOf(id, stage).comments,
  shares: ({ id }, stage) => figuresOf(id, stage).shares,
  media_type: ({ media }) => (media.some(({ type }) => type === 'image') ? 'PHOTO' : 'VIDEO'),
};

function fieldsOf(query: URLSearchParams, known: readonly string[]): readonly string[] {
  try {
    const fields = z
      .array(z.string())
      .min(1)
      .parse(JSON.parse(query.get('fields') ?? ''));
    const unknown = fields.find((name) => !known.includes(name));
    if (unknown === undefined) return fields;
    throw new Refused(refuse('bad-field', `fields: ${unknown} is unknown`));
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
    throw new Refused(refuse('bad-field', 'fields: not a list'));
  }
}

/** `GET business/video/list/`. */
export function listVideos({ call, account, stage }: Question): Answer {
  const query = only(call, ['business_id', 'fields', 'cursor', 'max_count']);
  const fields = fieldsOf(query, Object.keys(VIDEO_FIELDS));
  const from = whole(query.get('cursor') ?? '0', { least: 0, most: 1_000_000 });
  const most = whole(query.get('max_count') ?? '10', { least: 1, most: MOST });
  const found = stage.world.postsOn(account.id, ['post']).filter(({ id }) => stage.world.exists(id));
  const videos = found
    .slice(from, from + most)
    .map((video) => Object.fromEntries(fields.map((name) => [name, VIDEO_FIELDS[name]?.(video, stage)])));
  return json(told({ videos, cursor: Math.min(from + most, found.length), has_more: from + most < found.length }));
}

/** `GET business/get/`. */
export function profile({ call, account, stage }: Question): Answer {
  const query = only(call, ['business_id', 'fields', 'start_date', 'end_date']);
  const known: Readonly<Record<string, unknown>> = {
    username: account.handle,
    display_name: account.name,
    followers_count: figuresOf(account.id, stage).followers,
  };
  const fields = fieldsOf(query, Object.keys(known));
  return json(told(Object.fromEntries(fields.map((name) => [name, known[name]]))));
}
