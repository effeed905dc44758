// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { type Call, json } from '../town/call.ts';
import { Refused, type Stage } from '../town/network.ts';
import type { Account, Media, Writing } from '../town/writing.ts';
import { blobsOf } from './blobs.ts';
import { BLOCK, cidOfRecord, POST, THREADGATE, uriOf } from './identifiers.ts';
import { blockKeysOf, blocksOf, gatesOf, postOf } from './records.ts';
import { invalid, noRecord } from './refusals.ts';
import { BlockRecord, type Embed, GateRecord, PostRecord } from './shapes.ts';

export interface Within {
  readonly call: Call;
  readonly account: Account;
  readonly stage: Stage;
}

/** One change of a repository, understood and ready to be made. */
export interface Change {
  readonly uri: string;
  readonly cid: string;
  make(): void;
}

interface New {
  readonly collection: string;
  readonly rkey: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** `coming`: keys of posts that the same writes create. */
export function changeOf(given: New, within: Within, coming: readonly string[] = []): Change {
  const uri = uriOf(within.account.id, given.collection, given.rkey);
  const change = { uri, cid: cidOfRecord(given.value) };
  if (given.collection === POST) return { ...change, make: posted(given, uri, within) };
  if (given.collection === BLOCK) return { ...change, make: blocked(given, within) };
  return { ...change, make: gated(given, within, coming) };
}

const shaped = <Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> => {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused(invalid(`Invalid record: ${issue?.path.join('/') ?? ''} ${issue?.message ?? ''}`));
};

function posted({ value }: New, uri: string, { account, stage }: Within): () => void {
  const { text, embed, reply } = shaped(PostRecord, value);
  const { world } = stage;
  const [root, parent] = [referenced(reply?.root, stage), referenced(reply?.parent, stage)];
  const { media, link } = embedded(embed, stage);
  const from = world.self(account.id);
  const common = { account: account.id, from, text, at: stage.now(), media, id: uri, facts: { record: value } };
  return () => {
    if (root === null || parent === null) {
      world.write({ ...common, kind: 'post', ...(link && { link }) });
      return;
    }
    world.write({ ...common, kind: 'comment', post: root.post, parent: parent.id === root.post ? null : parent.id });
  };
}

/** What a reply names must be there, in that version: the real network would take it, and show it to nobody. */
function referenced(reference: { uri: string; cid: string } | undefined, stage: Stage): Writing | null {
  if (reference === undefined) return null;
  const writing = stage.world.writings.get(reference.uri);
  if (writing === undefined || postOf(writing, stage).cid !== reference.cid) {
    throw new Refused(invalid(`Nothing stands at ${reference.uri} in that version`));
  }
  return writing;
}

function embedded(embed: Embed | undefined, stage: Stage) {
  if (embed === undefined) return { media: [], link: null };
  if (embed.$type === 'app.bsky.embed.external') {
    const { uri: url, title, description } = embed.external;
    return { media: [], link: { url, title, description } };
  }
  const files =
    embed.$type === 'app.bsky.embed.video'
      ? [{ blob: embed.video, alt: embed.alt ?? null, type: 'video' as const }]
      : embed.images.map(({ image, alt }) => ({ blob: image, alt, type: 'image' as const }));
  const media = files.map(({ blob, alt, type }): Media => {
    const kept = blobsOf(stage).get(blob.ref.$link);
    if (kept === undefined || kept.size !== blob.size || kept.mimeType !== blob.mimeType) {
      throw new Refused(json({ error: 'BlobNotFound', message: 'Could not find blob' }, 400));
    }
    return { type, url: null, alt };
  });
  return { media, link: null };
}

function gated({ rkey, value }: New, { account, stage }: Within, coming: readonly string[]): () => void {
  const { post, allow, hiddenReplies = [], createdAt } = shaped(GateRecord, value);
  if (post !== uriOf(account.id, POST, rkey)) throw new Refused(invalid('A threadgate has the key of its post'));
  const { world } = stage;
  if (!world.exists(post) && !coming.includes(rkey)) throw new Refused(noRecord(post));
  return () => {
    gatesOf(stage).put(post, { createdAt });
    setGate(post, { commenting: commentingOf(allow), hidden: new Set(hiddenReplies) }, stage);
  };
}

const commentingOf = (allow: readonly unknown[] | undefined): Writing['commenting'] =>
  allow === undefined ? 'open' : allow.length === 0 ? 'closed' : 'restricted';

function setGate(
  post: string,
  { commenting, hidden }: { commenting: Writing['commenting']; hidden: ReadonlySet<string> },
  { world }: Stage,
): void {
  if (world.writings.get(post)?.commenting !== commenting) world.setCommenting(post, commenting);
  for (const { id, hidden: was } of world.commentsOn(post)) {
    if (was !== hidden.has(id)) world.set(id, was ? 'shown' : 'hidden');
  }
}

function blocked({ rkey, value }: New, { account, stage }: Within): () => void {
  const { subject, createdAt } = shaped(BlockRecord, value);
  const author = stage.world.authorOf(subject);
  if (author === undefined) throw new Refused(invalid(`Nobody is ${subject}`));
  return () => {
    blockKeysOf(stage).put(`${account.id}/${subject}`, { rkey, createdAt });
    stage.world.ban(account.id, author);
  };
}

export function remove(collection: string, rkey: string, { account, stage }: Within): void {
  const uri = uriOf(account.id, collection, rkey);
  const { world } = stage;
  if (collection === BLOCK) {
    const subject = blocksOf(account, stage).find((one) => one.uri === uri)?.value.subject;
    const author = world.authorOf(`${subject}`);
    if (author === undefined) return;
    blockKeysOf(stage).remove(`${account.id}/${author.id}`);
    world.unban(account.id, author);
  } else if (collection === THREADGATE) {
    const post = uriOf(account.id, POST, rkey);
    gatesOf(stage).remove(post);
    if (world.exists(post)) setGate(post, { commenting: 'open', hidden: new Set() }, stage);
  } else if (world.exists(uri)) world.set(uri, 'deleted');
}
