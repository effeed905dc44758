// SPDX-License-Identifier: AGPL-3.0-or-later
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import { addressOfFile } from '../town/samples.ts';
import type { Account, Author, Message, Writing } from '../town/writing.ts';
import { historyOf, latestId, writtenAt } from './ids.ts';
import { invalid } from './problems.ts';
import { shown } from './text.ts';

/** What the caller asked of each thing. */
export interface Selection {
  readonly fields: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
  /** Of what is attached. */
  readonly media: ReadonlySet<string>;
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
export const MEDIA_FIELDS = [
  ...[
    'alt_text',
    'duration_ms',
    'height',
    'media_key',
    'preview_image_url',
    'public_metrics',
    'type',
    'url',
    'variants',
  ],
  'width',
];
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
  media: named(query.get('media.fields'), MEDIA_FIELDS, 'media.fields'),
});

const chosen = (all: Readonly<Record<string, unknown>>, wanted: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).filter(([name, value]) => wanted(name) && value !== undefined));

/** Whom a post answers: the one who wrote what it hangs under. */
export function addresseeOf({ kind, parent, post }: Writing, { world }: Stage): Author | null {
  return kind === 'comment' ? (world.writings.get(parent ?? post)?.from ?? null) : null;
}

const keysOf = ({ id, media }: Pick<Writing, 'id' | 'media'>): string[] =>
  media.map(({ type }, index) => `${type === 'video' ? 7 : 3}_${BigInt(id) + BigInt(index)}`);

/** What is attached to these, by its keys. */
export function mediaShown(
  of: readonly Pick<Writing, 'id' | 'media'>[],
  { expansions, media: fields }: Selection,
  { screen }: Stage,
): object[] {
  if (!expansions.has('attachments.media_keys')) return [];
  return of.flatMap((one) =>
    one.media.map((file, index) => {
      const address = addressOfFile(file, screen);
      const isFilm = file.type === 'video';
      const all = {
        alt_text: file.alt ?? undefined,
        url: isFilm ? undefined : address,
        preview_image_url: isFilm ? new URL('/samples/image.jpg', screen).href : undefined,
        variants: isFilm ? [{ bit_rate: 256_000, content_type: 'video/mp4', url: address }] : undefined,
        ...{ width: 480, height: 320 },
      };
      const always = { media_key: keysOf(one)[index], type: isFilm ? 'video' : 'photo' };
      return { ...always, ...chosen(all, (name) => fields.has(name)) };
    }),
  );
}

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
export function includesOf(
  writings: readonly Writing[],
  selection: Selection,
  stage: Stage,
): { includes?: Readonly<Record<string, object[]>> } {
  const named = selection.expansions.has('author_id') ? writings : [];
  const people = new Map(named.flatMap(({ from }) => (from === null ? [] : [[from.id, userShown(from)] as const])));
  return included({ users: [...people.values()], media: mediaShown(writings, selection, stage) });
}

/** Kinds of which there is nothing are left out. */
export function included(all: Readonly<Record<string, object[]>>): { includes?: Readonly<Record<string, object[]>> } {
  const there = Object.fromEntries(Object.entries(all).filter(([, some]) => some.length > 0));
  return Object.keys(there).length === 0 ? {} : { includes: there };
}

export function messageShown(message: Message, { fields, expansions }: Selection): Record<string, unknown> {
  const { id, own, account, person, media, at, conversation } = message;
  const { text, urls } = shown(message.text, { addressees: [], mediaKeys: [] });
  const all = {
    ...{ sender_id: own ? account : person.id, dm_conversation_id: conversation, created_at: at },
    attachments: media.length === 0 ? undefined : { media_keys: keysOf(message) },
    entities: urls.length === 0 ? undefined : { urls },
  };
  const implied = expansions.has('sender_id') ? ['sender_id'] : [];
  return {
    ...{ id, event_type: 'MessageCreate', text },
    ...chosen(all, (name) => fields.has(name) || implied.includes(name)),
  };
}
