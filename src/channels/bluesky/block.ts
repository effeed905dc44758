// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AppBskyGraphBlock, AtpAgent } from '@atproto/api';
import type { ReadBack, WriteOutcome } from '../port.ts';
import { send } from './errors.ts';
import { type Acting, BLOCK, readRecord, rkeyOf, uriOf } from './records.ts';
import { tidFromKey } from './tid.ts';

/** A ban of an author (a DID) from our threads: a public record of our repository. */
export interface Ban {
  readonly key: string;
  readonly author: string;
}

export const blockRecord = (author: string, at: Date): AppBskyGraphBlock.Record => ({
  $type: BLOCK,
  subject: author,
  createdAt: at.toISOString(),
});

/** The block in force, made by us or in the app: the AppView tells which record it is. */
async function blockOf(agent: AtpAgent, author: string): Promise<string | null> {
  const { data } = await agent.app.bsky.actor.getProfile({ actor: author });
  return data.viewer?.blocking ?? null;
}

export async function ban({ agent, did, now }: Acting, { key, author }: Ban): Promise<WriteOutcome> {
  const rkey = tidFromKey(key);
  const uri = uriOf(did, BLOCK, rkey);
  const existing = (await readRecord(agent, uri))?.uri ?? (await blockOf(agent, author));
  if (existing !== null) return { state: 'accepted', externalId: existing };
  await send(() =>
    agent.com.atproto.repo.createRecord({ repo: did, collection: BLOCK, rkey, record: blockRecord(author, now) }),
  );
  return { state: 'accepted', externalId: uri };
}

/** Takes away the block in force; a deletion may be repeated. */
export async function unban({ agent, did }: Acting, { key, author }: Ban): Promise<WriteOutcome> {
  const ours = await readRecord(agent, uriOf(did, BLOCK, tidFromKey(key)));
  const uri = ours?.uri ?? (await blockOf(agent, author));
  if (uri === null) return { state: 'accepted' };
  await send(() => agent.com.atproto.repo.deleteRecord({ repo: did, collection: BLOCK, rkey: rkeyOf(uri) }));
  return { state: 'accepted', externalId: uri };
}

export async function readBan({ agent, did }: Pick<Acting, 'agent' | 'did'>, { key, author }: Ban): Promise<ReadBack> {
  const uri = (await readRecord(agent, uriOf(did, BLOCK, tidFromKey(key))))?.uri ?? (await blockOf(agent, author));
  return uri === null ? { state: 'absent', proof: { author } } : { state: 'confirmed', proof: { author, block: uri } };
}
