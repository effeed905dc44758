// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Parameters } from '../graph/edges.ts';
import type { Call } from '../town/call.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { bearerOf } from '../town/parameters.ts';
import { holderOf, type TokenFault } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import type { RefusalName } from './refusals.ts';

/** Through Facebook the token is of the linked Page, and never ends; through Instagram it is granted for sixty days. */
export const TOKENS: TokenHabits = { access: { credential: 'token', seconds: null } };

export const SCOPES = {
  'facebook-login': [
    'instagram_basic',
    'instagram_content_publish',
    'instagram_manage_comments',
    'instagram_manage_messages',
    'instagram_manage_insights',
    'instagram_manage_contents',
    'pages_show_list',
    'pages_read_engagement',
    'pages_manage_metadata',
    'business_management',
  ],
  'instagram-login': [
    'instagram_business_basic',
    'instagram_business_content_publish',
    'instagram_business_manage_comments',
    'instagram_business_manage_messages',
    'instagram_business_manage_insights',
  ],
} as const;
export type Route = keyof typeof SCOPES;

export const routeOf = ({ credentials }: Account): Route =>
  credentials.route === 'instagram-login' ? 'instagram-login' : 'facebook-login';

/** What was granted, by its name without what tells the routes apart: `manage_comments`. */
export const scopesOf = (account: Account): readonly string[] =>
  grantedOf(account).map((scope) => scope.replace(/^instagram_(business_)?/, ''));

export const grantedOf = (account: Account): readonly string[] =>
  account.credentials.scopes?.split(',') ?? SCOPES[routeOf(account)];

const REFUSALS: Readonly<Record<TokenFault, RefusalName>> = {
  unknown: 'token-invalid',
  used: 'token-invalid',
  revoked: 'token-invalid',
  expired: 'token-expired',
  'password-changed': 'password-changed',
  'role-lost': 'role-lost',
};

export const tokenOf = (call: Call, parameters: Parameters): string | undefined =>
  bearerOf(call, ['Bearer', 'OAuth']) ?? parameters.access_token;

/** Who calls, by the token, and through Facebook by the proof that the caller has the app's secret. */
export function callerOf(call: Call, parameters: Parameters, stage: Stage): Account | RefusalName {
  const token = tokenOf(call, parameters);
  const caller = holderOf(token, stage);
  if (typeof caller === 'string') return REFUSALS[caller];
  if (routeOf(caller) === 'instagram-login') return caller;
  return parameters.appsecret_proof === proofOf(token, stage) ? caller : 'proof-invalid';
}

export const proofOf = (token: string | undefined, { secrets }: Stage): string =>
  createHmac('sha256', secrets.appSecret ?? '')
    .update(token ?? '')
    .digest('hex');
