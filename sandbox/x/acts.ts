// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { NewWriting } from '../town/world.ts';
import type { Account, Media, Writing } from '../town/writing.ts';
import { latestId, postNamed } from './ids.ts';
import { gone, invalid, refused } from './problems.ts';
import { weigh } from './text.ts';
import { uploadsOf } from './uploads.ts';

const Id = z.string().regex(/^\d{1,19}$/);

const NewPost = z.strictObject({
  text: z.string().default(''),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: Id,
      auto_populate_reply_metadata: z.boolean().optional(),
      exclude_reply_user_ids: z.array(Id).optional(),
    })
    .optional(),
  media: z
    .strictObject({ media_ids: z.array(Id).min(1).max(4), tagged_user_ids: z.array(Id).max(10).optional() })
    .optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  edit_options: z.strictObject({ previous_post_id: Id }).optional(),
});
type NewPost = z.output<typeof NewPost>;

/** Who acts, and how. */
export interface Acting {
  readonly account: Account;
  readonly call: Call;
  readonly stage: Stage;
}

const LONGEST = 280;
const DAY = 86_400_000;
/** What a post can be edited in. */
const EDITING = 3_600_000;

/** A post, a reply or an edit: one address for all three. */
export function create(acting: Acting): Asked {
  const asked = jsonOf(acting.call, NewPost);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  if (asked.text === '' && asked.media === undefined) throw invalid('a post has text or media');
  if (weigh(asked.text) > LONGEST) throw refused('too-long');
  if (asked.edit_options !== undefined) return edit(acting, asked, asked.edit_options.previous_post_id);
  const answered = (id: string): Answer => json({ data: { id, text: asked.text } }, 201);
  const writing =
    asked.reply === undefined ? post(acting, asked) : reply(acting, asked, asked.reply.in_reply_to_tweet_id);
  assertNew(acting, writing);
  return {
    unchanged: () => answered(`${acting.stage.world.draw()}000`),
    effect: () => answered(acting.stage.world.write(writing).id),
  };
}

function post({ account, stage }: Acting, { text, media, reply_settings }: NewPost): NewWriting {
  const commenting = reply_settings === undefined ? 'open' : 'restricted';
  const from = stage.world.self(account.id);
  const files = mediaOf(account, media?.media_ids ?? [], stage);
  return { account: account.id, kind: 'post', from, text, at: stage.now(), media: files, commenting };
}

function reply({ account, call, stage }: Acting, { text, media }: NewPost, target: string): NewWriting {
  const { world } = stage;
  const answered = postNamed(target, world);
  if (answered === undefined) throw refused('target-gone');
  const isSummoned = answered.text.toLowerCase().includes(`@${account.handle.toLowerCase()}`);
  if (call.fault === 'self-serve' && !world.isOwn(answered) && !isSummoned) throw refused('not-summoned');
  const isComment = answered.kind === 'comment';
  const from = world.self(account.id);
  const place = { post: answered.post, parent: isComment ? answered.id : null };
  const files = mediaOf(account, media?.media_ids ?? [], stage);
  return { account: account.id, kind: 'comment', ...place, from, text, at: stage.now(), media: files };
}

/** The same words in the same place, within a day, are refused. */
function assertNew({ account, stage }: Acting, { text, kind, post: thread, parent = null }: NewWriting): void {
  if (text === '') return;
  const isSame = (one: Writing): boolean =>
    one.from?.id === account.id &&
    !one.deleted &&
    one.text === text &&
    one.kind === kind &&
    (kind === 'post' || (one.post === thread && one.parent === parent)) &&
    stage.now().getTime() - Date.parse(one.at) < DAY;
  if ([...stage.world.writings.values()].some(isSame)) throw refused('duplicate');
}

function mediaOf(account: Account, media: readonly string[], { world }: Stage): Media[] {
  const uploads = media.map((id) => uploadsOf(world).get(id));
  const files = uploads.map((upload): Media => {
    if (upload?.account !== account.id || upload.state !== 'succeeded') throw invalid('Your media IDs are invalid.');
    return { type: upload.category === 'tweet_image' ? 'image' : 'video', url: null, alt: upload.alt };
  });
  if (files.length > 1 && files.some(({ type }) => type === 'video')) throw invalid('a video goes alone');
  return files;
}

function edit({ account, call, stage }: Acting, { text }: NewPost, previous: string): Asked {
  const { world } = stage;
  const writing = postNamed(previous, world);
  if (call.fault === 'self-serve') throw refused('not-editable');
  if (writing === undefined || writing.from?.id !== account.id) throw refused('not-editable');
  if (stage.now().getTime() - Date.parse(writing.at) > EDITING) throw refused('not-editable');
  const answered = (now: Writing): Answer => json({ data: { id: latestId(now), text } }, 201);
  return {
    unchanged: () => answered({ ...writing, edited: stage.now().toISOString() }),
    effect: () => {
      world.edit(writing.id, { text, at: stage.now() });
      return answered(world.writings.get(writing.id) ?? writing);
    },
  };
}

const Hidden = z.strictObject({ hidden: z.boolean() });

/** Only replies by others, in a conversation that the account opened; the answer tells how the reply then is. */
export function setHidden(id: string, { account, call, stage }: Acting): Asked | Answer {
  const asked = jsonOf(call, Hidden);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  const { world } = stage;
  const writing = postNamed(id, world);
  if (writing === undefined) return gone(id);
  const root = world.writings.get(writing.post);
  const isTheirs = writing.kind === 'comment' && writing.from?.id !== account.id;
  if (!isTheirs || root?.from?.id !== account.id) throw refused('not-your-conversation');
  return {
    unchanged: () => json({ data: { hidden: writing.hidden } }),
    effect: () => {
      world.set(writing.id, asked.hidden ? 'hidden' : 'shown');
      return json({ data: { hidden: asked.hidden } });
    },
  };
}

export function remove(id: string, { account, stage }: Acting): Asked | Answer {
  const writing = postNamed(id, stage.world);
  if (writing === undefined) return gone(id);
  if (writing.from?.id !== account.id) throw refused('not-your-post');
  const answer = json({ data: { deleted: true } });
  return {
    unchanged: () => answer,
    effect: () => {
      stage.world.set(writing.id, 'deleted');
      return answer;
    },
  };
}

const Target = z.strictObject({ target_user_id: Id });

/** Only the larger contracts have it. */
export function block({ account, call, stage }: Acting): Asked {
  const asked = jsonOf(call, Target);
  if (asked instanceof WrongBody) throw invalid(asked.why);
  return setBlocked({ account, call, stage }, asked.target_user_id, true);
}

export const unblock = (target: string, acting: Acting): Asked => setBlocked(acting, target, false);

function setBlocked({ account, call, stage }: Acting, target: string, blocking: boolean): Asked {
  if (call.fault === 'self-serve') throw refused('not-enrolled');
  const { world } = stage;
  const author = world.authorOf(target);
  if (author === undefined) throw invalid(`There is no user with id [${target}]`);
  return {
    unchanged: () => json({ data: { blocking: world.isBanned(account.id, target) } }),
    effect: () => {
      if (blocking) world.ban(account.id, author);
      else world.unban(account.id, author);
      return json({ data: { blocking } });
    },
  };
}
