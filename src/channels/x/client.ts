// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, call, isPathSafe } from '../core/call.ts';
import type { ConnectedAccount } from '../port.ts';
import { problemsOf } from './errors.ts';

/** One call to the X API, below `/2/`. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly form?: FormData;
  /** Some of what is asked for may be missing: problems alone are an answer then. */
  readonly partial?: true;
}

export type Client = (asked: Call) => Promise<Answer>;

export interface ClientSource {
  readonly baseUrl: string;
  readonly token: string;
  readonly timeoutMilliseconds: number | undefined;
}

export function clientAt({ baseUrl, token, timeoutMilliseconds }: ClientSource): Client {
  return async ({ method, path, query = {}, body, form, partial }) => {
    if (!isPathSafe(path)) return { kind: 'unclear', sent: false, code: 'malformed-id' };
    const parameters = new URLSearchParams(query);
    const answer = await call(
      {
        method,
        url: `${baseUrl}/2/${path}${parameters.size === 0 ? '' : `?${parameters}`}`,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? (form === undefined ? {} : { body: form }) : { body: JSON.stringify(body) }),
      },
      timeoutMilliseconds,
    );
    return partial === true ? answer : withoutFalseSuccess(answer);
  };
}

/** The X API as the connected account sees it. */
export const clientOf = (
  { baseUrl, credentials: { accessToken = '' } }: ConnectedAccount,
  timeoutMilliseconds: number | undefined,
): Client => clientAt({ baseUrl, token: accessToken, timeoutMilliseconds });

const Empty = z.object({ data: z.undefined().optional(), meta: z.undefined().optional() });

/** X says with a 200 that something is not there or not allowed: problems, and no data. That is a refusal. */
function withoutFalseSuccess(answer: Answer): Answer {
  if (answer.kind !== 'answer' || !Empty.safeParse(answer.body).success) return answer;
  const [problem] = problemsOf(answer.body);
  return problem === undefined ? answer : { ...answer, kind: 'refused', status: problem.status ?? answer.status };
}
