// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Call } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import { bearerOf } from '../town/parameters.ts';
import { holderOf, type TokenFault } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import { isUserToken } from './login.ts';
import type { RefusalName } from './refusals.ts';
import type { Parameters } from './rendering.ts';

const REFUSALS: Readonly<Record<TokenFault, RefusalName>> = {
  unknown: 'token-invalid',
  used: 'token-invalid',
  revoked: 'token-invalid',
  expired: 'token-expired',
  'password-changed': 'password-changed',
  'role-lost': 'role-lost',
};

/** Who calls, by the token and by the proof that the caller has the app's secret: a Page, or a person. */
export function callerOf(call: Call, parameters: Parameters, stage: Stage): Account | 'person' | RefusalName {
  const token = bearerOf(call, ['Bearer', 'OAuth']) ?? parameters.access_token;
  const caller = isUserToken(token, stage) ? 'person' : holderOf(token, stage);
  if (typeof caller === 'string' && caller !== 'person') return REFUSALS[caller];
  const proof = createHmac('sha256', stage.secrets.appSecret ?? '')
    .update(token ?? '')
    .digest('hex');
  return parameters.appsecret_proof === proof ? caller : 'proof-invalid';
}
