// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkDefinition, Stage } from '../town/network.ts';
import { TOKENS } from './access.ts';
import { didOf, handleOf, POST, tidOf, uriOf } from './identifiers.ts';
import { invalid, noRecord, type RefusalName, refuse } from './refusals.ts';
import { NOBODY } from './views.ts';
import { xrpcReply } from './xrpc.ts';

const refusal = (name: RefusalName) => () => refuse(name);

const ALLOWANCE = 3000;
const WINDOW_SECONDS = 300;

function allowance({ stage, spent }: { stage: Stage; spent: boolean }): Record<string, string> {
  const left = spent ? 0 : Math.floor(ALLOWANCE * (1 - stage.usage() / 100));
  const now = stage.now().getTime() / 1000;
  return {
    'ratelimit-limit': `${ALLOWANCE}`,
    'ratelimit-remaining': `${left}`,
    'ratelimit-reset': `${Math.ceil((now + 1) / WINDOW_SECONDS) * WINDOW_SECONDS}`,
    'ratelimit-policy': `${ALLOWANCE};w=${WINDOW_SECONDS}`,
  };
}

/** An account server, the network's own view and its messages, at one address. */
export const bluesky: NetworkDefinition = {
  name: 'bluesky',
  label: 'Bluesky',
  ids: {
    first: 1_763_800_000_000_000n,
    post: (number, { account, from }) => uriOf(from?.id ?? account.id, POST, tidOf(number)),
    comment: (number, { from }) => uriOf(from?.id ?? NOBODY.id, POST, tidOf(number)),
    author: (number) => didOf(number),
    handle: (name) => handleOf(name.normalize('NFD').replace(/\p{M}/gu, '').trim()),
    message: (number) => tidOf(number),
    conversation: (number) => tidOf(number),
  },
  secrets: [],
  tokens: TOKENS,
  habits: { closing: 'keeps', banning: 'keeps' },
  refusals: {
    'rate-limited': refusal('rate-limited'),
    'token-expired': refusal('token-expired'),
    'password-changed': refusal('wrong-password'),
    blocked: refusal('taken-down'),
    'window-closed': refusal('messages-disabled'),
    'rejected-content': () => invalid('Invalid record'),
    'not-found': () => noRecord('at://'),
  },
  serverError: refusal('server-error'),
  ownFaults: {
    'swap-lost': { says: 'somebody else wrote the record meanwhile (InvalidSwap)', refuse: refusal('swap-lost') },
    'no-chat': { says: 'the application password is one without private messages', refuse: refusal('no-chat') },
    'chat-down': { says: 'the service behind the account server does not answer', refuse: refusal('upstream-failure') },
  },
  kindOf: ({ method, path }) =>
    /Session$/.test(path[1] ?? '') && method === 'POST' ? 'aside' : method === 'GET' ? 'read' : 'write',
  answer: xrpcReply,
  headers: ({ stage, fault }) => allowance({ stage, spent: fault === 'rate-limited' }),
  secretParameters: ['password', 'accessJwt', 'refreshJwt', 'authFactorToken'],
  webhook: null,
  screen: {
    attaches: ['writing'],
    can: ['comment', 'reply', 'mention', 'message', 'delete', 'like'],
    colours: { main: '#0a5cb8', tint: '#e6f1fc' },
    words: { post: 'post', posts: 'post', comment: 'risposta', comments: 'risposte', reply: 'risposta' },
    hidden: { public: 'Risposta nascosta da chi ha scritto il post.', author: null },
    held: 'In attesa di approvazione.',
    banned: 'Questo account ti ha bloccato: non puoi rispondergli.',
  },
};
