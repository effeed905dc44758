// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer, Call, Reply } from '../town/call.ts';
import type { Asked, Stage } from '../town/network.ts';
import { stranger } from '../town/parameters.ts';
import { callerOf, createSession, getSession, refreshSession } from './access.ts';
import { uploadBlob } from './blobs.ts';
import type { Within } from './changes.ts';
import { CHAT_SERVICE, getMessages, listConvos, sendMessage } from './chat.ts';
import { invalid, refuse } from './refusals.ts';
import { createReport } from './reports.ts';
import { applyWrites, createRecord, deleteRecord, getRecord, listRecords, putRecord } from './repository.ts';
import { getPosts, getProfile, listNotifications } from './views.ts';

interface Method {
  readonly verb: 'GET' | 'POST';
  /** Names that the query may have, and must have. */
  readonly known: readonly string[];
  readonly needed: readonly string[];
  answer(within: Within): Answer | Asked;
}

const query = (answer: Method['answer'], needed: readonly string[] = [], more: readonly string[] = []): Method => ({
  ...{ verb: 'GET', known: [...needed, ...more], needed, answer },
});
const procedure = (answer: Method['answer']): Method => ({ verb: 'POST', known: [], needed: [], answer });

const PAGING = ['limit', 'cursor'];

const METHODS: Readonly<Record<string, Method>> = {
  'com.atproto.server.getSession': query(({ account }) => getSession(account)),
  'com.atproto.repo.getRecord': query(getRecord, ['repo', 'collection', 'rkey'], ['cid']),
  'com.atproto.repo.listRecords': query(listRecords, ['repo', 'collection'], [...PAGING, 'reverse']),
  'com.atproto.repo.createRecord': procedure(createRecord),
  'com.atproto.repo.putRecord': procedure(putRecord),
  'com.atproto.repo.deleteRecord': procedure(deleteRecord),
  'com.atproto.repo.applyWrites': procedure(applyWrites),
  'com.atproto.repo.uploadBlob': procedure(({ call, stage }) => uploadBlob(call, stage)),
  'com.atproto.moderation.createReport': procedure(createReport),
  'app.bsky.feed.getPosts': query(getPosts, ['uris']),
  'app.bsky.actor.getProfile': query(getProfile, ['actor']),
  'app.bsky.notification.listNotifications': query(listNotifications, [], [...PAGING, 'reasons', 'priority', 'seenAt']),
  'chat.bsky.convo.listConvos': query(listConvos, [], [...PAGING, 'readState', 'status']),
  'chat.bsky.convo.getMessages': query(getMessages, ['convoId'], PAGING),
  'chat.bsky.convo.sendMessage': procedure(sendMessage),
};

/** An account server with everything behind it: `/xrpc/…`. */
export function xrpcReply(call: Call, stage: Stage): Reply | Asked {
  const [root, name = '', ...more] = call.path;
  if (root !== 'xrpc' || more.length > 0) return refuse('no-such-method');
  const own = `${call.method} ${name}`;
  if (own === 'POST com.atproto.server.createSession') return createSession(call, stage);
  if (own === 'POST com.atproto.server.refreshSession') return refreshSession(call, stage);
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method === undefined || method.verb !== call.method) return refuse('no-such-method');
  const account = callerOf(call, stage);
  if (typeof account === 'string') return refuse(account);
  // Of private messages an account server knows nothing: it hands them on, to whom it is told.
  if (name.startsWith('chat.') && call.headers['atproto-proxy'] !== CHAT_SERVICE) return refuse('no-such-method');
  const unknown = stranger(call.query, method.known);
  if (unknown !== null) return invalid(`Unknown parameter: ${unknown}`);
  const missing = method.needed.find((one) => !call.query.has(one));
  if (missing !== undefined) return invalid(`Params must have the property "${missing}"`);
  return method.answer({ call, account, stage });
}
