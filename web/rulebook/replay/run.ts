// SPDX-License-Identifier: AGPL-3.0-or-later
import { ReplayLine, type ReplayRequest } from '#moderation/contract';
import { contentOf, NoAnswer, refusalOf, send } from '../../client/request.ts';
import { jsonLines } from './stream.ts';

export type ReplayedItem = Extract<ReplayLine, { type: 'item' }>;
export type ReplayEnd = Extract<ReplayLine, { type: 'end' }>;

/** Judges the past again under a text; the lines come as they are found. Throws `Refusal` or `NoAnswer`. */
export async function* replayed(body: string, asked: ReplayRequest, signal: AbortSignal): AsyncGenerator<ReplayLine> {
  const response = await send(`/api/bodies/${encodeURIComponent(body)}/replays`, {
    method: 'POST',
    body: asked,
    headers: { accept: 'application/x-ndjson, application/problem+json' },
    signal,
    patienceMs: 'unlimited',
  });
  if (!response.ok || response.body === null)
    throw refusalOf(await contentOf(response), response.status, 'La prova non è partita');
  try {
    for await (const line of jsonLines(response.body)) yield ReplayLine.parse(line);
  } catch (cause) {
    if (signal.aborted || !(cause instanceof TypeError)) throw cause;
    throw new NoAnswer({ cause });
  }
}
