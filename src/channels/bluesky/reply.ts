// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReadBack, WriteOutcome } from '../port.ts';
import { fault, send } from './errors.ts';
import { type Acting, POST, readRecord, requireRecord, uriOf } from './records.ts';
import { tidFromKey } from './tid.ts';
import { isReplyTo, postRecord, textOf, threadUnder } from './wire.ts';

export interface Reply {
  readonly key: string;
  readonly target: string;
  readonly text: string;
}

/** The key of the record comes from the command's: a repetition finds the first one and writes nothing. */
export async function reply({ agent, did, now }: Acting, { key, target, text }: Reply): Promise<WriteOutcome> {
  const rkey = tidFromKey(key);
  const uri = uriOf(did, POST, rkey);
  const existing = await readRecord(agent, uri);
  if (existing !== null) {
    if (isReplyTo(existing, target)) return { state: 'accepted', externalId: uri };
    throw fault('rejected-content', 'KeyTaken', 'La stessa chiave è già servita per un’altra risposta.');
  }
  const record = postRecord({ text, thread: threadUnder(await requireRecord(agent, target)) }, now);
  await send(() => agent.com.atproto.repo.createRecord({ repo: did, collection: POST, rkey, record }));
  return { state: 'accepted', externalId: uri };
}

export async function readReply(
  { agent, did }: Pick<Acting, 'agent' | 'did'>,
  { key, target }: Reply,
): Promise<ReadBack> {
  const uri = uriOf(did, POST, tidFromKey(key));
  const stored = await readRecord(agent, uri);
  if (stored === null || !isReplyTo(stored, target)) return { state: 'absent', proof: { uri } };
  return { state: 'confirmed', proof: { uri, cid: stored.cid ?? null, text: textOf(stored.value) } };
}
