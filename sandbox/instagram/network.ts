// SPDX-License-Identifier: AGPL-3.0-or-later
import { usageHeaders } from '../graph/edges.ts';
import { json } from '../town/call.ts';
import type { NetworkDefinition } from '../town/network.ts';
import { TOKENS } from './access.ts';
import { answer } from './answer.ts';
import { type RefusalName, refuse } from './refusals.ts';
import { webhook } from './webhook.ts';

const refusal = (name: RefusalName) => () => refuse(name);

/** Instagram for professional accounts; an account's `route` among its credentials says by which of its ways it came in. */
export const instagram: NetworkDefinition = {
  name: 'instagram',
  label: 'Instagram',
  ids: {
    first: 17_900_000_000_000_000n,
    post: (number) => `${number}`,
    comment: (number) => `${number}`,
    author: (number) => `${number}`,
    message: (number) => Buffer.from(`ig_mid:${number}`).toString('base64url'),
    conversation: (number) => Buffer.from(`ig_thread:${number}`).toString('base64url'),
  },
  secrets: ['appId', 'appSecret', 'verifyToken'],
  tokens: TOKENS,
  habits: { closing: 'keeps', banning: 'keeps' },
  refusals: {
    'rate-limited': refusal('rate-limited'),
    'token-expired': refusal('token-expired'),
    'password-changed': refusal('password-changed'),
    'role-lost': refusal('role-lost'),
    'permission-missing': refusal('permission-missing'),
    blocked: refusal('blocked'),
    'comments-disabled': refusal('comments-disabled'),
    'window-closed': refusal('window-closed'),
    'rejected-content': refusal('text-too-long'),
    'not-found': refusal('gone'),
  },
  serverError: refusal('server-error'),
  ownFaults: {
    'container-fails': { says: 'a container is made, and comes to nothing (2207026)' },
    'container-slow': { says: 'a container is made, and is never ready' },
    'container-expires': { says: 'a container is made, and has expired when it is looked at' },
    'comments-missing': { says: 'a list of comments is empty, without an error, where there are some' },
    'not-ready': { says: 'what is to be published is not ready (9007/2207027)', refuse: refusal('not-ready') },
    'suspected-spam': { says: 'what is written is taken for spam (4/2207051)', refuse: refusal('suspected-spam') },
    'daily-maximum': { says: 'no more posts today (9/2207042)', refuse: refusal('daily-maximum') },
    'account-restricted': {
      says: 'the account is restricted, a person must log in (25/2207050)',
      refuse: refusal('account-restricted'),
    },
    'download-timeout': { says: 'the file takes too long to come (-2/2207003)', refuse: refusal('download-timeout') },
    'no-id-after-effect': {
      says: 'done, but the answer says success instead of the id',
      after: () => json({ success: true }),
    },
  },
  kindOf: ({ method, path }) =>
    path.some((part) => ['oauth', 'subscriptions', 'subscribed_apps'].includes(part) || part.endsWith('access_token'))
      ? 'aside'
      : method === 'GET'
        ? 'read'
        : 'write',
  answer,
  headers: ({ stage, fault }) =>
    usageHeaders(stage.usage(), {
      account: [...stage.world.accounts.keys()][0] ?? '0',
      type: 'instagram',
      limited: fault === 'rate-limited',
    }),
  secretParameters: [
    'access_token',
    'appsecret_proof',
    'client_secret',
    'fb_exchange_token',
    'input_token',
    'code',
    'verify_token',
  ],
  webhook,
  screen: {
    can: ['comment', 'reply', 'mention', 'message', 'delete', 'like'],
    colours: { main: '#8a2a6b', tint: '#f8ebf3' },
    words: { post: 'post', posts: 'post', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: null, author: null },
    held: 'In attesa.',
    banned: 'Questo account ti ha bloccato: non puoi vederlo né scrivergli.',
  },
};
