// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelError, WriteOutcome } from '../port.ts';
import { exchange, type Request } from './exchange.ts';
import { parseLossless } from './lossless-json.ts';

/**
 * What a call came to. `answer`: 2xx (`body` undefined where there was none). `refused`: 4xx or 5xx, with the body where it was
 * JSON and otherwise its text. `unclear`: no answer, a redirect, or a 2xx that is not JSON; `sent` false only if no byte left.
 */
export type Answer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown; readonly headers: Headers }
  | { readonly kind: 'refused'; readonly status: number; readonly body: unknown; readonly headers: Headers }
  | { readonly kind: 'unclear'; readonly sent: boolean; readonly code: string };

export type Failed = Exclude<Answer, { kind: 'answer' }>;

/** Long enough for a slow network, short enough that a person is not left waiting. */
export const TIMEOUT_MILLISECONDS = 15_000;

/** One call, once. Large whole numbers stay the digits that were written. */
export async function call(request: Request, timeoutMilliseconds = TIMEOUT_MILLISECONDS): Promise<Answer> {
  const came = await exchange(request, timeoutMilliseconds);
  if (!came.answered) return { kind: 'unclear', sent: came.sent, code: came.reason };
  const { status, headers } = came;
  const body = came.body === '' ? undefined : parsed(came.body);
  if (status >= 400) return { kind: 'refused', status, body: body ?? came.body, headers };
  const isReadable = body !== undefined || came.body === '';
  if (status >= 200 && status < 300 && isReadable) return { kind: 'answer', status, body, headers };
  return { kind: 'unclear', sent: true, code: `http-${status}` };
}

function parsed(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}

/**
 * What a write that failed came to: only a refusal that the network spelled out, or a connection never made, proves that
 * nothing was done.
 */
export function failedWrite(answer: Failed, error: ChannelError): WriteOutcome {
  const nothingDone =
    answer.kind === 'refused' ? answer.status < 500 && error.kind !== 'transient' : answer.sent === false;
  return { state: nothingDone ? 'refused' : 'unknown', error };
}

/** An id that may stand in a path: one of dots would climb to another address, however it is encoded. */
export const isPathSafe = (path: string): boolean => !/(^|\/)\.{1,2}(\/|$)/.test(path);

/** Seconds that `retry-after` asks for: a number, or a date. */
export function retryAfter(headers: Headers, now: Date): number | undefined {
  const told = headers.get('retry-after');
  if (told === null) return undefined;
  const seconds = /^\d+$/.test(told) ? Number(told) : (new Date(told).getTime() - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}

/** The network's own time as an answer tells it, so that a clock that is off here changes nothing. */
export function dateOf(headers: Headers): Date | null {
  const date = new Date(headers.get('date') ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}
