// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AppBskyFeedPost, type AppBskyNotificationListNotifications, RichText } from '@atproto/api';
import type { InboundEvent } from '../port.ts';
import { fault } from './errors.ts';
import { POST_BYTES, POST_GRAPHEMES } from './limits.ts';
import { belongsTo, POST, type StoredRecord } from './records.ts';

// What others wrote is untrusted: any field of a record may be missing or of another shape.

export type Notification = AppBskyNotificationListNotifications.Notification;
export type Written = Extract<InboundEvent, { type: 'written' | 'edited' }>;

/** A record and its version, as replies and reports name them. */
export interface Reference {
  readonly uri: string;
  readonly cid: string;
}

/** The only notifications that carry words to the desk. */
export const REASONS = ['reply', 'mention', 'quote'];

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

function reference(value: unknown): Reference | null {
  const uri = field(value, 'uri');
  const cid = field(value, 'cid');
  return typeof uri === 'string' && typeof cid === 'string' ? { uri, cid } : null;
}

export function textOf(record: unknown): string {
  const text = field(record, 'text');
  return typeof text === 'string' ? text : '';
}

/** Root and parent of a reply; null for a post of its own. */
export function threadOf(record: unknown): { readonly root: Reference; readonly parent: Reference } | null {
  const root = reference(field(field(record, 'reply'), 'root'));
  const parent = reference(field(field(record, 'reply'), 'parent'));
  return root === null || parent === null ? null : { root, parent };
}

const EMBEDS_WITHOUT_MEDIA: readonly unknown[] = ['app.bsky.embed.external', 'app.bsky.embed.record'];

/** A kind of attachment that is not known counts as media: someone must look. */
export function hasMedia(record: unknown): boolean {
  const embed = field(record, 'embed');
  return embed !== undefined && embed !== null && !EMBEDS_WITHOUT_MEDIA.includes(field(embed, '$type'));
}

export function permalink(uri: string): string | null {
  const [, , did, collection, rkey] = uri.split('/');
  return collection === POST && did && rkey ? `https://bsky.app/profile/${did}/post/${rkey}` : null;
}

/** Where an item hangs, seen from our account. */
interface Place {
  readonly kind: Written['kind'];
  readonly postUri: string | null;
  readonly parent: string | null;
}

/**
 * The thread decides, not the notification's reason: who answers and also mentions us is notified as a mention only.
 * `subject` is our post that the network says was answered.
 */
function placeOf(record: unknown, did: string, subject: string | null): Place {
  const thread = threadOf(record);
  if (thread === null) return { kind: 'mention', postUri: null, parent: null };
  const { root, parent } = thread;
  if (belongsTo(did, root.uri)) {
    return parent.uri === root.uri
      ? { kind: 'comment', postUri: root.uri, parent: null }
      : { kind: 'reply', postUri: root.uri, parent: parent.uri };
  }
  if (subject === null) return { kind: 'mention', postUri: null, parent: parent.uri };
  return { kind: 'reply', postUri: subject, parent: parent.uri === subject ? null : parent.uri };
}

const subjectOf = ({ reason, reasonSubject }: Notification, did: string): string | null =>
  reason === 'reply' && reasonSubject !== undefined && belongsTo(did, reasonSubject) ? reasonSubject : null;

/** The post of ours that a notification is about, to fetch its text. */
export const ownPostOf = (notification: Notification, did: string): string | null =>
  placeOf(notification.record, did, subjectOf(notification, did)).postUri;

/** The root post of ours whose threadgate may hide the item; null where there is none. */
export function ownRootOf(record: unknown, did: string): string | null {
  const root = threadOf(record)?.root.uri;
  return root !== undefined && belongsTo(did, root) ? root : null;
}

/** Who reads, and when. */
interface Reading {
  readonly did: string;
  readonly handle: string;
  readonly now: Date;
}

/** `postTexts`: the texts of our posts, by uri. */
export function parseNotification(
  notification: Notification,
  { did, now }: Pick<Reading, 'did' | 'now'>,
  postTexts: ReadonlyMap<string, string>,
): Written {
  const { uri, author, record, indexedAt } = notification;
  const { kind, postUri, parent } = placeOf(record, did, subjectOf(notification, did));
  return {
    type: 'written',
    seenAt: now,
    externalId: uri,
    kind,
    text: textOf(record),
    author: { externalId: author.did, name: author.displayName?.trim() || author.handle },
    at: new Date(indexedAt),
    permalink: permalink(uri),
    post: postUri === null ? null : { externalId: postUri, text: postTexts.get(postUri) ?? null },
    parentExternalId: parent,
    own: false,
    hasMedia: hasMedia(record),
  };
}

/** One of our own replies, read from our repository; null for our posts, which are not items. */
export function parseOwn(stored: StoredRecord, { did, handle, now }: Reading): Written | null {
  const thread = threadOf(stored.value);
  if (thread === null) return null;
  const inOurThread = belongsTo(did, thread.root.uri);
  const declared = new Date(String(stored.value.createdAt));
  return {
    type: 'written',
    seenAt: now,
    externalId: stored.uri,
    kind: 'reply',
    text: textOf(stored.value),
    author: { externalId: did, name: handle },
    at: Number.isNaN(declared.getTime()) || declared > now ? now : declared,
    permalink: permalink(stored.uri),
    post: inOurThread ? { externalId: thread.root.uri, text: null } : null,
    parentExternalId: thread.parent.uri === thread.root.uri && inOurThread ? null : thread.parent.uri,
    own: true,
    hasMedia: hasMedia(stored.value),
  };
}

/** A post of ours, ready to be stored; with a thread it is a reply. */
export interface PostContent {
  readonly text: string;
  readonly thread?: { readonly root: Reference; readonly parent: Reference };
  readonly embed?: NonNullable<AppBskyFeedPost.Record['embed']>;
}

/** Words that the network takes. Throws `ChannelFault` where there are none although there must be, or too many. */
export function sayable(text: string, { what, mayBeEmpty }: { what: string; mayBeEmpty: boolean }): RichText {
  const rich = new RichText({ text: text.trim() });
  if (rich.text === '' && !mayBeEmpty) {
    throw fault('rejected-content', 'EmptyText', `${what} è senza parole: serve un testo.`);
  }
  if (rich.graphemeLength > POST_GRAPHEMES || rich.length > POST_BYTES) {
    const message = `${what} supera i ${POST_GRAPHEMES} caratteri ammessi da Bluesky: va accorciato.`;
    throw fault('rejected-content', 'TextTooLong', message);
  }
  return rich;
}

/** Throws as `sayable` does. */
export function postRecord({ text, thread, embed }: PostContent, at: Date): AppBskyFeedPost.Record {
  const what = thread === undefined ? 'Il post' : 'Il testo della risposta';
  const rich = sayable(text, { what, mayBeEmpty: embed !== undefined });
  rich.detectFacetsWithoutResolution();
  // A mention found without asking the network carries a handle where the lexicon wants a DID: it stays plain text.
  const facets = rich.facets?.filter(({ features }) => features.every((feature) => !('did' in feature)));
  return {
    $type: POST,
    text: rich.text,
    langs: ['it'],
    ...(thread && { reply: { root: { ...thread.root }, parent: { ...thread.parent } } }),
    ...(embed && { embed }),
    createdAt: at.toISOString(),
    ...(facets === undefined || facets.length === 0 ? {} : { facets }),
  };
}

/** The thread a reply to `target` belongs to. */
export function threadUnder(target: StoredRecord & { readonly cid: string }): { root: Reference; parent: Reference } {
  const parent = { uri: target.uri, cid: target.cid };
  return { root: threadOf(target.value)?.root ?? parent, parent };
}

export const isReplyTo = (stored: StoredRecord, target: string): boolean =>
  threadOf(stored.value)?.parent.uri === target;
