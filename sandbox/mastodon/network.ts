// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from '../town/call.ts';
import type { NetworkDefinition, Stage } from '../town/network.ts';
import { TOKENS } from './access.ts';
import { instanceReply } from './api.ts';
import { invalid, type RefusalName, refuse } from './refusals.ts';

const refusal = (name: RefusalName) => () => refuse(name);

const ALLOWANCE = 300;
const WINDOW_SECONDS = 300;

function allowance({ stage, spent }: { stage: Stage; spent: boolean }): Record<string, string> {
  const left = spent ? 0 : Math.floor(ALLOWANCE * (1 - stage.usage() / 100));
  const now = stage.now().getTime();
  const window = WINDOW_SECONDS * 1000;
  return {
    'x-ratelimit-limit': `${ALLOWANCE}`,
    'x-ratelimit-remaining': `${left}`,
    'x-ratelimit-reset': new Date(Math.ceil((now + 1) / window) * window).toISOString(),
  };
}

const number = (one: bigint): string => `${one}`;

/** One Mastodon instance: its client interface at the root of its port. */
export const mastodon: NetworkDefinition = {
  name: 'mastodon',
  label: 'Mastodon',
  ids: {
    first: 115_000_000_000_000_000n,
    ...{ post: number, comment: number, author: number, message: number, conversation: number },
    handle: (name) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, '') || 'persona',
  },
  secrets: ['clientId', 'clientSecret'],
  tokens: TOKENS,
  habits: { closing: 'keeps', banning: 'keeps' },
  refusals: {
    'rate-limited': refusal('rate-limited'),
    'token-expired': refusal('token-invalid'),
    'password-changed': refusal('token-revoked'),
    'permission-missing': refusal('scope-missing'),
    blocked: refusal('login-disabled'),
    'rejected-content': () => invalid('Text can’t be blank'),
    'not-found': refusal('gone'),
  },
  serverError: refusal('server-error'),
  ownFaults: {
    'html-error': {
      says: 'a refusal that is a page and not JSON, as smaller servers answer (422)',
      refuse: () => html('<!doctype html><title>422</title>', 422),
    },
    'gone-page': {
      says: 'what is not there is told by a page (404)',
      refuse: () => html('<!doctype html><title>404</title>', 404),
    },
    'no-instance': { says: 'the instance does not tell its limits (404)', refuse: refusal('no-such-path') },
    'media-fails': { says: 'a picture or video is taken and cannot be made ready' },
  },
  kindOf: ({ method, path }) => (path[0] === 'oauth' ? 'aside' : method === 'GET' ? 'read' : 'write'),
  answer: instanceReply,
  headers: ({ stage, fault }) => allowance({ stage, spent: fault === 'rate-limited' }),
  secretParameters: ['client_secret', 'code', 'code_verifier', 'access_token'],
  webhook: null,
  screen: {
    attaches: ['writing', 'message'],
    can: ['comment', 'reply', 'mention', 'message', 'edit', 'delete', 'like'],
    colours: { main: '#4a3aa7', tint: '#efedfb' },
    words: { post: 'post', posts: 'post', comment: 'risposta', comments: 'risposte', reply: 'risposta' },
    hidden: { public: null, author: null },
    held: 'In attesa di approvazione.',
    banned: 'Questo account ti ha bloccato: non puoi rispondergli.',
  },
};
