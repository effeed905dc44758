// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json } from '../town/call.ts';
import { type Asked, Refused, type Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import type { Account, Media, Writing } from '../town/writing.ts';
import { blobsOf } from './blobs.ts';
import {
  BLOCK,
  cidOfRecord,
  handleOf,
  isRecordKey,
  POST,
  partsOfUri,
  rkeyOf,
  THREADGATE,
  tidOf,
  uriOf,
} from './identifiers.ts';
import { blockKeysOf, blocksOf, gatesOf, postOf, recordAt, repositoryOf } from './records.ts';
import { invalid, noRecord, refuse } from './refusals.ts';
import { BlockRecord, type Embed, GateRecord, PostRecord } from './shapes.ts';

export interface Within {
  readonly call: Call;
  readonly account: Account;
  readonly stage: Stage;
}

/** One change of a repository, understood and ready to be made. */
interface Change {
  readonly uri: string;
  readonly cid: string;
  make(): void;
}

const Collection = z.enum([POST, THREADGATE, BLOCK]);
const Key = z.string().refine(isRecordKey);
const Value = z.record(z.string(), z.unknown());
const Target = { repo: z.string(), collection: Collection, validate: z.boolean().optional() };
const Created = z.strictObject({ ...Target, rkey: Key.optional(), record: Value, swapCommit: z.string().optional() });
const Put = z.strictObject({ ...Target, rkey: Key, record: Value, swapRecord: z.string().nullable().optional() });
const Deleted = z.strictObject({
  repo: z.string(),
  collection: Collection,
  rkey: Key,
  swapRecord: z.string().optional(),
});
const Applied = z.strictObject({
  repo: z.string(),
  validate: z.boolean().optional(),
  writes: z
    .array(
      z.discriminatedUnion('$type', [
        z.strictObject({
          $type: z.literal('com.atproto.repo.applyWrites#create'),
          ...{ collection: Collection, rkey: Key.optional(), value: Value },
        }),
        z.strictObject({
          $type: z.literal('com.atproto.repo.applyWrites#delete'),
          ...{ collection: Collection, rkey: Key },
        }),
      ]),
    )
    .min(1),
});

const commit = (stage: Stage) => {
  const rev = tidOf(stage.world.draw());
  return { cid: cidOfRecord(rev), rev };
};

const own = (repo: string, { account }: Within): void => {
  if (repo !== account.id && repo !== handleOf(account.handle)) {
    throw new Refused(json({ error: 'AuthenticationRequired', message: 'Cannot write to another repository' }, 401));
  }
};

const read = <Shape extends z.ZodType>(call: Call, shape: Shape): z.output<Shape> => {
  const asked = jsonOf(call, shape);
  if (asked instanceof WrongBody) throw new Refused(invalid(asked.why));
  return asked;
};

const made = ({ uri, cid }: Pick<Change, 'uri' | 'cid'>, stage: Stage): Answer =>
  json({ uri, cid, commit: commit(stage), validationStatus: 'valid' });

/** INVARIANT: as on the real server, a key that is taken is no conflict but a server in trouble. */
export function createRecord(within: Within): Answer | Asked {
  const { call, stage } = within;
  const { repo, collection, rkey = tidOf(stage.world.draw()), record } = read(call, Created);
  own(repo, within);
  if (recordAt(uriOf(within.account.id, collection, rkey), within.account, stage) !== null)
    return refuse('server-error');
  const change = changeOf({ collection, rkey, value: record }, within);
  return {
    unchanged: () => made(change, stage),
    effect() {
      change.make();
      return made(change, stage);
    },
  };
}

/** With `swapRecord` only over that version of it: null, only where there is none. */
export function putRecord(within: Within): Answer | Asked {
  const { call, account, stage } = within;
  const { repo, collection, rkey, record, swapRecord } = read(call, Put);
  own(repo, within);
  const current = recordAt(uriOf(account.id, collection, rkey), account, stage);
  if (swapRecord !== undefined && swapRecord !== (current?.cid ?? null)) return refuse('swap-lost');
  if (collection !== THREADGATE) return invalid('Only threadgates are changed in the simulation');
  const change = changeOf({ collection, rkey, value: record }, within);
  return {
    unchanged: () => made(change, stage),
    effect() {
      change.make();
      return made(change, stage);
    },
  };
}

/** What is not there is deleted all the same. */
export function deleteRecord(within: Within): Answer | Asked {
  const { call, stage } = within;
  const { repo, collection, rkey } = read(call, Deleted);
  own(repo, within);
  return {
    unchanged: () => json({ commit: commit(stage) }),
    effect() {
      remove(collection, rkey, within);
      return json({ commit: commit(stage) });
    },
  };
}

/** All or nothing. */
export function applyWrites(within: Within): Answer | Asked {
  const { call, account, stage } = within;
  const { repo, writes } = read(call, Applied);
  own(repo, within);
  const planned = writes.map((write) => {
    const { collection, rkey = tidOf(stage.world.draw()) } = write;
    if (!('value' in write)) return { collection, rkey, create: null };
    if (recordAt(uriOf(account.id, collection, rkey), account, stage) !== null)
      throw new Refused(refuse('server-error'));
    const siblings = writes.flatMap((one) => ('value' in one && one.collection === POST ? [one.rkey ?? ''] : []));
    return { collection, rkey, create: changeOf({ collection, rkey, value: write.value }, within, siblings) };
  });
  const results = planned.map(({ create }) =>
    create === null
      ? { $type: 'com.atproto.repo.applyWrites#deleteResult' }
      : {
          ...{ $type: 'com.atproto.repo.applyWrites#createResult', validationStatus: 'valid' },
          ...{ uri: create.uri, cid: create.cid },
        },
  );
  return {
    unchanged: () => json({ commit: commit(stage), results }),
    effect() {
      for (const { collection, rkey, create } of planned) {
        if (create === null) remove(collection, rkey, within);
        else create.make();
      }
      return json({ commit: commit(stage), results });
    },
  };
}

interface New {
  readonly collection: string;
  readonly rkey: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** `coming`: keys of posts that the same writes create. */
function changeOf(given: New, within: Within, coming: readonly string[] = []): Change {
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

function remove(collection: string, rkey: string, { account, stage }: Within): void {
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

/** Public: whoever asks. */
export function getRecord({ call: { query }, account, stage }: Within): Answer {
  const uri = uriOf(query.get('repo') ?? '', query.get('collection') ?? '', query.get('rkey') ?? '');
  if (partsOfUri(uri) === null) return invalid('Params must have the properties repo, collection and rkey');
  const found = recordAt(uri, account, stage);
  return found === null ? noRecord(uri) : json(found);
}

export function listRecords({ call: { query }, account, stage }: Within): Answer {
  if (query.get('repo') !== account.id) return invalid('Could not find repo');
  const limit = Math.min(100, Number(query.get('limit') ?? 50));
  const below = query.get('cursor');
  const all = repositoryOf(account, query.get('collection') ?? '', stage);
  const rest = all.filter(({ uri }) => below === null || rkeyOf(uri) < below);
  const records = rest.slice(0, limit);
  const last = records.at(-1);
  return json({ records, ...(last !== undefined && { cursor: rkeyOf(last.uri) }) });
}
