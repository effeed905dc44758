// SPDX-License-Identifier: AGPL-3.0-or-later
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Author, Message, Writing } from '../town/writing.ts';
import { historyOf, latestId, writtenAt } from './ids.ts';
import { invalid } from './problems.ts';
import { shown } from './text.ts';

/** What the caller asked of each thing. */
export interface Selection {
  readonly fields: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
}

export const POST_FIELDS = [
  ...['article', 'attachments', 'author_id', 'card_uri', 'community_id', 'context_annotations', 'conversation_id'],
  ...['created_at', 'display_text_range', 'edit_controls', 'edit_history_tweet_ids', 'entities', 'geo', 'id'],
  ...['in_reply_to_user_id', 'lang', 'media_metadata', 'note_tweet'],
  ...[
    'possibly_sensitive',
    'public_metrics',
    'referenced_tweets',
    'reply_settings',
    'scopes',
    'source',
    'text',
    'withheld',
  ],
];
export const MESSAGE_FIELDS = [
  ...['attachments', 'created_at', 'dm_conversation_id', 'entities', 'event_type', 'id', 'participant_ids'],
  ...['referenced_tweets', 'sender_id', 'text'],
];
export const POST_EXPANSIONS = ['author_id', 'in_reply_to_user_id', 'attachments.media_keys', 'referenced_tweets.id'];
export const MESSAGE_EXPANSIONS = ['sender_id', 'participant_ids', 'attachments.media_keys', 'referenced_tweets.id'];
export const USER_FIELDS = ['created_at', 'description', 'id', 'name', 'public_metrics', 'username', 'verified'];

/** Comma-separated names, each of them known. */
export function named(value: string | null, known: readonly string[], parameter: string): Set<string> {
  const names = value === null ? [] : value.split(',');
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw invalid(`The \`${parameter}\` query parameter value [${stranger}] is not valid`);
  return new Set(names);
}

export const selectionOf = (query: URLSearchParams): Selection => ({
  fields: named(query.get('tweet.fields'), POST_FIELDS, 'tweet.fields'),
  expansions: named(query.get('expansions'), POST_EXPANSIONS, 'expansions'),
});

const chosen = (all: Readonly<Record<string, unknown>>, wanted: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).filter(([name, value]) => wanted(name) && value !== undefined));

/** Whom a post answers: the one who wrote what it hangs under. */
export function addresseeOf({ kind, parent, post }: Writing, { world }: Stage): Author | null {
  return kind === 'comment' ? (world.writings.get(parent ?? post)?.from ?? null) : null;
}

const keysOf = ({ id, media }: Writing): string[] =>
  media.map(({ type }, index) => `${type === 'video' ? 7 : 3}_${BigInt(id) + BigInt(index)}`);

const REPLY_SETTINGS = { open: 'everyone', held: 'everyone', restricted: 'mentionedUsers', closed: 'mentionedUsers' };

export function postShown(writing: Writing, { fields, expansions }: Selection, stage: Stage): Record<string, unknown> {
  const { kind, from, parent, post, commenting } = writing;
  const addressee = addresseeOf(writing, stage);
  const mediaKeys = keysOf(writing);
  const addressees = addressee === null || addressee.id === from?.id ? [] : [addressee.handle];
  const link = writing.link === null || writing.text.includes(writing.link.url) ? '' : `\n\n${writing.link.url}`;
  const { text, urls, start, note } = shown(`${writing.text}${link}`, { addressees, mediaKeys });
  const all = {
    author_id: from?.id,
    conversation_id: post,
    created_at: writtenAt(writing),
    in_reply_to_user_id: addressee?.id,
    referenced_tweets: kind === 'comment' ? [{ type: 'replied_to', id: parent ?? post }] : undefined,
    attachments: mediaKeys.length === 0 ? undefined : { media_keys: mediaKeys },
    entities: urls.length === 0 ? undefined : { urls },
    display_text_range: [start, [...text].length],
    note_tweet:
      note === null ? undefined : { text: note.text, ...(note.urls.length > 0 && { entities: { urls: note.urls } }) },
    reply_settings: REPLY_SETTINGS[commenting],
    possibly_sensitive: false,
    public_metrics: publicMetrics(writing, stage),
  };
  const implied = expansions.has('author_id') ? ['author_id'] : [];
  return {
    id: latestId(writing),
    text,
    edit_history_tweet_ids: historyOf(writing),
    ...chosen(all, (name) => fields.has(name) || implied.includes(name)),
  };
}

function publicMetrics(writing: Writing, stage: Stage) {
  const { views, likes, comments, shares } = figuresOf(writing.id, stage);
  return {
    ...{ retweet_count: shares, reply_count: comments, like_count: likes, quote_count: 0 },
    ...{ bookmark_count: 0, impression_count: views },
  };
}

export const userShown = ({ id, name, handle }: Author) => ({ id, name, username: handle });

export function accountShown(account: Account, fields: ReadonlySet<string>, stage: Stage): Record<string, unknown> {
  const posts = stage.world.postsOn(account.id, ['post']).filter(({ deleted }) => !deleted).length;
  const all = {
    public_metrics: {
      followers_count: figuresOf(account.id, stage).followers,
      ...{ following_count: 0, tweet_count: posts, listed_count: 0, like_count: 0 },
    },
    verified: true,
  };
  return { ...userShown(account), ...chosen(all, (name) => fields.has(name)) };
}

/** Those whom the posts tell of, each once. */
export function includesOf(writings: readonly Writing[], { expansions }: Selection): { includes?: object } {
  if (!expansions.has('author_id')) return {};
  const people = new Map(writings.flatMap(({ from }) => (from === null ? [] : [[from.id, userShown(from)] as const])));
  return people.size === 0 ? {} : { includes: { users: [...people.values()] } };
}

export function messageShown(message: Message, { fields, expansions }: Selection): Record<string, unknown> {
  const { id, own, account, person, media, at, conversation } = message;
  const { text, urls } = shown(message.text, { addressees: [], mediaKeys: [] });
  const all = {
    ...{ sender_id: own ? account : person.id, dm_conversation_id: conversation, created_at: at },
    attachments:
      media.length === 0 ? undefined : { media_keys: media.map((_, index) => `3_${BigInt(id) + BigInt(index)}`) },
    entities: urls.length === 0 ? undefined : { urls },
  };
  const implied = expansions.has('sender_id') ? ['sender_id'] : [];
  return {
    ...{ id, event_type: 'MessageCreate', text },
    ...chosen(all, (name) => fields.has(name) || implied.includes(name)),
  };
}
