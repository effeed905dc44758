// SPDX-License-Identifier: AGPL-3.0-or-later
import { usageHeaders } from '../graph/edges.ts';
import { json } from '../town/call.ts';
import type { NetworkDefinition } from '../town/network.ts';
import { answer } from './answer.ts';
import { TOKENS } from './login.ts';
import { type RefusalName, refuse } from './refusals.ts';
import { webhook } from './webhook.ts';

const refusal = (name: RefusalName) => () => refuse(name);

/** Threads: its interface at the root of its port, with an application and a secret of its own. */
export const threads: NetworkDefinition = {
  name: 'threads',
  label: 'Threads',
  ids: {
    first: 18_000_000_000_000_000n,
    post: (number) => `${number}`,
    comment: (number) => `${number}`,
    author: (number) => `${number}`,
    message: (number) => `${number}`,
  },
  secrets: ['appId', 'appSecret', 'verifyToken'],
  tokens: TOKENS,
  habits: { closing: 'keeps', banning: 'hides' },
  refusals: {
    'rate-limited': refusal('rate-limited'),
    'token-expired': refusal('token-expired'),
    'password-changed': refusal('password-changed'),
    'role-lost': refusal('role-lost'),
    'permission-missing': refusal('permission-missing'),
    blocked: refusal('blocked'),
    'comments-disabled': refusal('replies-closed'),
    'rejected-content': refusal('text-too-long'),
    'not-found': refusal('gone'),
  },
  serverError: refusal('server-error'),
  ownFaults: {
    'container-fails': { says: 'a container is made, and its video cannot be fetched' },
    'container-unknown': { says: 'a container is made, and fails for no reason told' },
    'container-slow': { says: 'a container is made, and is never ready' },
    'container-expires': { says: 'a container is made, and has expired when it is looked at' },
    'daily-maximum': { says: 'no more posts or replies today', refuse: refusal('daily-maximum') },
    'no-id-after-effect': {
      says: 'done, but the answer says success instead of the id',
      after: () => json({ success: true }),
    },
  },
  kindOf: ({ method, path }) =>
    path.some((part) => part === 'oauth' || part.endsWith('access_token'))
      ? 'aside'
      : method === 'GET'
        ? 'read'
        : 'write',
  answer,
  headers: ({ stage, fault }) =>
    usageHeaders(stage.usage(), {
      account: [...stage.world.accounts.keys()][0] ?? '0',
      type: 'threads',
      limited: fault === 'rate-limited',
    }),
  secretParameters: ['access_token', 'client_secret', 'input_token', 'code'],
  webhook,
  screen: {
    attaches: ['writing'],
    can: ['comment', 'reply', 'mention', 'edit', 'delete', 'like'],
    colours: { main: '#333333', tint: '#f1f1ef' },
    words: { post: 'thread', posts: 'thread', comment: 'risposta', comments: 'risposte', reply: 'risposta' },
    hidden: { public: 'Risposta nascosta dall’autore del thread.', author: null },
    held: 'In attesa che l’autore del thread la approvi.',
    banned: 'Questo account ti ha bloccato: non puoi rispondergli.',
  },
};
