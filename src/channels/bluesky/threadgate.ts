// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AppBskyFeedThreadgate, AtpAgent } from '@atproto/api';
import type { ReadBack, WriteOutcome } from '../port.ts';
import { fault, isNamed, send } from './errors.ts';
import { HIDDEN_REPLIES_PER_THREAD } from './limits.ts';
import { type Acting, belongsTo, readRecord, rkeyOf, type StoredRecord, THREADGATE, uriOf } from './records.ts';
import { ownRootOf } from './wire.ts';

// Hiding: the root post's threadgate, a record of our own repository with the post's key, lists the replies that clients
// leave out of the thread. The same record says who may reply: that part is never touched.

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
    const message = `Sotto questo post sono già nascoste ${HIDDEN_REPLIES_PER_THREAD} risposte, il massimo ammesso da Bluesky`;
    throw fault('not-possible', 'HiddenRepliesFull', message);
  }
  return { createdAt: now.toISOString(), post: root, ...current, $type: THREADGATE, hiddenReplies: after };
}

export async function setHidden({ agent, did, now }: Acting, hiding: Hiding): Promise<WriteOutcome> {
  const root = await rootOf({ agent, did }, hiding);
  const rkey = rkeyOf(root);
  const uri = uriOf(did, THREADGATE, rkey);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const current = await readRecord(agent, uri);
    const record = withHiding(current?.value ?? null, { root, ...hiding }, now);
    if (record === null) return { state: 'accepted', externalId: uri };
    if (await put(agent, { did, rkey, record, current })) return { state: 'accepted', externalId: uri };
  }
  throw fault('transient', 'InvalidSwap', 'Qualcun altro sta modificando la discussione su Bluesky: si riprova');
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
    throw fault('not-possible', 'NotOurThread', "Si possono nascondere solo le risposte sotto i post dell'ente");
  }
  return root;
}
