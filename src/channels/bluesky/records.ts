// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AtpAgent, AtUri } from '@atproto/api';
import { fault, isNamed } from './errors.ts';

export const POST = 'app.bsky.feed.post';
export const THREADGATE = 'app.bsky.feed.threadgate';
export const BLOCK = 'app.bsky.graph.block';

/** The account that acts, signed in, and the moment. */
export interface Acting {
  readonly agent: AtpAgent;
  readonly did: string;
  readonly now: Date;
  readonly timeoutMilliseconds: number;
}

/** A record as its repository holds it. */
export interface StoredRecord {
  readonly uri: string;
  readonly cid: string | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

export const uriOf = (did: string, collection: string, rkey: string): string => `at://${did}/${collection}/${rkey}`;
export const rkeyOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
/** True where the record lies in the repository of `did`. */
export const belongsTo = (did: string, uri: string): boolean => uri.startsWith(`at://${did}/`);

/** Null when the network says that it is not there; our own come from our repository, the others from the AppView. */
export async function readRecord(agent: AtpAgent, uri: string): Promise<StoredRecord | null> {
  const { host, collection, rkey } = parse(uri);
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo: host, collection, rkey });
    return { uri: data.uri, cid: data.cid, value: data.value };
  } catch (cause) {
    if (isNamed(cause, 'RecordNotFound')) return null;
    throw cause;
  }
}

const PAGE = 100;

/** Our records of one kind, page after page; the network returns them by falling record key. */
export async function* ownRecords(agent: AtpAgent, did: string, collection: string): AsyncGenerator<StoredRecord> {
  let cursor: string | undefined;
  do {
    const { data } = await agent.com.atproto.repo.listRecords({
      repo: did,
      collection,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { uri, cid, value } of data.records) yield { uri, cid, value };
    cursor = data.records.length < PAGE ? undefined : data.cursor;
  } while (cursor !== undefined);
}

/** `readRecord` for what must be there to go on. */
export async function requireRecord(agent: AtpAgent, uri: string): Promise<StoredRecord & { readonly cid: string }> {
  const record = await readRecord(agent, uri);
  if (record?.cid === undefined) throw fault('not-found', 'RecordNotFound');
  return { ...record, cid: record.cid };
}

function parse(uri: string): AtUri {
  try {
    return new AtUri(uri);
  } catch {
    throw fault('not-found', 'InvalidUri', 'L’identificativo non è quello di un intervento su Bluesky.');
  }
}
