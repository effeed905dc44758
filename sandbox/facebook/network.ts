// SPDX-License-Identifier: AGPL-3.0-or-later
import { json } from '../town/call.ts';
import type { NetworkDefinition } from '../town/network.ts';
import { graphReply, TOKENS } from './graph.ts';
import { type RefusalName, refuse } from './refusals.ts';
import { webhook } from './webhook.ts';

/** Signing in, and asking to be told. */
const isAside = (path: readonly string[]): boolean =>
  path.includes('oauth') || path.at(-1) === 'subscriptions' || path.at(-1) === 'subscribed_apps';

const refusal = (name: RefusalName) => () => refuse(name);

/** Facebook Pages: the Graph API at the root of its port, `/v26.0/…`. */
export const facebook: NetworkDefinition = {
  name: 'facebook',
  label: 'Facebook',
  ids: {
    first: 10_000_000_000_000n,
    post: (number, { account }) => `${account.id}_${number}`,
    comment: (number, { post }) => `${post.id.split('_')[1]}_${number}`,
    author: (number) => `${number}`,
    message: (number) => `m_${number}`,
    conversation: (number) => `t_${number}`,
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
    'not-found': refusal('gone'),
    'comments-disabled': refusal('not-allowed'),
    'window-closed': refusal('window-closed'),
  },
  serverError: refusal('server-error'),
  ownFaults: {
    'not-the-page': { says: 'the post is refused: not acting as the page (1705)', refuse: refusal('not-the-page') },
    'empty-list': {
      says: 'a read with the wrong kind of token: 200 and an empty list',
      refuse: () => json({ data: [] }),
    },
    'edit-instead-of-reply': { says: 'a reply overwrites what it answers, and the answer is a success without id' },
    'silent-truncation': { says: 'a post is cut, and nobody is told' },
    'video-fails': { says: 'a video is taken and cannot be made ready' },
    'cannot-receive': { says: 'the person cannot receive messages (551)', refuse: refusal('cannot-receive') },
    'sending-stopped': {
      says: 'the page may send no messages for now (10/1893063)',
      refuse: refusal('sending-stopped'),
    },
    'no-id-after-effect': {
      says: 'done, but the answer says success instead of the id',
      after: () => json({ success: true }),
    },
  },
  kindOf: ({ method, path }) => (isAside(path) ? 'aside' : method === 'GET' ? 'read' : 'write'),
  answer: graphReply,
  headers: ({ stage, fault }) =>
    usageHeaders(fault === 'rate-limited' ? 100 : stage.usage(), {
      page: [...stage.world.accounts.keys()][0] ?? '0',
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
    attaches: ['writing', 'message'],
    can: ['comment', 'reply', 'visitor-post', 'mention', 'message', 'edit', 'delete', 'like'],
    colours: { main: '#1d4f91', tint: '#e8eef7' },
    words: { post: 'post', posts: 'post', comment: 'commento', comments: 'commenti', reply: 'risposta' },
    hidden: { public: 'Nascosto: il pubblico non lo vede, l’autore e i suoi amici sì.', author: null },
    held: 'In attesa che la pagina lo approvi.',
    banned: 'La pagina ti ha bloccato: non puoi scrivere qui.',
  },
};

const REGAIN_MINUTES = 7;

function usageHeaders(
  call_count: number,
  { page, limited }: { page: string; limited: boolean },
): Record<string, string> {
  const use = { call_count, total_cputime: 1, total_time: 1 };
  const regain = limited ? REGAIN_MINUTES : 0;
  const business = [{ type: 'pages', ...use, estimated_time_to_regain_access: regain }];
  return {
    'x-app-usage': JSON.stringify(use),
    'x-business-use-case-usage': JSON.stringify({ [page]: business }),
    'facebook-api-version': 'v26.0',
  };
}
