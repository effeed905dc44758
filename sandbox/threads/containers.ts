// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { Answered, Edges, Parameters, Question } from '../graph/edges.ts';
import { type Kind, render, select } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Writing } from '../town/writing.ts';
import { isFetchable } from './fetching.ts';
import { type RefusalName, refuse } from './refusals.ts';

const Part = z.object({ type: z.enum(['image', 'video']), url: z.string(), alt: z.string().nullable() });
type Part = z.infer<typeof Part>;
const Container = z.object({
  id: z.string(),
  account: z.string(),
  media: z.array(Part),
  text: z.string(),
  link: z.string().nullable(),
  replyTo: z.string().nullable(),
  commenting: z.enum(['open', 'held', 'restricted']),
  isChild: z.boolean(),
  at: z.string(),
  /** How often somebody looked whether it is ready. */
  looks: z.number(),
  trouble: z.enum(['fails', 'unknown', 'slow', 'expires']).nullable(),
  /** What came of it. */
  post: z.string().nullable(),
});
type Container = z.infer<typeof Container>;

const containersOf = ({ world }: Stage) => openDrawer(world, 'container', Container);

const LOOKS_FOR_VIDEO = 2;
const LIFE_MILLISECONDS = 24 * 3_600_000;
const LONGEST = 500;
const MOST_LINKS = 5;
export const POSTS_A_DAY = 250;
export const REPLIES_A_DAY = 1000;
const REPLY_CONTROLS = [
  'everyone',
  'accounts_you_follow',
  'mentioned_only',
  'parent_post_author_only',
  'followers_only',
];

type Status = 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED';

function statusOf({ media, at, looks, trouble, post }: Container, stage: Stage): Status {
  if (post !== null) return 'PUBLISHED';
  if (trouble === 'expires' || stage.now().getTime() - new Date(at).getTime() > LIFE_MILLISECONDS) return 'EXPIRED';
  if (trouble === 'fails' || trouble === 'unknown') return 'ERROR';
  const isVideo = media.some(({ type }) => type === 'video');
  return trouble === 'slow' || (isVideo && looks < LOOKS_FOR_VIDEO) ? 'IN_PROGRESS' : 'FINISHED';
}

const containerKind: Kind<Container> = {
  node: 'ThreadsContainer',
  usual: 'id',
  fields: {
    id: ({ id }) => id,
    status: statusOf,
    error_message: ({ trouble }) =>
      trouble === 'fails' ? 'FAILED_DOWNLOADING_VIDEO' : trouble === 'unknown' ? 'UNKNOWN' : undefined,
  },
};

export const containerNamed = (id: string, account: Account, stage: Stage): Container | undefined => {
  const container = containersOf(stage).get(id);
  return container?.account === account.id ? container : undefined;
};

export const containerEdges: Edges<Container> = {
  'GET ': {
    known: [],
    scope: 'threads_content_publish',
    answer({ parameters, stage }, container) {
      const looked = { ...container, looks: container.looks + 1 };
      containersOf(stage).put(container.id, looked);
      return json(render(containerKind, looked, { selection: select(parameters.fields), stage }));
    },
  },
};

/** What was published in the last day, as the quota counts it. */
export function publishedToday({ id }: Account, stage: Stage): { readonly posts: number; readonly replies: number } {
  const from = stage.now().getTime() - LIFE_MILLISECONDS;
  const out = containersOf(stage)
    .all()
    .map(([, container]) => container)
    .filter(({ account, post, at }) => account === id && post !== null && new Date(at).getTime() > from);
  const replies = out.filter(({ replyTo }) => replyTo !== null).length;
  return { posts: out.length - replies, replies };
}

export const PREPARING = [
  ...['media_type', 'text', 'image_url', 'video_url', 'alt_text', 'link_attachment', 'reply_to_id', 'children'],
  ...['reply_control', 'enable_reply_approvals', 'is_carousel_item', 'auto_publish_text'],
];
/** A post or a reply, prepared and seen by nobody, unless words alone are let out at once. */
export async function prepare(question: Question, account: Account): Promise<Answered> {
  const { parameters, stage } = question;
  const refusal = refusalOf(parameters, account, stage);
  if (refusal !== null) return refuse(refusal);
  const media = await mediaOf(question, account);
  if (typeof media === 'string') return refuse(media);
  const { auto_publish_text: auto } = parameters;
  if (auto === 'true' && parameters.media_type !== 'TEXT') return refuse('parameter-malformed');
  const container = containerOf(question, account, media);
  return {
    unchanged: () => json({ id: `${stage.world.draw()}` }),
    effect() {
      containersOf(stage).put(container.id, container);
      return json({ id: auto === 'true' ? letOut(container, stage) : container.id });
    },
  };
}

function containerOf({ parameters, stage, fault }: Question, account: Account, media: readonly Part[]): Container {
  const { text = '', link_attachment: link = null, reply_to_id: replyTo = null, reply_control: control } = parameters;
  const isRestricted = control !== undefined && control !== 'everyone';
  const held = parameters.enable_reply_approvals === 'true' ? 'held' : 'open';
  return {
    ...{ id: `${stage.world.draw()}`, account: account.id, media: [...media], text, link, replyTo },
    commenting: isRestricted ? 'restricted' : held,
    isChild: parameters.is_carousel_item === 'true',
    at: stage.now().toISOString(),
    looks: 0,
    trouble: TROUBLES[fault ?? ''] ?? null,
    post: null,
  };
}

const TROUBLES: Readonly<Record<string, Container['trouble']>> = {
  'container-fails': 'fails',
  'container-unknown': 'unknown',
  'container-slow': 'slow',
  'container-expires': 'expires',
};

/** An emoji counts its bytes, whatever else its letters. */
function lengthOf(text: string): number {
  const signs = [...new Intl.Segmenter('it', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  const isEmoji = (sign: string): boolean => /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(sign);
  return signs.reduce((sum, sign) => sum + (isEmoji(sign) ? Buffer.byteLength(sign) : [...sign].length), 0);
}

function refusalOf(parameters: Parameters, account: Account, stage: Stage): RefusalName | null {
  const {
    text = '',
    link_attachment: link,
    media_type: type,
    reply_to_id: target,
    reply_control: control,
  } = parameters;
  if (lengthOf(text) > LONGEST) return 'text-too-long';
  if (type === 'TEXT' && text.trim() === '' && link === undefined) return 'text-missing';
  if (link !== undefined && (type !== 'TEXT' || !URL.canParse(link))) return 'parameter-malformed';
  const links = new Set([...(text.match(/https?:\/\/\S+/g) ?? []), ...(link === undefined ? [] : [link])]);
  if (links.size > MOST_LINKS) return 'too-many-links';
  if (control !== undefined && !REPLY_CONTROLS.includes(control)) return 'parameter-malformed';
  if (target === undefined) return null;
  const above = stage.world.writings.get(target);
  if (above === undefined || above.account !== account.id || !stage.world.exists(target) || above.held) return 'gone';
  return null;
}

async function mediaOf(question: Question, account: Account): Promise<Part[] | RefusalName> {
  const { media_type: type, image_url: image, video_url: video, alt_text: alt = null } = question.parameters;
  const isRight = {
    TEXT: image === undefined && video === undefined && alt === null,
    IMAGE: image !== undefined && video === undefined,
    VIDEO: video !== undefined && image === undefined,
    CAROUSEL: image === undefined && video === undefined,
  }[type ?? ''];
  if (isRight !== true) return 'parameter-malformed';
  if (type === 'TEXT') return [];
  if (type === 'CAROUSEL') return childrenOf(question, account);
  const [url, kind] = type === 'VIDEO' ? [video ?? '', 'video' as const] : [image ?? '', 'image' as const];
  return (await isFetchable(url, kind)) ? [{ type: kind, url, alt }] : 'media-unreachable';
}

function childrenOf({ parameters, stage }: Question, account: Account): Part[] | RefusalName {
  const ids = (parameters.children ?? '').split(',').filter(Boolean);
  if (ids.length < 2 || ids.length > 20) return 'carousel-malformed';
  const children = ids.map((id) => containerNamed(id, account, stage)).filter((one) => one?.isChild === true);
  return children.length < ids.length ? 'container-unknown' : children.flatMap((child) => child?.media ?? []);
}

export function release({ parameters, stage }: Question, account: Account): Answered {
  const container = containerNamed(parameters.creation_id ?? '', account, stage);
  if (container === undefined || container.isChild) return refuse('container-unknown');
  if (statusOf(container, stage) !== 'FINISHED') return refuse('not-ready');
  const today = publishedToday(account, stage);
  if (today.posts >= POSTS_A_DAY || today.replies >= REPLIES_A_DAY) return refuse('daily-maximum');
  return {
    unchanged: () => json({ id: `${stage.world.draw()}` }),
    effect: () => json({ id: letOut(container, stage) }),
  };
}

/** The id of what came out. */
function letOut(container: Container, stage: Stage): string {
  const { world } = stage;
  const { account, text, media, link, replyTo, commenting } = container;
  const above = world.writings.get(replyTo ?? '');
  const place = above === undefined ? { kind: 'post' as const, commenting } : under(above);
  const preview = link === null ? {} : { link: { url: link, title: new URL(link).host, description: '' } };
  const from = world.self(account);
  const { id } = world.write({ account, from, text, media, at: stage.now(), ...place, ...preview });
  containersOf(stage).put(container.id, { ...container, post: id });
  return id;
}

const under = ({ kind, id, post, parent: _parent }: Writing) => ({
  kind: 'comment' as const,
  post: kind === 'comment' ? post : id,
  parent: kind === 'comment' ? id : null,
});
