// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Call } from '../town/call.ts';
import type { Stage, TokenHabits } from '../town/network.ts';
import { bearerOf } from '../town/parameters.ts';
import { holderOf, type TokenFault } from '../town/tokens.ts';
import type { Account } from '../town/writing.ts';
import type { RefusalName } from './refusals.ts';

/** A token has no end of its own. */
export const TOKENS: TokenHabits = { access: { credential: 'accessToken', seconds: null } };

/** Everything that an application may ask of a person; `read` and `write` stand for all that begin so. */
export const SCOPES = [
  'read:accounts',
  'read:statuses',
  'read:notifications',
  'read:follows',
  'read:search',
  'write:statuses',
  'write:media',
  'write:blocks',
  'write:mutes',
  'write:reports',
  'write:conversations',
  'push',
];

const REFUSALS: Readonly<Record<TokenFault, RefusalName>> = {
  unknown: 'token-invalid',
  used: 'token-invalid',
  expired: 'token-expired',
  revoked: 'token-revoked',
  'password-changed': 'token-revoked',
  'role-lost': 'login-disabled',
};

/** Who calls, by the token alone. */
export function callerOf(call: Call, stage: Stage): Account | RefusalName {
  const token = bearerOf(call);
  if (token === undefined) return 'token-missing';
  const caller = holderOf(token, stage);
  return typeof caller === 'string' ? REFUSALS[caller] : caller;
}

/** What the person granted: everything, or what the scenario says, apart by spaces. */
export const scopesOf = ({ credentials }: Account): readonly string[] => credentials.scopes?.split(' ') ?? SCOPES;

export const grants = (account: Account, scope: string): boolean => {
  const granted = scopesOf(account);
  return granted.includes(scope) || granted.includes(scope.split(':')[0] ?? '');
};
