// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { type Answer, call, isPathSafe, TIMEOUT_MILLISECONDS } from '../core/call.ts';
import type { Request } from '../core/exchange.ts';
import { type ChannelError, ChannelFault, type ConnectedAccount } from '../port.ts';
import { errorOf, unclear } from './errors.ts';
import { API_VERSION } from './limits.ts';

/** One call under `/rest/`; what stands in `path` and `query` is already in Rest.li's own form. */
export interface RestCall {
  readonly method: Request['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly restMethod?: 'PARTIAL_UPDATE' | 'FINDER';
  readonly body?: object;
}
export type Rest = (asked: RestCall) => Promise<Answer>;

/** LinkedIn as one account sees it. */
export function restOf(
  { baseUrl, credentials }: Pick<ConnectedAccount, 'baseUrl' | 'credentials'>,
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
): Rest {
  return async ({ method, path, query = {}, restMethod, body }) => {
    if (!isPathSafe(path)) return { kind: 'unclear', sent: false, code: 'malformed-id' };
    const asked = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    const request: Request = {
      method,
      url: `${baseUrl}/rest/${path}${asked.length === 0 ? '' : `?${asked.join('&')}`}`,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${credentials.accessToken ?? ''}`,
        'linkedin-version': API_VERSION,
        'x-restli-protocol-version': '2.0.0',
        ...(restMethod && { 'x-restli-method': restMethod }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    };
    return call(request, timeoutMilliseconds);
  };
}

/** Everything that one act needs. */
export interface Acting {
  readonly rest: Rest;
  readonly account: ConnectedAccount;
  readonly now: Date;
}

/** Reads one thing; `gone` where LinkedIn does not know it. Throws `ChannelFault`. */
export async function read<Shape>(
  { rest, now }: Pick<Acting, 'rest' | 'now'>,
  shape: z.ZodType<Shape>,
  asked: Omit<RestCall, 'method'>,
): Promise<{ readonly found: Shape; readonly headers: Headers } | 'gone'> {
  const answer = await rest({ method: 'GET', ...asked });
  if (answer.kind !== 'answer') {
    const error: ChannelError = errorOf(answer, now);
    if (error.kind === 'not-found') return 'gone';
    throw new ChannelFault(error);
  }
  const found = shape.safeParse(answer.body);
  if (!found.success) throw new ChannelFault(unclear('unexpected-shape'), { cause: found.error });
  return { found: found.data, headers: answer.headers };
}
