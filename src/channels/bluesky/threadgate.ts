// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AppBskyFeedThreadgate, AtpAgent } from '@atproto/api';
import type { ReadBack, WriteOutcome } from '../port.ts';
import { fault, isNamed, send } from './errors.ts';
import { HIDDEN_REPLIES_PER_THREAD } from './limits.ts';
import {
  type Acting,
  belongsTo,
  readRecord,
  requireRecord,
  rkeyOf,
  type StoredRecord,
  THREADGATE,
  uriOf,
} from './records.ts';
import { ownRootOf } from './wire.ts';

// The threadgate of a post is a record of our own repository with the post's key. It lists the replies that clients leave
// out of the thread, and says who may reply: whoever changes the one leaves the other as it is.

const NOT_OUR_POST = 'Si possono chiudere e riaprire solo i commenti dei post dell’ente.';

/** Another writer of the same threadgate (a colleague in the app) makes us read again at most this many times. */
const ATTEMPTS = 5;

export interface Hiding {
  readonly target: string;
  /** The post of ours as the desk knows it; needed only once the reply itself is gone. */
  readonly post: string | null;
  readonly hidden: boolean;
}

export function hiddenRepliesOf(threadgate: unknown): readonly string[] {
  const list = (threadgate as { hiddenReplies?: unknown } | null)?.hiddenReplies;
  return Array.isArray(list) ? list.filter((uri) => typeof uri === 'string') : [];
}

/** The threadgate with the reply added or taken away; null where nothing changes. */
export function withHiding(
  current: Readonly<Record<string, unknown>> | null,
  { root, target, hidden }: { root: string; target: string; hidden: boolean },
  now: Date,
): AppBskyFeedThreadgate.Record | null {
  const before = hiddenRepliesOf(current);
  if (before.includes(target) === hidden) return null;
  const after = hidden ? [...before, target] : before.filter((uri) => uri !== target);
  if (after.length > HIDDEN_REPLIES_PER_THREAD) {
    const message = `Sotto questo post sono già nascoste ${HIDDEN_REPLIES_PER_THREAD} risposte, il massimo ammesso da Bluesky.`;
    throw fault('not-possible', 'HiddenRepliesFull', message);
  }
  return { createdAt: now.toISOString(), post: root, ...current, $type: THREADGATE, hiddenReplies: after };
}

export async function setHidden(acting: Acting, hiding: Hiding): Promise<WriteOutcome> {
  const root = await rootOf(acting, hiding);
  return change(acting, root, (current) => withHiding(current, { root, ...hiding }, acting.now));
}

/** Who may reply to the post: nobody, or everybody. Null where nothing changes. */
export function withReplies(
  current: Readonly<Record<string, unknown>> | null,
  { root, open }: { root: string; open: boolean },
  now: Date,
): AppBskyFeedThreadgate.Record | null {
  if (open ? isOpen(current) : isClosed(current)) return null;
  const { allow: _, ...rest } = current ?? {};
  return {
    createdAt: now.toISOString(),
    post: root,
    ...rest,
    $type: THREADGATE,
    ...(open ? {} : { allow: [] }),
  };
}

const allowOf = (threadgate: unknown): unknown => (threadgate as { allow?: unknown } | null | undefined)?.allow;
const isClosed = (threadgate: unknown): boolean => {
  const allow = allowOf(threadgate);
  return Array.isArray(allow) && allow.length === 0;
};
/** Without a list everybody may. */
const isOpen = (threadgate: unknown): boolean => allowOf(threadgate) === undefined;

/** Whether a post of ours lets anybody reply. */
export interface Replies {
  readonly target: string;
  readonly open: boolean;
}

export async function setReplies(acting: Acting, { target, open }: Replies): Promise<WriteOutcome> {
  if (!belongsTo(acting.did, target)) throw fault('not-possible', 'NotOurPost', NOT_OUR_POST);
  await requireRecord(acting.agent, target);
  return change(acting, target, (current) => withReplies(current, { root: target, open }, acting.now));
}

export async function readReplies(
  { agent, did }: Pick<Acting, 'agent' | 'did'>,
  { target, open }: Replies,
): Promise<ReadBack> {
  const uri = uriOf(did, THREADGATE, rkeyOf(target));
  const threadgate = await readRecord(agent, uri);
  const asAsked = open ? isOpen(threadgate?.value) : isClosed(threadgate?.value);
  const proof = { threadgate: uri, cid: threadgate?.cid ?? null, allow: allowOf(threadgate?.value) ?? null };
  return { state: asAsked ? 'confirmed' : 'absent', proof };
}

/** Reads the threadgate of a post, changes it and writes it back, unless somebody else wrote it meanwhile. */
async function change(
  { agent, did }: Acting,
  root: string,
  changed: (current: StoredRecord['value'] | null) => AppBskyFeedThreadgate.Record | null,
): Promise<WriteOutcome> {
  const rkey = rkeyOf(root);
  const uri = uriOf(did, THREADGATE, rkey);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const current = await readRecord(agent, uri);
    const record = changed(current?.value ?? null);
    if (record === null) return { state: 'accepted', externalId: uri };
    if (await put(agent, { did, rkey, record, current })) return { state: 'accepted', externalId: uri };
  }
  throw fault('transient', 'InvalidSwap', 'Qualcun altro sta modificando la discussione su Bluesky: si riprova.');
}

/** False when someone wrote the record between our reading and our writing. */
async function put(
  agent: AtpAgent,
  {
    did,
    rkey,
    record,
    current,
  }: { did: string; rkey: string; record: AppBskyFeedThreadgate.Record; current: StoredRecord | null },
): Promise<boolean> {
  try {
    await send(() =>
      agent.com.atproto.repo.putRecord({
        repo: did,
        collection: THREADGATE,
        rkey,
        record,
        swapRecord: current?.cid ?? null,
      }),
    );
    return true;
  } catch (cause) {
    if (isNamed(cause, 'InvalidSwap')) return false;
    throw cause;
  }
}

export async function readHidden({ agent, did }: Pick<Acting, 'agent' | 'did'>, hiding: Hiding): Promise<ReadBack> {
  const root = await rootOf({ agent, did }, hiding);
  const uri = uriOf(did, THREADGATE, rkeyOf(root));
  const threadgate = await readRecord(agent, uri);
  const list = hiddenRepliesOf(threadgate?.value);
  const isHidden = list.includes(hiding.target);
  const proof = {
    threadgate: uri,
    cid: threadgate?.cid ?? null,
    target: hiding.target,
    hidden: isHidden,
    hiddenReplies: list.length,
  };
  return { state: isHidden === hiding.hidden ? 'confirmed' : 'absent', proof };
}

/** The root is read from the reply: the post the desk knows may be one of our replies in someone else's thread. */
async function rootOf(
  { agent, did }: Pick<Acting, 'agent' | 'did'>,
  { target, post, hidden }: Hiding,
): Promise<string> {
  const record = await readRecord(agent, target);
  if (record === null) {
    if (!hidden && post !== null && belongsTo(did, post)) return post;
    throw fault('not-found', 'RecordNotFound');
  }
  const root = ownRootOf(record.value, did);
  if (root === null) {
    throw fault('not-possible', 'NotOurThread', 'Si possono nascondere solo le risposte sotto i post dell’ente.');
  }
  return root;
}
