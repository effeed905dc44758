// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { openDrawer } from '../town/drawer.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Media, Writing } from '../town/writing.ts';
import { BLOCK, cidOfBytes, cidOfRecord, POST, partsOfUri, rkeyOf, THREADGATE, tidOf, uriOf } from './identifiers.ts';

/** A record as a repository holds it. */
export interface Stored {
  readonly uri: string;
  readonly cid: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const stored = (uri: string, value: Stored['value']): Stored => ({ uri, cid: cidOfRecord(value), value });

/** What the account itself wrote stands as it was written; what citizens wrote on the screen is given the shape of a record. */
export function postOf(writing: Writing, stage: Stage): Stored {
  const kept = writing.facts.record as Stored['value'] | undefined;
  return stored(writing.id, kept ?? madeUp(writing, stage));
}

function madeUp(writing: Writing, stage: Stage): Stored['value'] {
  const { text, at, media, link, kind } = writing;
  const reply = kind === 'comment' ? { reply: threadOf(writing, stage) } : {};
  const embed = media.length > 0 ? embedOf(writing.id, media) : link === null ? undefined : cardOf(link);
  return { $type: POST, text, createdAt: at, langs: ['it'], ...reply, ...(embed && { embed }) };
}

const cardOf = ({ url, title, description }: { url: string; title: string; description: string }) => ({
  $type: 'app.bsky.embed.external',
  external: { uri: url, title, description },
});

/** The file lives only in the imagination. */
function embedOf(id: string, media: readonly Media[]) {
  const blob = (index: number, mimeType: string) => ({
    ...{ $type: 'blob', mimeType, size: 1000 },
    ref: { $link: cidOfBytes(`${id}/${index}`) },
  });
  const [first] = media;
  if (first?.type === 'video') {
    return {
      $type: 'app.bsky.embed.video',
      video: blob(0, 'video/mp4'),
      ...(first.alt !== null && { alt: first.alt }),
    };
  }
  const images = media.map(({ alt }, index) => ({ image: blob(index, 'image/jpeg'), alt: alt ?? '' }));
  return { $type: 'app.bsky.embed.images', images };
}

function threadOf({ post, parent }: Writing, stage: Stage) {
  const reference = (id: string) => {
    const writing = stage.world.writings.get(id);
    return { uri: id, cid: writing === undefined ? cidOfRecord(id) : postOf(writing, stage).cid };
  };
  return { root: reference(post), parent: reference(parent ?? post) };
}

/** When a threadgate was first written, by the post's id; one that the world alone calls for has the post's own time. */
export const gatesOf = ({ world }: Stage) => openDrawer(world, 'gate', z.object({ createdAt: z.string() }));

/** Who may reply and what is left out of the thread, as the world has it: also after a colleague's own doing. */
export function gateOf(post: Writing, stage: Stage): Stored | null {
  const hidden = stage.world.commentsOn(post.id).filter((one) => one.hidden && stage.world.exists(one.id));
  const written = gatesOf(stage).get(post.id);
  if (hidden.length === 0 && post.commenting === 'open' && written === undefined) return null;
  const allow = post.commenting === 'closed' ? [] : [{ $type: `${THREADGATE}#mentionRule` }];
  return stored(uriOf(post.account, THREADGATE, rkeyOf(post.id)), {
    $type: THREADGATE,
    post: post.id,
    createdAt: written?.createdAt ?? post.at,
    ...(post.commenting === 'open' ? {} : { allow }),
    ...(hidden.length > 0 && { hiddenReplies: hidden.map(({ id }) => id) }),
  });
}

/** The key under which somebody was blocked, by their identifier; absent where it was done by hand. */
export const blockKeysOf = ({ world }: Stage) =>
  openDrawer(world, 'block', z.object({ rkey: z.string(), createdAt: z.string() }));

export function blocksOf(account: Account, stage: Stage): Stored[] {
  return stage.world.bannedBy(account.id).map(({ id }) => {
    const written = blockKeysOf(stage).get(`${account.id}/${id}`);
    const rkey = written?.rkey ?? tidOf(BigInt(id.length) + BigInt(`0x${Buffer.from(id.slice(-5)).toString('hex')}`));
    const createdAt = written?.createdAt ?? '2026-01-01T00:00:00.000Z';
    return stored(uriOf(account.id, BLOCK, rkey), { $type: BLOCK, subject: id, createdAt });
  });
}

/** The account's own records of one kind, by falling key. */
export function repositoryOf(account: Account, collection: string, stage: Stage): Stored[] {
  const { world } = stage;
  const own = [...world.writings.values()].filter(
    (one) => one.account === account.id && world.isOwn(one) && world.exists(one.id),
  );
  const records =
    collection === POST
      ? own.map((one) => postOf(one, stage))
      : collection === THREADGATE
        ? own.filter(({ kind }) => kind === 'post').flatMap((one) => gateOf(one, stage) ?? [])
        : collection === BLOCK
          ? blocksOf(account, stage)
          : [];
  return records.sort((one, other) => (rkeyOf(one.uri) < rkeyOf(other.uri) ? 1 : -1));
}

/** Any record that the network knows, of whoever it is. */
export function recordAt(uri: string, account: Account, stage: Stage): Stored | null {
  const parts = partsOfUri(uri);
  const writing = stage.world.writings.get(uri);
  if (writing !== undefined) {
    return writing.account === account.id && stage.world.exists(uri) ? postOf(writing, stage) : null;
  }
  if (parts?.did !== account.id) return null;
  return repositoryOf(account, parts.collection, stage).find((one) => one.uri === uri) ?? null;
}
