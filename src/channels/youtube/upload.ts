// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, call } from '../core/call.ts';
import { exchange } from '../core/exchange.ts';
import { parseLossless } from '../core/lossless-json.ts';
import { type Acting, bearer } from './api.ts';
import { PIECE_PATIENCE } from './limits.ts';

// Google's protocol for long uploads: a session is opened, pieces are put into it, and it can be asked how far it has come.

export interface Announced {
  readonly bytes: number;
  readonly type: string;
  readonly video: object;
}

/** Opens a session: its address is in the header `location` of the answer. */
export const openSession = ({ account, timeoutMilliseconds }: Acting, announced: Announced): Promise<Answer> =>
  call(
    {
      method: 'POST',
      url: `${account.baseUrl}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status`,
      headers: {
        ...bearer(account),
        'content-type': 'application/json; charset=UTF-8',
        'x-upload-content-length': `${announced.bytes}`,
        'x-upload-content-type': announced.type,
      },
      body: JSON.stringify(announced.video),
    },
    timeoutMilliseconds,
  );

/** The token goes nowhere but to the network. */
export const isSessionOf = ({ account }: Acting, address: string): boolean =>
  URL.parse(address)?.origin === URL.parse(account.baseUrl)?.origin;

/** `more`: so many bytes have arrived, from the beginning. An `answer` is the whole video. */
export type Put = { readonly kind: 'more'; readonly received: number } | Answer;

const RESUME = 308;

/** Puts a piece, or without bytes only asks. `range` as the header `content-range` says it. */
export async function putPiece(
  { account, timeoutMilliseconds }: Acting,
  {
    session,
    range,
    bytes,
  }: { readonly session: string; readonly range: string; readonly bytes?: Uint8Array<ArrayBuffer> },
): Promise<Put> {
  const came = await exchange(
    {
      method: 'PUT',
      url: session,
      headers: { ...bearer(account), 'content-range': range },
      body: bytes ?? new Uint8Array(0),
    },
    bytes === undefined ? timeoutMilliseconds : timeoutMilliseconds * PIECE_PATIENCE,
  );
  if (!came.answered) return { kind: 'unclear', sent: came.sent, code: came.reason };
  const { status, headers } = came;
  if (status === RESUME) {
    const last = /^bytes=0-(\d+)$/.exec(headers.get('range') ?? '')?.[1];
    return { kind: 'more', received: last === undefined ? 0 : Number(last) + 1 };
  }
  const body = parsed(came.body);
  if (status >= 400) return { kind: 'refused', status, headers, body: body ?? came.body };
  return status < 300 && body !== undefined
    ? { kind: 'answer', status, headers, body }
    : { kind: 'unclear', sent: true, code: `http-${status}` };
}

function parsed(text: string): unknown {
  try {
    return parseLossless(text);
  } catch {
    return undefined;
  }
}
