// SPDX-License-Identifier: AGPL-3.0-or-later
// The running network as a story sees it: people who write, people who look, moderators who receive reports.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AppBskyFeedDefs, AppBskyFeedPost, AtpAgent, RichText, type ToolsOzoneModerationDefs } from '@atproto/api';
import { blueskyAdapter } from '../../src/channels/bluesky/adapter.ts';
import type { NetworkAdapter } from '../../src/channels/port.ts';

/** Written by serve.ts; its path is in the environment. */
export interface NetworkDescription {
  readonly pds: string;
  /** An account server that refuses too many calls. */
  readonly strictPds: string;
  readonly appView: string;
  readonly ozone: string;
  readonly plc: string;
  /** Our own desk in the servers' process: settling and the moderators' view. */
  readonly control: string;
  readonly admin: { readonly user: string; readonly password: string };
  readonly sessionSecret: string;
  readonly serverDid: string;
}

export interface Person {
  readonly did: string;
  readonly handle: string;
  readonly password: string;
  readonly agent: AtpAgent;
}

export interface Post {
  readonly uri: string;
  readonly cid: string;
}

/** A reply as a viewer's thread shows it. */
export interface ThreadReply {
  readonly uri: string;
  readonly text: string;
  readonly author: string;
}

export interface Thread {
  /** Replies that the viewer's client shows at once, the nested ones too. */
  readonly replies: readonly ThreadReply[];
  /** Uris that the author of the thread has hidden, as the AppView tells every client. */
  readonly hidden: readonly string[];
}

/** How often an order is repeated whose outcome the servers leave open. */
const REPETITIONS = 5;

/**
 * Bluesky as the desk's delivery uses it: a real server now and then answers 500 to an order in good form, and the same order
 * once more, under the same key, is then carried out once.
 */
export function deliveredToBluesky(): NetworkAdapter {
  const adapter = blueskyAdapter();
  return {
    ...adapter,
    async write(...order) {
      let outcome = await adapter.write(...order);
      for (let again = 0; outcome.state === 'unknown' && again < REPETITIONS; again += 1) {
        outcome = await adapter.write(...order);
      }
      return outcome;
    },
  };
}

export function describeNetwork(): NetworkDescription {
  const file = process.env.PORTAVOCE_NETWORK;
  assert.ok(file, 'these stories need the network: run `npm run test:networks`');
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${describeNetwork().control}${path}`);
  const body = await response.json();
  assert.ok(response.ok, `${path}: ${JSON.stringify(body)}`);
  return body as Answer;
}

/** Returns when every server has seen what was written so far. */
export const settle = (): Promise<unknown> => ask('/settle');

/** `name` becomes the handle `name.test`; names are used once per network. */
export async function createAccount(name: string): Promise<Person> {
  const handle = `${name}.test`;
  const password = `una frase lunga per ${name}`;
  const agent = new AtpAgent({ service: describeNetwork().pds });
  const { data } = await agent.createAccount({ handle, password, email: `${name}@example.test` });
  return { did: data.did, handle, password, agent };
}

/** An application password, as a body would give it to the desk. */
export async function createAppPassword(person: Person, name = 'portavoce'): Promise<string> {
  const { data } = await person.agent.com.atproto.server.createAppPassword({ name });
  return data.password;
}

async function publish(person: Person, text: string, more: Partial<AppBskyFeedPost.Record> = {}): Promise<Post> {
  const rich = new RichText({ text });
  await rich.detectFacets(person.agent);
  const { uri, cid } = await person.agent.post({
    text: rich.text,
    ...(rich.facets === undefined ? {} : { facets: rich.facets }),
    langs: ['it'],
    createdAt: new Date().toISOString(),
    ...more,
  });
  return { uri, cid };
}

/** A post of its own; `@handle.test` in the text becomes a mention. */
export const post = (person: Person, text: string): Promise<Post> => publish(person, text);

/** A reply to `parent`; the root of the thread is read from it. */
export async function reply(person: Person, parent: Post, text: string): Promise<Post> {
  const [, , did, collection, rkey] = parent.uri.split('/');
  assert.ok(did && collection && rkey, parent.uri);
  const { data } = await person.agent.com.atproto.repo.getRecord({ repo: did, collection, rkey });
  const above = AppBskyFeedPost.isRecord(data.value) ? (data.value as AppBskyFeedPost.Record).reply : undefined;
  return publish(person, text, { reply: { root: above?.root ?? parent, parent } });
}

/** A post that quotes another. */
export const quote = (person: Person, quoted: Post, text: string): Promise<Post> =>
  publish(person, text, { embed: { $type: 'app.bsky.embed.record', record: quoted } });

export async function removePost(person: Person, written: Post): Promise<void> {
  await person.agent.deletePost(written.uri);
}

function gather(node: AppBskyFeedDefs.ThreadViewPost, found: ThreadReply[]): void {
  for (const child of node.replies ?? []) {
    if (child.$type !== 'app.bsky.feed.defs#threadViewPost') continue;
    const view = child as AppBskyFeedDefs.ThreadViewPost;
    const text = (view.post.record as { text?: string }).text ?? '';
    found.push({ uri: view.post.uri, text, author: view.post.author.did });
    gather(view, found);
  }
}

/** The thread under `root` as the AppView gives it to `viewer`, after settling. Clients leave out the hidden replies. */
export async function thread(viewer: Person, root: Post): Promise<Thread> {
  await settle();
  const { data } = await viewer.agent.app.bsky.feed.getPostThread({ uri: root.uri, depth: 10 });
  assert.equal(data.thread.$type, 'app.bsky.feed.defs#threadViewPost', `thread not found: ${root.uri}`);
  const view = data.thread as AppBskyFeedDefs.ThreadViewPost;
  const record = view.post.threadgate?.record as { hiddenReplies?: string[] } | undefined;
  const hidden = record?.hiddenReplies ?? [];
  const replies: ThreadReply[] = [];
  gather(view, replies);
  return { replies: replies.filter((found) => !hidden.includes(found.uri)), hidden };
}

/** Reports that reached the moderators of Ozone, of one subject (uri or DID) or of all. */
export async function ozoneReports(subject?: string): Promise<readonly ToolsOzoneModerationDefs.ModEventView[]> {
  return ask(`/reports${subject === undefined ? '' : `?subject=${encodeURIComponent(subject)}`}`);
}

/** An access token of `did` that the account server signed as it does, an hour too old. */
export function expiredToken(did: string): string {
  const { sessionSecret, serverDid } = describeNetwork();
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { scope: 'com.atproto.appPassPrivileged', sub: did, aud: serverDid, iat: now - 7200, exp: now - 3600 };
  const body = `${encode({ typ: 'at+jwt', alg: 'HS256' })}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', sessionSecret).update(body).digest('base64url')}`;
}
