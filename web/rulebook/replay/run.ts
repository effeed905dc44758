// SPDX-License-Identifier: AGPL-3.0-or-later
import { Problem } from '#governance/contract';
import { ReplayLine, type ReplayRequest } from '#moderation/contract';
import { reportConnection } from '../../client/connection.ts';
import { NoAnswer, Refusal } from '../../client/request.ts';
import { jsonLines } from './stream.ts';

export type ReplayedItem = Extract<ReplayLine, { type: 'item' }>;
export type ReplayEnd = Extract<ReplayLine, { type: 'end' }>;

/** Judges the past again under a text; the lines come as they are found. Throws `Refusal` or `NoAnswer`. */
export async function* replayed(body: string, asked: ReplayRequest, signal: AbortSignal): AsyncGenerator<ReplayLine> {
  const response = await answerTo(`/api/bodies/${encodeURIComponent(body)}/replays`, asked, signal);
  if (!response.ok || response.body === null) throw new Refusal(await problemOf(response));
  try {
    for await (const line of jsonLines(response.body)) yield ReplayLine.parse(line);
  } catch (cause) {
    if (signal.aborted || !(cause instanceof TypeError)) throw cause;
    throw new NoAnswer({ cause });
  }
}

async function answerTo(path: string, asked: ReplayRequest, signal: AbortSignal): Promise<Response> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/x-ndjson, application/problem+json', 'content-type': 'application/json' },
      body: JSON.stringify(asked),
      signal,
    });
    reportConnection(true);
    return response;
  } catch (cause) {
    if (signal.aborted) throw cause;
    reportConnection(false);
    throw new NoAnswer({ cause });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (problem.success) return problem.data;
  const { status } = response;
  return { type: 'about:blank', title: 'La prova non è partita', status, code: 'UNEXPLAINED' };
}
