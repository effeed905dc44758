// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { json } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import type { Asked, Stage } from '../town/network.ts';
import type { Account, Media } from '../town/writing.ts';
import type { Answered, Question } from './edges.ts';
import { isFetchable } from './fetching.ts';
import { WrongParameter } from './rendering.ts';
import { openVideos } from './videos.ts';
import { LONGEST_POST } from './writing-edges.ts';

const Photo = z.object({ page: z.string(), url: z.string(), alt: z.string().nullable() });
const photosOf = ({ world }: Stage) => openDrawer(world, 'photo', Photo);

const Attached = z.array(z.strictObject({ media_fbid: z.string() })).min(1);

const CUT_AT = 100;

/** A post of the Page, made at once. */
function published(
  { page, stage }: Question,
  { answer, ...content }: { text: string; media?: readonly Media[]; link?: string; answer: (post: string) => object },
): Asked {
  const { world } = stage;
  const { text, media = [], link } = content;
  const preview = link === undefined ? {} : { link: { url: link, title: new URL(link).host, description: '' } };
  return {
    unchanged: () => json(answer(`${page.id}_999999999999999`)),
    effect() {
      const from = world.self(page.id);
      return json(
        answer(world.write({ account: page.id, kind: 'post', from, text, media, at: stage.now(), ...preview }).id),
      );
    },
  };
}

/** A text, a link, or pictures that are already up. */
export function postToFeed(question: Question, page: Account): Answered {
  const { message = '', link, published: visible = 'true', attached_media: attached } = question.parameters;
  if (message.length > LONGEST_POST) return 'text-too-long';
  if (visible !== 'true') throw new WrongParameter('(#100) Unpublished posts are not simulated');
  if (link !== undefined && !isAddress(link)) return 'link-malformed';
  const media = attached === undefined ? [] : attachedPhotos(attached, page, question.stage);
  if (message.trim() === '' && link === undefined && media.length === 0) return 'text-missing';
  const text = question.fault === 'silent-truncation' ? message.slice(0, CUT_AT) : message;
  const content = { text, media, ...(link === undefined ? {} : { link }) };
  return published(question, { ...content, answer: (id) => ({ id }) });
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function attachedPhotos(text: string, page: Account, stage: Stage): Media[] {
  const attached = Attached.safeParse(JSON.parse(text));
  if (!attached.success) throw new WrongParameter('(#100) Param attached_media must be a list of media_fbid');
  return attached.data.map(({ media_fbid: id }) => {
    const photo = photosOf(stage).get(id);
    if (photo === undefined || photo.page !== page.id) throw new WrongParameter(`(#100) Photo ${id} does not exist`);
    return { type: 'image', url: photo.url, alt: photo.alt };
  });
}

/** With `published=false` it waits, seen by nobody, for a post to be attached to. */
export async function postPhoto(question: Question, page: Account): Promise<Answered> {
  const { url = '', caption = '', alt_text_custom: alt = null, published: visible = 'true' } = question.parameters;
  if (caption.length > LONGEST_POST) return 'text-too-long';
  if (!(await isFetchable(url, 'image'))) return 'image-missing';
  const id = `${question.stage.world.draw()}`;
  const media = [{ type: 'image', url, alt }] as const;
  if (visible === 'true') return published(question, { text: caption, media, answer: (post_id) => ({ id, post_id }) });
  return {
    unchanged: () => json({ id }),
    effect() {
      photosOf(question.stage).put(id, { page: page.id, url, alt });
      return json({ id });
    },
  };
}

/** It becomes a post when Facebook has worked on it. */
export async function postVideo(question: Question, page: Account): Promise<Answered> {
  const { file_url: url = '', description = '', title = null } = question.parameters;
  if (description.length > LONGEST_POST) return 'text-too-long';
  if (!(await isFetchable(url, 'video'))) return 'video-missing';
  const { stage, fault } = question;
  const id = `${stage.world.draw()}`;
  return {
    unchanged: () => json({ id }),
    effect() {
      const at = stage.now().toISOString();
      const state = fault === 'video-fails' ? 'error' : 'processing';
      openVideos(stage).put(id, { id, page: page.id, url, description, title, at, looks: 0, state, post: null });
      return json({ id });
    },
  };
}
