// SPDX-License-Identifier: AGPL-3.0-or-later
import { json } from '../town/call.ts';
import type { NetworkDefinition, Stage } from '../town/network.ts';
import { apiReply } from './api.ts';
import { ids } from './ids.ts';
import { tokens } from './oauth.ts';
import { answerTo, gone, invalid, type ProblemName } from './problems.ts';
import { webhook } from './webhook.ts';

const refusal = (name: ProblemName) => () => answerTo(name);

/** X: the API v2 at the root of its port, `/2/…`, as an account with an Enterprise contract sees it. */
export const x: NetworkDefinition = {
  name: 'x',
  label: 'X',
  ids,
  secrets: ['clientId', 'clientSecret', 'consumerSecret', 'appToken'],
  tokens,
  habits: { closing: 'keeps', banning: 'keeps' },
  refusals: {
    'rate-limited': refusal('rate-limited'),
    'token-expired': refusal('unauthorized'),
    'password-changed': refusal('unauthorized'),
    'role-lost': refusal('not-enrolled'),
    'permission-missing': refusal('forbidden'),
    blocked: refusal('suspended'),
    'comments-disabled': refusal('replies-limited'),
    'window-closed': refusal('no-messages'),
    'rejected-content': () => invalid('One or more parameters to your request was invalid.').reply,
    'not-found': ({ path }) => gone(path.find((part) => /^\d{5,19}$/.test(part)) ?? '0'),
  },
  serverError: refusal('down'),
  ownFaults: {
    'self-serve': { says: 'as on a self-serve plan: only summoned replies, no blocking, no editing' },
    'search-shows-hidden': { says: 'the search does not leave hidden replies out' },
    'media-fails': { says: 'X cannot process the uploaded file' },
    'problems-with-200': {
      says: '200 with errors[] and no data, nothing done',
      refuse: ({ path }) => gone(path.find((part) => /^\d{5,19}$/.test(part)) ?? '0'),
    },
    'numbered-errors': {
      says: 'the older refusal: 429 with errors[].code 88',
      refuse: () => json({ errors: [{ code: 88, message: 'Rate limit exceeded' }] }, 429),
    },
    'usage-capped': { says: 'the reads of the month are finished', refuse: refusal('usage-capped') },
    duplicate: { says: 'refused as duplicate content', refuse: refusal('duplicate') },
  },
  kindOf: ({ method, path }) => {
    if (['oauth2', 'webhooks', 'activity'].includes(path[1] ?? '')) return 'aside';
    return method === 'GET' ? 'read' : 'write';
  },
  answer: apiReply,
  headers: ({ stage, fault }) =>
    allowance(fault === 'rate-limited' || fault === 'numbered-errors' ? 100 : stage.usage(), stage),
  secretParameters: ['access_token', 'refresh_token', 'code', 'code_verifier'],
  webhook,
  screen: {
    attaches: ['writing', 'message'],
    can: ['comment', 'reply', 'mention', 'message', 'edit', 'delete', 'like'],
    colours: { main: '#1f2a37', tint: '#eceff3' },
    words: { post: 'post', posts: 'post', comment: 'risposta', comments: 'risposte', reply: 'risposta' },
    hidden: {
      public: 'Risposta nascosta da chi ha scritto il post: si legge aprendo le risposte nascoste.',
      author: null,
    },
    held: 'In attesa.',
    banned: 'L’account ti ha bloccato: non puoi seguirlo né rispondergli.',
  },
};

const WINDOW_SECONDS = 900;
const CALLS = 300;

function allowance(usedPercent: number, stage: Stage): Record<string, string> {
  const window = Math.floor(stage.now().getTime() / 1000 / WINDOW_SECONDS) + 1;
  return {
    'x-rate-limit-limit': `${CALLS}`,
    'x-rate-limit-remaining': `${Math.floor((CALLS * (100 - usedPercent)) / 100)}`,
    'x-rate-limit-reset': `${window * WINDOW_SECONDS}`,
    'x-transaction-id': stage.now().getTime().toString(16),
  };
}
