// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AtpAgent, XRPCError } from '@atproto/api';
import type { InboundEvent, Pulled } from '../port.ts';
import { type Cursor, readCursor, seenMark, type Watched, writeCursor } from './cursor.ts';
import {
  CHECKS_PER_PULL,
  OVERLAP_HOURS,
  REMEMBERED_NOTIFICATIONS,
  SWEEP_DAYS,
  SWEEP_EVERY_HOURS,
  WATCHED_ITEMS,
} from './limits.ts';
import { readMessages } from './messages.ts';
import { timeOf, waitAfter } from './quota.ts';
import { belongsTo, POST, readRecord, rkeyOf, type StoredRecord, THREADGATE } from './records.ts';
import { hiddenRepliesOf } from './threadgate.ts';
import { type Notification, ownPostOf, ownRootOf, parseNotification, parseOwn, REASONS, textOf } from './wire.ts';

const HOUR_MS = 3_600_000;
const PAGE = 100;
const POSTS_PER_READ = 25;
const OWN_KEPT = 100;

export interface Reader {
  readonly agent: AtpAgent;
  readonly did: string;
  readonly handle: string;
  readonly now: Date;
}

/**
 * What is new since the cursor, and what was hidden, shown or deleted, oldest first. An item may come twice; none is skipped
 * unless its author dated it further back than the daily deep look. Messages that cannot be read, for want of permission or
 * because their own service rests, are read on later from where they stopped; the check of the connection says why.
 */
export async function pull(asked: Reader, text: string | null): Promise<Pulled> {
  const cursor = readCursor(text);
  const { reader, waitSeconds } = await begin(asked);
  const isSweep =
    cursor.sweptAt === null || reader.now.getTime() - Date.parse(cursor.sweptAt) >= SWEEP_EVERY_HOURS * HOUR_MS;
  const listed = await listNotifications(reader, floorOf(cursor, isSweep));
  const seen = new Set(cursor.seen);
  const known = new Set(cursor.watched.map(({ uri }) => uri));
  const fresh = listed.filter(({ uri }) => !known.has(uri) && !seen.has(seenMark(uri)));
  const texts = await postTexts(reader, fresh);
  const own = await ownReplies(reader, new Set(cursor.own));
  const written: InboundEvent[] = [
    ...fresh.map((notification) => parseNotification(notification, reader, texts)),
    ...own.replies.flatMap((stored) => parseOwn(stored, reader) ?? []),
  ];

  const watched = [...cursor.watched, ...toWatch(cursor, fresh, reader.did)];
  const changes = await visibilityChanges(reader, watched);
  const gone = await deletions(reader, { cursor, listed: new Set(listed.map(({ uri }) => uri)) });
  const messages = await readMessages(reader, cursor.conversations).catch(unread);
  const next: Cursor = {
    newest: latest(cursor.newest, listed),
    sweptAt: isSweep ? reader.now.toISOString() : cursor.sweptAt,
    own: [...own.keys, ...cursor.own].slice(0, OWN_KEPT),
    seen: listed.slice(0, REMEMBERED_NOTIFICATIONS).map(({ uri }) => seenMark(uri)),
    watched: changes.watched.filter(({ uri }) => !gone.uris.has(uri)).slice(-WATCHED_ITEMS),
    conversations: { ...(messages?.conversations ?? cursor.conversations) },
    checked: gone.checked,
  };
  const events = [...written, ...(messages?.events ?? []), ...changes.events, ...gone.events];
  return {
    events: events.sort((one, other) => one.at.getTime() - other.at.getTime()),
    cursor: writeCursor(next),
    ...(waitSeconds !== undefined && { waitSeconds }),
  };
}

/** Only what the network refused or left unanswered. */
const unread = (cause: unknown): null => {
  if (cause instanceof XRPCError) return null;
  throw cause;
};

/** The network's time at the first answer is when the reading began; its headers say whether to slow down. */
async function begin(asked: Reader): Promise<{ readonly reader: Reader; readonly waitSeconds: number | undefined }> {
  const { headers } = await asked.agent.com.atproto.server.getSession();
  const now = timeOf(headers) ?? asked.now;
  return { reader: { ...asked, now }, waitSeconds: waitAfter(headers, now) };
}

function floorOf({ newest }: Cursor, isSweep: boolean): number | null {
  return newest === null ? null : Date.parse(newest) - (isSweep ? SWEEP_DAYS * 24 : OVERLAP_HOURS) * HOUR_MS;
}

function latest(newest: string | null, listed: readonly Notification[]): string | null {
  const times = listed.map(({ indexedAt }) => Date.parse(indexedAt)).concat(newest === null ? [] : Date.parse(newest));
  return times.length === 0 ? null : new Date(times.reduce((one, other) => Math.max(one, other))).toISOString();
}

/** What the deep look brings up from long ago must not push recent items out of the watch. */
function toWatch(cursor: Cursor, fresh: readonly Notification[], did: string): Watched[] {
  const floor = floorOf(cursor, false);
  return fresh
    .filter(({ indexedAt }) => floor === null || Date.parse(indexedAt) >= floor)
    .map(({ uri, record }) => ({ uri, root: ownRootOf(record, did), hidden: false }))
    .reverse();
}

/** Newest first, one per item, down to `floor` (null: all there is). */
async function listNotifications({ agent }: Reader, floor: number | null): Promise<Notification[]> {
  const found = new Map<string, Notification>();
  let cursor: string | undefined;
  do {
    // `priority: false`: a preference of the account could otherwise leave out whoever it does not follow.
    const { data } = await agent.app.bsky.notification.listNotifications({
      reasons: REASONS,
      limit: PAGE,
      priority: false,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const notification of data.notifications) {
      if (!found.has(notification.uri)) found.set(notification.uri, notification);
    }
    const last = data.notifications.at(-1);
    const isBelow = floor !== null && last !== undefined && Date.parse(last.indexedAt) < floor;
    cursor = isBelow || data.cursor === cursor ? undefined : data.cursor;
  } while (cursor !== undefined);
  return [...found.values()].filter(({ indexedAt }) => floor === null || Date.parse(indexedAt) >= floor);
}

async function postTexts({ agent, did }: Reader, fresh: readonly Notification[]): Promise<Map<string, string>> {
  const uris = [...new Set(fresh.flatMap((notification) => ownPostOf(notification, did) ?? []))];
  const texts = new Map<string, string>();
  for (let start = 0; start < uris.length; start += POSTS_PER_READ) {
    const { data } = await agent.app.bsky.feed.getPosts({ uris: uris.slice(start, start + POSTS_PER_READ) });
    for (const post of data.posts) texts.set(post.uri, textOf(post.record));
  }
  return texts;
}

/** Our posts down to the first that is known; the network returns them by falling record key. */
async function ownReplies({ agent, did }: Reader, known: ReadonlySet<string>) {
  const replies: StoredRecord[] = [];
  const keys: string[] = [];
  let cursor: string | undefined;
  let isKnownGround = false;
  do {
    const { data } = await agent.com.atproto.repo.listRecords({
      repo: did,
      collection: POST,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const fresh = data.records.filter(({ uri }) => !known.has(rkeyOf(uri)));
    isKnownGround = fresh.length < data.records.length;
    keys.push(...fresh.map(({ uri }) => rkeyOf(uri)));
    replies.push(...fresh.map(({ uri, cid, value }) => ({ uri, cid, value })));
    cursor = data.records.length < PAGE ? undefined : data.cursor;
  } while (cursor !== undefined && !isKnownGround);
  return { replies, keys };
}

/** Compares our threadgates with what was known of the watched items. */
async function visibilityChanges(reader: Reader, watched: readonly Watched[]) {
  const hidden = await hiddenInOurThreads(reader, watched);
  const events: InboundEvent[] = [];
  const after = watched.map((item) => {
    const isHidden = hidden.has(item.uri);
    if (item.root === null || isHidden === item.hidden) return item;
    events.push({ type: isHidden ? 'hidden' : 'shown', externalId: item.uri, at: reader.now });
    return { ...item, hidden: isHidden };
  });
  return { events, watched: after };
}

/** A threadgate bears the key of its post, and keys come falling: reading stops below the lowest root that is watched. */
async function hiddenInOurThreads({ agent, did }: Reader, watched: readonly Watched[]): Promise<Set<string>> {
  const roots = watched.flatMap(({ root }) => (root === null ? [] : rkeyOf(root))).sort();
  const lowest = roots[0];
  const hidden = new Set<string>();
  if (lowest === undefined) return hidden;
  let cursor: string | undefined;
  do {
    const { data } = await agent.com.atproto.repo.listRecords({
      repo: did,
      collection: THREADGATE,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { value } of data.records) for (const uri of hiddenRepliesOf(value)) hidden.add(uri);
    const last = data.records.at(-1);
    cursor = data.records.length < PAGE || last === undefined || rkeyOf(last.uri) < lowest ? undefined : data.cursor;
  } while (cursor !== undefined);
  return hidden;
}

/**
 * An item that is no longer listed may be deleted, hidden, or its author blocked: only the network's plain "no such record"
 * counts. A few are asked about at each pull, in turn.
 */
async function deletions(reader: Reader, { cursor, listed }: { cursor: Cursor; listed: ReadonlySet<string> }) {
  const unlisted = cursor.watched.filter(({ uri }) => !listed.has(uri) && !belongsTo(reader.did, uri));
  const start = unlisted.findIndex(({ uri }) => uri === cursor.checked) + 1;
  const turn = [...unlisted.slice(start), ...unlisted.slice(0, start)].slice(0, CHECKS_PER_PULL);
  const events: InboundEvent[] = [];
  const uris = new Set<string>();
  for (const { uri } of turn) {
    if ((await readRecord(reader.agent, uri)) !== null) continue;
    uris.add(uri);
    events.push({ type: 'deleted', externalId: uri, at: reader.now });
  }
  return { events, uris, checked: turn.at(-1)?.uri ?? null };
}
