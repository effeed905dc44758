// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Clock } from '#kernel';
import type { Database } from '#platform';
import { governanceError } from '../errors.ts';
import type { TokenScope } from './contract.ts';
import { markUsed, tokenByDigest } from './store.ts';

// A program that asks in a person's name.

const PREFIX = 'pvt_';
const BEARER = new RegExp(`^Bearer (${PREFIX}[A-Za-z0-9_-]{43})$`, 'i');
/** Nearer than this nobody wants to know when one was last used. */
const USED_MILLISECONDS = 60_000;

export const writtenToken = (secret: Uint8Array): string => PREFIX + Buffer.from(secret).toString('base64url');
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The token that a request carries; undefined: none of ours. */
export const tokenIn = (headers: Headers): string | undefined => BEARER.exec(headers.get('authorization') ?? '')?.[1];

export interface Machine {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly scopes: readonly TokenScope[];
  /** Whoever made it had shown a second factor. */
  readonly factor: boolean;
}

/** Throws TOKEN_OVER, whatever is wrong with it. */
export async function machineOf(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  body: string,
  token: string,
): Promise<Machine> {
  const now = clock.now();
  const found = await database.inBody(body, async (tx) => {
    const stored = await tokenByDigest(tx, digestOf(token), now);
    const last = stored?.last_used_at?.getTime() ?? 0;
    if (stored !== undefined && now.getTime() - last > USED_MILLISECONDS) await markUsed(tx, stored.id, now);
    return stored;
  });
  if (found === undefined) throw governanceError('TOKEN_OVER');
  const { person: id, personName, email, scopes, factor, name } = found;
  return { person: { id, name: `${personName} (con il gettone «${name}»)`, email }, scopes, factor };
}
