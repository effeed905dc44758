// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Call } from '../town/call.ts';
import type { NetworkDefinition, Stage, TokenHabits } from '../town/network.ts';
import { bearerOf } from '../town/parameters.ts';
import { holderOf, type TokenFault } from '../town/tokens.ts';
import { comments, socialMetadata } from './comments.ts';
import { eventSubscriptions } from './event-subscriptions.ts';
import { activityOf } from './names.ts';
import { oauth } from './oauth.ts';
import { networkSize, notifications, organization, roles, statistics } from './organization.ts';
import { posts } from './posts.ts';
import type { Answered, Question } from './question.ts';
import { type RefusalName, refuse } from './refusals.ts';
import { receive, uploads } from './uploads.ts';
import { webhook } from './webhook.ts';

const RESOURCES: Readonly<Record<string, (question: Question) => Answered>> = {
  posts,
  images: uploads,
  videos: uploads,
  socialActions: comments,
  socialMetadata,
  organizationAcls: roles,
  organizations: organization,
  organizationalEntityNotifications: notifications,
  organizationalEntityShareStatistics: statistics,
  networkSizes: networkSize,
  eventSubscriptions,
};

const NEWEST_VERSION = 202609;
const OLDEST_VERSION = 202510;

const TOKEN_REFUSALS: Readonly<Record<TokenFault, RefusalName>> = {
  unknown: 'token-invalid',
  used: 'token-invalid',
  revoked: 'token-revoked',
  expired: 'token-expired',
  'password-changed': 'token-revoked',
  'role-lost': 'role-lost',
};

const tokens: TokenHabits = {
  access: { credential: 'accessToken', seconds: 60 * 86_400 },
  // A year from consent, whatever is renewed meanwhile.
  refresh: { credential: 'refreshToken', seconds: 365 * 86_400, rotates: false },
};

function answer(call: Call, stage: Stage): Answered {
  const [root] = call.path;
  if (root === 'oauth') return oauth(call, stage, tokens);
  if (root === 'dms-uploads') return receive(call, stage);
  return root === 'rest' ? rest(call, stage) : refuse('unknown-path');
}

function rest(call: Call, stage: Stage): Answered {
  const wrong = wrongHeaders(call);
  if (wrong !== null) return refuse(wrong);
  const page = holderOf(bearerOf(call), stage);
  if (typeof page === 'string') return refuse(TOKEN_REFUSALS[page]);
  const path = call.path.slice(1);
  const resource = RESOURCES[path[0] ?? ''];
  return resource === undefined ? refuse('unknown-path') : resource({ call, page, stage, path });
}

function wrongHeaders({ headers, target }: Call): RefusalName | null {
  const version = headers['linkedin-version'];
  if (typeof version !== 'string' || !/^\d{6}$/.test(version)) return 'no-version';
  if (Number(version) > NEWEST_VERSION || Number(version) < OLDEST_VERSION) return 'retired-version';
  if (headers['x-restli-protocol-version'] !== '2.0.0') return 'no-protocol';
  return target.includes('urn:li:') ? 'unescaped-urn' : null;
}

/** LinkedIn pages: `/rest/…`, signing in at `/oauth/v2/…`, uploads at `/dms-uploads/…`. */
export const linkedin: NetworkDefinition = {
  name: 'linkedin',
  label: 'LinkedIn',
  ids: {
    first: 7_300_000_000_000_000_000n,
    post: (number) => `urn:li:share:${number}`,
    comment: (number, { post }) => `urn:li:comment:(${activityOf(post.id)},${number})`,
    author: (number) => `urn:li:person:${number.toString(36)}`,
    message: (number) => `urn:li:message:${number}`,
  },
  secrets: ['clientId', 'clientSecret', 'applicationId'],
  tokens,
  habits: { closing: 'deletes', banning: 'keeps' },
  refusals: {
    'rate-limited': () => refuse('rate-limited'),
    'token-expired': () => refuse('token-expired'),
    'password-changed': () => refuse('token-revoked'),
    'role-lost': () => refuse('role-lost'),
    'permission-missing': () => refuse('permission-missing'),
    blocked: () => refuse('blocked'),
    'comments-disabled': () => refuse('comments-closed'),
    'rejected-content': () => refuse('rejected-content'),
    'not-found': () => refuse('not-found'),
  },
  serverError: () => refuse('server-error'),
  ownFaults: {
    'retired-version': { says: 'the version is no longer answered (426)', refuse: () => refuse('retired-version') },
    throttled: { says: 'too many comments in a minute (429)', refuse: () => refuse('throttled') },
    'not-yours': { says: 'deleting a member’s comment is refused (403)' },
    'reads-nothing': { says: 'the role may write and not read: empty lists, without an error' },
    'told-twice': { says: 'each notification comes twice' },
    'silent-truncation': { says: 'the post is cut at 30 characters, without a word' },
    'slow-processing': { says: 'what is uploaded is not ready at the first look' },
    'processing-failed': { says: 'what was uploaded cannot be processed' },
    'no-id': {
      says: 'done, but the answer bears no id',
      after: ({ status }) => ({ status, body: '' }),
    },
  },
  kindOf: ({ method, path }) =>
    path[0] === 'oauth' || path[1] === 'eventSubscriptions' ? 'aside' : method === 'GET' ? 'read' : 'write',
  answer,
  headers: ({ stage }) => ({ 'x-li-uuid': `AAY${stage.now().getTime().toString(36)}` }),
  secretParameters: ['client_secret', 'token', 'refresh_token', 'code', 'access_token'],
  webhook,
  screen: {
    can: ['comment', 'reply', 'mention', 'edit', 'delete', 'like'],
    colours: { main: '#0b5c7d', tint: '#e6f1f5' },
    words: { post: 'post', posts: 'post', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: null, author: null },
    held: 'In attesa di approvazione.',
    banned: 'La pagina ti ha bloccato: non puoi scrivere qui.',
  },
};
