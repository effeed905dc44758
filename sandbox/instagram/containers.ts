// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Answered, Edges, Question } from '../graph/edges.ts';
import { type Kind, render, select } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Media } from '../town/writing.ts';
import { fetched } from './fetching.ts';
import { type RefusalName, refuse } from './refusals.ts';

const Part = z.object({ type: z.enum(['image', 'video']), url: z.string(), alt: z.string().nullable() });
const Container = z.object({
  id: z.string(),
  account: z.string(),
  media: z.array(Part),
  caption: z.string(),
  isChild: z.boolean(),
  at: z.string(),
  /** How often somebody looked whether it is ready. */
  looks: z.number(),
  trouble: z.enum(['fails', 'slow', 'expires']).nullable(),
  /** The post that came of it. */
  post: z.string().nullable(),
});
export type Container = z.infer<typeof Container>;

const containersOf = ({ world }: Stage) => openDrawer(world, 'container', Container);

/** Videos take as long as the second look at them: no time needs to pass in a test. */
const LOOKS_FOR_VIDEO = 2;
const LIFE_MILLISECONDS = 24 * 3_600_000;
export const POSTS_A_DAY = 100;
const LONGEST_CAPTION = 2200;
const MOST_HASHTAGS = 30;

type Status = 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED';

function statusOf({ media, at, looks, trouble, post }: Container, stage: Stage): Status {
  if (post !== null) return 'PUBLISHED';
  if (trouble === 'expires' || stage.now().getTime() - new Date(at).getTime() > LIFE_MILLISECONDS) return 'EXPIRED';
  if (trouble === 'fails') return 'ERROR';
  const isVideo = media.some(({ type }) => type === 'video');
  return trouble === 'slow' || (isVideo && looks < LOOKS_FOR_VIDEO) ? 'IN_PROGRESS' : 'FINISHED';
}

const SAYS: Readonly<Record<Status, string>> = {
  IN_PROGRESS: 'In Progress: Media is still being processed.',
  FINISHED: 'Finished: Media has been uploaded and it is ready to be published.',
  ERROR: 'Error: Media upload has failed with error code 2207026',
  EXPIRED: 'Expired: The media was not published in time.',
  PUBLISHED: 'Published: Media has been successfully published.',
};

const containerKind: Kind<Container> = {
  node: 'IGContainer',
  usual: 'id',
  fields: {
    id: ({ id }) => id,
    status_code: statusOf,
    status: (container, stage) => SAYS[statusOf(container, stage)],
  },
};

export const containerNamed = (id: string, account: Account, stage: Stage): Container | undefined => {
  const container = containersOf(stage).get(id);
  return container?.account === account.id ? container : undefined;
};

export const containerEdges: Edges<Container> = {
  'GET ': {
    known: [],
    scope: 'content_publish',
    answer({ parameters, stage }, container) {
      const looked = { ...container, looks: container.looks + 1 };
      containersOf(stage).put(container.id, looked);
      return json(render(containerKind, looked, { selection: select(parameters.fields), stage }));
    },
  },
};

/** Publications of the last day, as the quota counts them. */
export function publishedToday({ id }: Account, stage: Stage): number {
  const from = stage.now().getTime() - LIFE_MILLISECONDS;
  return containersOf(stage)
    .all()
    .filter(([, { account, post, at }]) => account === id && post !== null && new Date(at).getTime() > from).length;
}

/** A picture, a video, or a carousel of them, prepared and seen by nobody. */
export async function prepare(question: Question, account: Account): Promise<Answered> {
  const { parameters, stage, fault } = question;
  const { caption = '', media_type: type, is_carousel_item: child = 'false' } = parameters;
  if (caption.length > LONGEST_CAPTION || (caption.match(/#/g)?.length ?? 0) > MOST_HASHTAGS)
    return refuse('caption-too-long');
  const media = type === 'CAROUSEL' ? childrenOf(question, account) : await partOf(parameters, type);
  if (typeof media === 'string') return refuse(media);
  const id = `${stage.world.draw()}`;
  const trouble = fault === 'container-fails' ? 'fails' : fault === 'container-slow' ? 'slow' : null;
  return {
    unchanged: () => json({ id }),
    effect() {
      containersOf(stage).put(id, {
        ...{ id, account: account.id, media: [...media], caption, isChild: child === 'true', looks: 0, post: null },
        at: stage.now().toISOString(),
        trouble: fault === 'container-expires' ? 'expires' : trouble,
      });
      return json({ id });
    },
  };
}

type Part = z.infer<typeof Part>;

async function partOf(parameters: Question['parameters'], type: string | undefined): Promise<Part[] | RefusalName> {
  const { image_url: image, video_url: video, alt_text: alt = null } = parameters;
  if ((image === undefined) === (video === undefined)) return 'parameter-malformed';
  const isVideo = video !== undefined;
  if (isVideo !== (type === 'REELS' || type === 'VIDEO')) return 'parameter-malformed';
  if (isVideo && alt !== null) return 'parameter-malformed';
  const url = video ?? image ?? '';
  const trouble = await fetched(url, isVideo ? 'video' : 'image');
  return trouble ?? [{ type: isVideo ? 'video' : 'image', url, alt }];
}

function childrenOf({ parameters, stage }: Question, account: Account): Part[] | RefusalName {
  const ids = (parameters.children ?? '').split(',').filter(Boolean);
  const children = ids.map((id) => containerNamed(id, account, stage));
  if (ids.length < 2 || ids.length > 10) return 'carousel-malformed';
  const known = children.filter((one) => one !== undefined);
  if (known.length < ids.length || known.some(({ isChild }) => !isChild)) return 'container-unknown';
  // Videos inside a carousel become ready by themselves.
  if (known.some(({ trouble }) => trouble === 'fails')) return 'upload-failed';
  return known.flatMap(({ media }) => media);
}

export function release({ parameters, stage }: Question, account: Account): Answered {
  const container = containerNamed(parameters.creation_id ?? '', account, stage);
  if (container === undefined || container.isChild) return refuse('container-unknown');
  const status = statusOf(container, stage);
  if (status === 'EXPIRED') return refuse('container-expired');
  if (status === 'PUBLISHED') return refuse('already-published');
  if (status !== 'FINISHED') return refuse('not-ready');
  if (publishedToday(account, stage) >= POSTS_A_DAY) return refuse('daily-maximum');
  const { world, now } = stage;
  return {
    unchanged: () => json({ id: `${world.draw()}` }),
    effect() {
      const media: readonly Media[] = container.media;
      const from = world.self(account.id);
      const post = world.write({ account: account.id, kind: 'post', from, text: container.caption, media, at: now() });
      containersOf(stage).put(container.id, { ...container, post: post.id });
      return json({ id: post.id });
    },
  };
}
