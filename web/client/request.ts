// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { Problem } from '#governance/contract';
import { reportConnection } from './connection.ts';

const PATIENCE_MS = 20_000;

/** The server answered, and said no. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** Nothing came back: no network, no server, or not in time. The request may still have been received. */
export class NoAnswer extends Error {
  constructor(options?: ErrorOptions) {
    super('the server did not answer', options);
    this.name = 'NoAnswer';
  }
}

export interface RequestOptions {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Asks the server and checks the answer against its contract. Throws `Refusal` or `NoAnswer`. */
export async function request<Answer>(
  schema: z.ZodType<Answer>,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await send(path, options);
  if (!response.ok) throw new Refusal(await problemOf(response));
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (answer.success) return answer.data;
  throw new Refusal(misunderstood(response.status));
}

/** Asks without reading the answer's body. Throws `Refusal` or `NoAnswer`. */
export async function command(path: string, options: RequestOptions = {}): Promise<void> {
  const response = await send(path, { method: 'POST', ...options });
  if (!response.ok) throw new Refusal(await problemOf(response));
}

async function send(path: string, { method = 'GET', body, headers, signal }: RequestOptions): Promise<Response> {
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    reportConnection(true);
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    reportConnection(false);
    throw new NoAnswer({ cause });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  return problem.success ? problem.data : unexplained(response.status);
}

const unexplained = (status: number): Problem => ({
  type: 'about:blank',
  title: status >= 500 ? 'Il server ha avuto un guasto' : 'Il server ha rifiutato la richiesta',
  status,
  code: 'UNEXPLAINED',
  hint: 'Riprova fra poco; se capita ancora, avvisa chi gestisce il banco.',
});

const misunderstood = (status: number): Problem => ({
  type: 'about:blank',
  title: 'La risposta del server non è quella attesa',
  status,
  code: 'ANSWER_NOT_UNDERSTOOD',
  hint: 'Forse il banco è stato aggiornato: ricarica la pagina.',
});
