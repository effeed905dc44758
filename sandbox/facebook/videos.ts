// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import type { Account } from '../town/writing.ts';
import type { Edges, Question } from './edges.ts';
import { type Kind, listNodes, moment, render, select } from './rendering.ts';

const Video = z.object({
  id: z.string(),
  page: z.string(),
  url: z.string(),
  description: z.string(),
  title: z.string().nullable(),
  at: z.string(),
  /** How often somebody looked whether it is ready. */
  looks: z.number(),
  state: z.enum(['processing', 'ready', 'error']),
  /** The post that shows it, when it is ready. */
  post: z.string().nullable(),
});
type Video = z.infer<typeof Video>;

export const openVideos = ({ world }: Stage) => openDrawer(world, 'video', Video);

/** Facebook takes as long as the second look at it: no time needs to pass in a test. */
const LOOKS_NEEDED = 2;

/** Looked at once more; when it is ready, the Page shows it. */
function looked(video: Video, stage: Stage): Video {
  if (video.state !== 'processing') return video;
  const looks = video.looks + 1;
  const next: Video =
    looks < LOOKS_NEEDED ? { ...video, looks } : { ...video, looks, state: 'ready', post: shown(video, stage) };
  openVideos(stage).put(video.id, next);
  return next;
}

function shown({ page, url, description, title }: Video, { world, now }: Stage): string {
  const media = [{ type: 'video', url, alt: null }] as const;
  const content = { text: description, media, ...(title === null ? {} : { title }) };
  return world.write({ account: page, kind: 'post', from: world.self(page), at: now(), ...content }).id;
}

const videoKind: Kind<Video> = {
  node: 'AdVideo',
  usual: 'id,updated_time,description',
  fields: {
    id: ({ id }) => id,
    description: ({ description }) => (description === '' ? undefined : description),
    title: ({ title }) => title ?? undefined,
    created_time: ({ at }) => moment(at),
    updated_time: ({ at }) => moment(at),
    published: ({ state }) => state === 'ready',
    post_id: ({ post }) => post?.split('_')[1],
    status: ({ state }) => ({ video_status: state }),
  },
};

export const videoNamed = (id: string, page: Account, stage: Stage): Video | undefined => {
  const video = openVideos(stage).get(id);
  return video?.page === page.id ? video : undefined;
};

export const videoEdges: Edges<Video> = {
  'GET ': {
    known: [],
    scope: 'pages_read_engagement',
    answer: ({ parameters, stage }, video) =>
      json(render(videoKind, looked(video, stage), { selection: select(parameters.fields), stage })),
  },
};

/** Newest first. */
export function listVideos({ parameters, stage }: Question, page: Account): Answer {
  const videos = openVideos(stage)
    .all()
    .map(([, video]) => video)
    .filter((video) => video.page === page.id)
    .reverse()
    .map((video) => looked(video, stage));
  const selection = select(parameters.fields);
  return json(listNodes(videoKind, videos, { parameters, selection, stage, address: `${page.id}/videos` }));
}
