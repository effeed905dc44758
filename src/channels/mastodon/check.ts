// SPDX-License-Identifier: AGPL-3.0-or-later
import type { mastodon } from 'masto';
import { type Capability, ChannelFault, type Check } from '../port.ts';
import { type Api, Unanswered } from './api.ts';
import { otherAccount } from './errors.ts';
import { NEEDED_FOR } from './limits.ts';
import { Account, App } from './wire.ts';

/** Whom the token acts for and what it may not do; it has no end of its own. Throws `Unanswered`, `ChannelFault`. */
export async function check({ client, seen }: Api, me: string): Promise<Check> {
  const account = Account.safeParse(await client.v1.accounts.verifyCredentials());
  if (!account.success) throw new Unanswered({ kind: 'unclear', sent: true, code: 'unexpected-account' });
  if (account.data.id !== me) throw new ChannelFault(otherAccount);
  const scopes = await scopesOf(client);
  return {
    expiries: [],
    lacking: scopes === null ? [] : lackingIn(scopes),
    ...(seen.quota !== null && { quota: seen.quota }),
  };
}

/** Null where the instance does not tell them. */
async function scopesOf(client: mastodon.rest.Client): Promise<readonly string[] | null> {
  try {
    return App.safeParse(await client.v1.apps.verifyCredentials()).data?.scopes ?? null;
  } catch (cause) {
    if (cause instanceof Unanswered && cause.failed.kind === 'refused' && cause.failed.status < 500) return null;
    throw cause;
  }
}

/** `read` stands for all that begin so. */
export function lackingIn(scopes: readonly string[]): readonly Capability[] {
  const has = (scope: string): boolean => scopes.includes(scope) || scopes.includes(scope.slice(0, scope.indexOf(':')));
  return [...new Set(Object.entries(NEEDED_FOR).flatMap(([scope, needed]) => (has(scope) ? [] : needed)))];
}
