// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AppBskyGraphBlock, AtpAgent } from '@atproto/api';
import type { Command, ReadBack, WriteOutcome } from '../port.ts';
import { send } from './errors.ts';
import { type Acting, BLOCK, ownRecords, rkeyOf, uriOf } from './records.ts';
import { tidFromKey } from './tid.ts';

/** A ban of an author (a DID) from our threads: a public record of our repository. */
export type Ban = Extract<Command, { type: 'ban' | 'unban' }>;

export const blockRecord = (author: string, at: Date): AppBskyGraphBlock.Record => ({
  $type: BLOCK,
  subject: author,
  createdAt: at.toISOString(),
});

/** The block in force, made by us or in the app. Our repository knows at once what the AppView tells with a delay. */
async function blockOf(agent: AtpAgent, did: string, author: string): Promise<string | null> {
  for await (const { uri, value } of ownRecords(agent, did, BLOCK)) if (value.subject === author) return uri;
  return null;
}

/** The key of the record comes from the command's: a repetition lands on the first one. */
export async function ban({ agent, did, now }: Acting, { key, target: author }: Ban): Promise<WriteOutcome> {
  const existing = await blockOf(agent, did, author);
  if (existing !== null) return { state: 'accepted', externalId: existing };
  const rkey = tidFromKey(key);
  await send(() =>
    agent.com.atproto.repo.createRecord({ repo: did, collection: BLOCK, rkey, record: blockRecord(author, now) }),
  );
  return { state: 'accepted', externalId: uriOf(did, BLOCK, rkey) };
}

/** Takes away the block in force, whichever record it is; a deletion may be repeated. */
export async function unban({ agent, did }: Acting, { target: author }: Ban): Promise<WriteOutcome> {
  const uri = await blockOf(agent, did, author);
  if (uri === null) return { state: 'accepted' };
  await send(() => agent.com.atproto.repo.deleteRecord({ repo: did, collection: BLOCK, rkey: rkeyOf(uri) }));
  return { state: 'accepted', externalId: uri };
}

export async function readBan(
  { agent, did }: Pick<Acting, 'agent' | 'did'>,
  { type, target: author }: Ban,
): Promise<ReadBack> {
  const uri = await blockOf(agent, did, author);
  const isBanned = uri !== null;
  return { state: isBanned === (type === 'ban') ? 'confirmed' : 'absent', proof: { author, block: uri } };
}
