// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReadBack, WriteOutcome } from '../port.ts';
import { fault, send } from './errors.ts';
import { type Acting, belongsTo, POST, readRecord, rkeyOf } from './records.ts';

/** Only from our own repository; a deletion may be repeated. */
export async function removePost({ agent, did }: Acting, target: string): Promise<WriteOutcome> {
  if (!belongsTo(did, target)) {
    throw fault('not-possible', 'NotOurPost', 'Si possono eliminare solo i post dell’ente.');
  }
  await send(() => agent.com.atproto.repo.deleteRecord({ repo: did, collection: POST, rkey: rkeyOf(target) }));
  return { state: 'accepted' };
}

export async function readRemovedPost({ agent }: Pick<Acting, 'agent'>, target: string): Promise<ReadBack> {
  const found = (await readRecord(agent, target)) !== null;
  return { state: found ? 'absent' : 'confirmed', proof: { uri: target, found } };
}
