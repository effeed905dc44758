// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { Problem } from '#governance/contract';
import { reportConnection } from './connection.ts';

const PATIENCE_MS = 20_000;

/** Of a request the browser finishes after its page is gone, in UTF-16 units: all together may have 64 KiB of UTF-8. */
const OUTLIVES_PAGE = 10_000;

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
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** A file goes as it is, anything else as JSON. */
  readonly body?: unknown;
  /** In lower case; over those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** How long the answer may take, to its last byte; `unlimited` for one that comes as it is made. */
  readonly patienceMs?: number | 'unlimited';
}

/** Asks the server and checks the answer against its contract. Throws `Refusal` or `NoAnswer`. */
export async function request<Answer>(
  schema: z.ZodType<Answer>,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await send(path, options);
  const content = await contentOf(response);
  if (!response.ok) throw refusalOf(content, response.status);
  const answer = schema.safeParse(content);
  if (answer.success) return answer.data;
  throw new Refusal(misunderstood(response.status));
}

/** Asks without reading the answer's body. Throws `Refusal` or `NoAnswer`. */
export async function command(path: string, options: RequestOptions = {}): Promise<void> {
  const response = await send(path, { method: 'POST', ...options });
  if (!response.ok) throw refusalOf(await contentOf(response), response.status);
}

/** What the server answers, whatever it is. Throws `NoAnswer`, or the reason of `signal` where that was given up. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const { method = 'GET', body, headers, signal } = options;
  const content = body === undefined || isFile(body) ? body : JSON.stringify(body);
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined
          ? {}
          : { 'content-type': isFile(body) ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(content === undefined ? {} : { body: content }),
      // Who confirms and leaves at once has still confirmed.
      keepalive: method !== 'GET' && !isFile(content) && (content?.length ?? 0) <= OUTLIVES_PAGE,
      ...ending(options),
    });
    reportConnection(true);
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    reportConnection(false);
    throw new NoAnswer({ cause });
  }
}

const isFile = (body: unknown): body is Blob => body instanceof Blob;

function ending({ signal, patienceMs = PATIENCE_MS }: RequestOptions): Pick<RequestInit, 'signal'> {
  const signals = [
    ...(signal === undefined ? [] : [signal]),
    ...(patienceMs === 'unlimited' ? [] : [AbortSignal.timeout(patienceMs)]),
  ];
  return { signal: AbortSignal.any(signals) };
}

/** The JSON of an answer; undefined for what is none. */
export const contentOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);

/** The server's no, in its own words; where it has none, `title` says what was not done. */
export function refusalOf(content: unknown, status: number, title?: string): Refusal {
  const problem = Problem.safeParse(content);
  if (problem.success) return new Refusal(problem.data);
  if (title === undefined) return new Refusal(unexplained(status));
  return new Refusal({ type: 'about:blank', title, status, code: 'UNEXPLAINED' });
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
