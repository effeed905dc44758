// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer, Call } from '../town/call.ts';
import type { NetworkDefinition, Stage, TokenHabits } from '../town/network.ts';
import { holderOf } from '../town/tokens.ts';
import { hide, listComments, listReplies, reply } from './comments.ts';
import { authorize, businessTokens, postingTokens } from './oauth.ts';
import { posting } from './posting.ts';
import type { Answered, Question } from './question.ts';
import { type BusinessRefusal, type PostingRefusal, refuse, refusePosting } from './refusals.ts';
import { updateWebhook } from './telling.ts';
import { listVideos, profile } from './videos.ts';
import { webhook } from './webhook.ts';

const BUSINESS: Readonly<Record<string, (question: Question) => Answered>> = {
  'GET business/get': profile,
  'GET business/video/list': listVideos,
  'GET business/comment/list': listComments,
  'GET business/comment/reply/list': listReplies,
  'POST business/comment/reply/create': reply,
  'POST business/comment/hide': hide,
};

const tokens: TokenHabits = {
  access: { credential: 'accessToken', seconds: 86_400 },
  refresh: { credential: 'refreshToken', seconds: 365 * 86_400, rotates: true },
};

const isPosting = ({ path }: Call): boolean => path[0] === 'v2' && path[1] === 'post';

function answer(call: Call, stage: Stage): Answered {
  const { path } = call;
  if (isPosting(call)) return posting(call, stage);
  if (path[0] === 'v2') return path[1] === 'auth' ? authorize(call, stage) : postingTokens(call, stage);
  if (path[0] !== 'open_api' || path[1] !== 'v1.3') return refuse('bad-field', 'unknown address');
  if (path[2] === 'tt_user') return businessTokens(call, stage, tokens);
  if (path[3] === 'webhook') return updateWebhook(call, stage);
  const token = call.headers['access-token'];
  const account = holderOf(typeof token === 'string' ? token : undefined, stage);
  if (typeof account === 'string') return refuse('token-expired');
  const asked = BUSINESS[`${call.method} ${path.slice(2).join('/')}`];
  if (asked === undefined) return refuse('bad-field', 'unknown address');
  if (call.method === 'GET' && call.query.get('business_id') !== account.id) return refuse('permission-missing');
  return asked({ call, account, stage });
}

/** The same trouble in the words of whichever of the two interfaces was asked. */
const either =
  (business: BusinessRefusal, post: PostingRefusal) =>
  (call: Call): Answer =>
    isPosting(call) ? refusePosting(post) : refuse(business);

/** Signing in and renewing are not struck; what only asks is a read, though it be a POST. */
function kindOf({ method, path }: Call): 'write' | 'read' | 'aside' {
  if ((path[0] === 'v2' && path[1] !== 'post') || path.includes('oauth2') || path.includes('webhook')) {
    return 'aside';
  }
  if (method === 'GET' || ['creator_info', 'status'].includes(path[3] ?? '') || path[3] === 'token_info') return 'read';
  return 'write';
}

/** TikTok: comments at `/open_api/v1.3/…`, posting at `/v2/post/…`, on one port here and on two hosts there. */
export const tiktok: NetworkDefinition = {
  name: 'tiktok',
  label: 'TikTok',
  ids: {
    first: 7_400_000_000_000_000_000n,
    post: (number) => `${number}`,
    comment: (number) => `${number}`,
    author: (number) => `uid-${number.toString(36)}`,
    message: (number) => `${number}`,
  },
  secrets: ['appId', 'appSecret', 'clientKey', 'clientSecret'],
  tokens,
  habits: { closing: 'keeps', banning: 'keeps' },
  refusals: {
    'rate-limited': either('rate-limited', 'rate-limited'),
    'token-expired': either('token-expired', 'token-expired'),
    'role-lost': either('permission-missing', 'permission-missing'),
    'permission-missing': either('permission-missing', 'permission-missing'),
    blocked: either('blocked', 'blocked'),
    'rejected-content': either('bad-field', 'bad-field'),
    'not-found': either('not-found', 'not-found'),
  },
  serverError: either('server-error', 'server-error'),
  ownFaults: {
    'day-spent': { says: 'no more calls until midnight UTC', refuse: either('day-spent', 'user-cap') },
    'too-many-posts': { says: 'posting is refused as spam', refuse: () => refusePosting('too-many-posts') },
    'url-not-yours': {
      says: 'the address of the file is not of a verified domain',
      refuse: () => refusePosting('url-not-yours'),
    },
    unaudited: { says: 'the application may post only in private' },
    'publish-fails': { says: 'what was taken is not published' },
    'never-public': { says: 'publishing is complete, and TikTok lets nobody see it' },
    'publish-slow': { says: 'publishing takes several looks' },
    'reply-set-aside': { says: 'the reply is accepted, taken for spam and hidden' },
    'short-pages': { says: 'a page has fewer comments than asked for, and there are more' },
    withheld: { says: 'a page without comments, though there are some' },
  },
  kindOf,
  answer,
  secretParameters: ['access_token', 'refresh_token', 'client_secret', 'auth_code', 'secret'],
  webhook,
  screen: {
    can: ['comment', 'reply', 'delete', 'like'],
    colours: { main: '#7a1440', tint: '#faeaf0' },
    words: { post: 'video', posts: 'video', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: null, author: 'Lo vedi solo tu.' },
    held: 'In attesa di approvazione.',
    banned: 'Questo account ti ha bloccato.',
  },
};
