// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import { addressOfFile } from '../town/samples.ts';
import type { Account, Author, Writing } from '../town/writing.ts';
import type { Within } from './changes.ts';
import { cidOfBytes, handleOf } from './identifiers.ts';
import { blocksOf, postOf } from './records.ts';
import { invalid } from './refusals.ts';

/** Whoever a scenario does not name. */
export const NOBODY: Author = { id: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', name: 'Qualcuno', handle: 'qualcuno.example' };

export const profileOf = ({ id, name, handle }: Author, account: Account, stage: Stage) => {
  const block = blocksOf(account, stage).find(({ value }) => value.subject === id);
  return {
    ...{ did: id, handle: handleOf(handle), displayName: name, labels: [] },
    viewer: { muted: false, blockedBy: false, ...(block !== undefined && { blocking: block.uri }) },
  };
};

const POSTS_AT_ONCE = 25;

/** Those that are there; the others are left out without a word. */
export function getPosts({ call: { query }, account, stage }: Within): Answer {
  const uris = query.getAll('uris');
  if (uris.length === 0 || uris.length > POSTS_AT_ONCE) return invalid('uris must have between 1 and 25 elements');
  const posts = uris.flatMap((uri) => {
    const writing = stage.world.writings.get(uri);
    return writing?.account === account.id && stage.world.exists(uri) ? [postView(writing, account, stage)] : [];
  });
  return json({ posts });
}

function postView(writing: Writing, account: Account, stage: Stage) {
  const { uri, cid, value } = postOf(writing, stage);
  const { likes, comments, shares } = figuresOf(writing.id, stage);
  const embed = embedView(writing, stage);
  return {
    ...{ uri, cid, record: value, indexedAt: writing.at, labels: [] },
    author: profileOf(writing.from ?? NOBODY, account, stage),
    ...(embed && { embed }),
    ...{ likeCount: likes, replyCount: comments, repostCount: shares, quoteCount: 0 },
    viewer: { threadMuted: false, embeddingDisabled: false },
  };
}

/** Pictures come from the view's own servers, a film as a list of parts. */
function embedView({ id, media }: Writing, { screen }: Stage) {
  const [first] = media;
  if (first === undefined) return undefined;
  if (first.type === 'video') {
    const thumbnail = new URL('/samples/image.jpg', screen).href;
    const playlist = new URL('/samples/playlist.m3u8', screen).href;
    const film = { cid: cidOfBytes(`${id}/0`), playlist, thumbnail };
    return { $type: 'app.bsky.embed.video#view', ...film, ...(first.alt !== null && { alt: first.alt }) };
  }
  const images = media.map((one) => {
    const address = addressOfFile(one, screen);
    return { thumb: address, fullsize: address, alt: one.alt ?? '' };
  });
  return { $type: 'app.bsky.embed.images#view', images };
}

export function getProfile({ call: { query }, account, stage }: Within): Answer {
  const actor = query.get('actor') ?? '';
  const author = stage.world.accounts.has(actor) ? stage.world.self(actor) : stage.world.authorOf(actor);
  if (author === undefined) return invalid('Profile not found');
  const own = stage.world.accounts.has(actor) ? figuresOf(actor, stage) : { followers: 0 };
  return json({
    ...profileOf(author, account, stage),
    description: 'Account simulato',
    ...{ followersCount: own.followers, followsCount: 0, indexedAt: '2024-02-06T09:00:00.000Z' },
    postsCount: stage.world.postsOn(actor, ['post']).length,
  });
}

/** Newest first; hidden replies and whoever is blocked are in none of them. */
export function listNotifications({ call: { query }, account, stage }: Within): Answer {
  const reasons = query.getAll('reasons');
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const skip = Number(query.get('cursor') ?? 0);
  const all = [...stage.world.writings.values()]
    .filter((one) => isHeard(one, account, stage))
    .map((one) => notification(one, account, stage))
    .filter(({ reason }) => reasons.length === 0 || reasons.includes(reason))
    .sort((one, other) => other.indexedAt.localeCompare(one.indexedAt) || (one.uri < other.uri ? 1 : -1));
  const page = all.slice(skip, skip + limit);
  const isMore = skip + limit < all.length;
  return json({ notifications: page, priority: false, ...(isMore && { cursor: `${skip + limit}` }) });
}

function isHeard(writing: Writing, account: Account, { world }: Stage): boolean {
  const { kind, from, id, hidden } = writing;
  if (writing.account !== account.id || world.isOwn(writing) || !world.exists(id) || hidden) return false;
  return (kind === 'comment' || kind === 'mention') && !world.isBanned(account.id, from?.id ?? '');
}

function notification(writing: Writing, account: Account, stage: Stage) {
  const { uri, cid, value } = postOf(writing, stage);
  const isReply = writing.kind === 'comment';
  return {
    ...{ uri, cid, record: value, isRead: false, indexedAt: writing.at, labels: [] },
    author: profileOf(writing.from ?? NOBODY, account, stage),
    reason: isReply ? 'reply' : 'mention',
    ...(isReply && { reasonSubject: writing.post }),
  };
}
