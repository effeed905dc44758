// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answered, changing, type Edges, PAGING, type Question } from '../graph/edges.ts';
import { listed, select } from '../graph/nodes.ts';
import { json } from '../town/call.ts';
import type { Account, Writing } from '../town/writing.ts';
import { routeOf } from './access.ts';
import { POSTS_A_DAY, prepare, publishedToday, release } from './containers.ts';
import { hasWritten } from './inbox.ts';
import { accountInsights } from './insights.ts';
import { LARGEST_PAGE, mediaKind, renderAccount } from './nodes.ts';
import { refuse } from './refusals.ts';

/** Newest first. */
const media =
  (kind: Writing['kind'], edge: string) =>
  ({ parameters, stage }: Question, account: Account): Answered => {
    const found = stage.world.postsOn(account.id, [kind]).filter(({ id }) => stage.world.exists(id));
    const selection = select(parameters.fields);
    const path = `v26.0/${account.id}/${edge}`;
    return json(listed(mediaKind, found, { parameters, selection, stage, path, most: LARGEST_PAGE }));
  };

const QUOTA_SECONDS = 86_400;

/** What an account can be asked, and asked to do. */
export const accountEdges: Edges<Account> = {
  'GET ': {
    known: [],
    scope: 'basic',
    answer: ({ parameters, stage }, account) => json(renderAccount(account, select(parameters.fields), stage)),
  },
  'GET media': { known: PAGING, scope: 'basic', answer: media('post', 'media') },
  'GET tags': { known: PAGING, scope: 'manage_comments', answer: media('mention', 'tags') },
  'POST media': {
    known: [
      ...['image_url', 'video_url', 'caption', 'alt_text', 'media_type', 'is_carousel_item'],
      ...['children', 'share_to_feed', 'cover_url'],
    ],
    scope: 'content_publish',
    answer: prepare,
  },
  'POST media_publish': { known: ['creation_id'], scope: 'content_publish', answer: release },
  'GET content_publishing_limit': {
    known: ['since'],
    scope: 'content_publish',
    answer: ({ stage }, account) => {
      const config = { quota_total: POSTS_A_DAY, quota_duration: QUOTA_SECONDS };
      return json({ data: [{ config, quota_usage: publishedToday(account, stage) }] });
    },
  },
  'GET insights': {
    known: ['metric', 'period', 'metric_type', 'since', 'until'],
    scope: 'manage_insights',
    answer: accountInsights,
  },
  'POST mentions': { known: ['media_id', 'comment_id', 'message'], scope: 'manage_comments', answer: answerMention },
  'POST moderate_conversations': {
    known: ['actions', 'user_ids'],
    scope: 'manage_messages',
    answer: moderate,
  },
};

/** Under the post of somebody else that names the account. */
function answerMention({ parameters, stage }: Question, account: Account): Answered {
  const { media_id: id = '', message: text = '' } = parameters;
  const { world } = stage;
  const mention = world.writings.get(id);
  if (mention?.kind !== 'mention' || mention.account !== account.id || !world.exists(id)) return refuse('gone');
  if (text.trim() === '') return refuse('text-missing');
  return {
    unchanged: () => json({ id: `${world.draw()}` }),
    effect() {
      const place = { account: account.id, kind: 'comment', post: id, parent: null } as const;
      return json({ id: world.write({ ...place, from: world.self(account.id), text, at: stage.now() }).id });
    },
  };
}

const Actions = z.array(z.enum(['BLOCK_USER', 'UNBLOCK_USER', 'MOVE_TO_SPAM'])).length(1);
const People = z
  .array(z.strictObject({ id: z.string() }))
  .min(1)
  .max(10);

/** Only through Facebook, and only of people who have written privately: of others it says that it was no success. */
function moderate({ parameters, stage }: Question, account: Account): Answered {
  if (routeOf(account) !== 'facebook-login') return refuse('unknown-path');
  const actions = Actions.safeParse(JSON.parse(parameters.actions ?? 'null'));
  const people = People.safeParse(JSON.parse(parameters.user_ids ?? 'null'));
  if (!actions.success || !people.success) return refuse('parameter-malformed');
  const { world } = stage;
  const known = people.data.map(({ id }) => hasWritten(id, account, stage));
  const found = known.filter((person) => person !== undefined);
  if (found.length < known.length) return json({ success: 'false' });
  return changing(
    () => {
      for (const person of found) {
        const isBanned = world.isBanned(account.id, person.id);
        if (actions.data[0] === 'BLOCK_USER' && !isBanned) world.ban(account.id, person);
        if (actions.data[0] === 'UNBLOCK_USER' && isBanned) world.unban(account.id, person);
      }
    },
    () => json({ success: 'true' }),
  );
}
