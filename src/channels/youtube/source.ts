// SPDX-License-Identifier: AGPL-3.0-or-later
import { reasonOf } from '../core/exchange.ts';
import type { ChannelError } from '../port.ts';
import { rejected, unclear } from './errors.ts';
import { PIECE_BYTES } from './limits.ts';

// The file of a video, where the desk offers it. Nothing of the network's is asked here.

type Bytes = Uint8Array<ArrayBuffer>;
export type Sized = { readonly kind: 'size'; readonly total: number } | Missing;
export type Piece = { readonly kind: 'piece'; readonly bytes: Bytes } | Missing;
interface Missing {
  readonly kind: 'failed';
  readonly error: ChannelError;
}

/** How long the file is: as its server says, or by reading it to its end. */
export function sizeOf(url: string, timeoutMilliseconds: number): Promise<Sized> {
  return asked(url, { from: 0, to: 0, timeoutMilliseconds }, async (answer) => {
    const told = totalOf(answer);
    const total = told ?? (await counted(answer));
    if (told !== null) await answer.body?.cancel();
    return total === 0 ? unreadable('empty') : { kind: 'size', total };
  });
}

/** The piece of it that begins there, also from a server that knows only whole files. */
export function pieceOf(
  url: string,
  {
    from,
    total,
    timeoutMilliseconds,
  }: { readonly from: number; readonly total: number; readonly timeoutMilliseconds: number },
): Promise<Piece> {
  const length = Math.min(PIECE_BYTES, total - from);
  return asked(url, { from, to: from + length - 1, timeoutMilliseconds }, async (answer) => {
    if ((totalOf(answer) ?? total) !== total) return { kind: 'failed', error: fileChanged };
    const bytes = await take(answer, { skip: answer.status === 206 ? 0 : from, length });
    return bytes === null ? { kind: 'failed', error: fileChanged } : { kind: 'piece', bytes };
  });
}

async function asked<Result>(
  url: string,
  {
    from,
    to,
    timeoutMilliseconds,
  }: { readonly from: number; readonly to: number; readonly timeoutMilliseconds: number },
  use: (answer: Response) => Promise<Result | Missing>,
): Promise<Result | Missing> {
  try {
    const answer = await fetch(url, {
      headers: { range: `bytes=${from}-${to}`, 'accept-encoding': 'identity' },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    if (answer.ok) return await use(answer);
    await answer.body?.cancel();
    return answer.status >= 500
      ? { kind: 'failed', error: unclear(`file-${answer.status}`) }
      : unreadable(`${answer.status}`);
  } catch (fault) {
    return { kind: 'failed', error: unclear(`file-${reasonOf(fault)}`) };
  }
}

const unreadable = (code: string): Missing => ({
  kind: 'failed',
  error: rejected(`file-${code}`, 'Il file del video non si può leggere: va allegato di nuovo.'),
});

export const fileChanged = rejected(
  'file-changed',
  'Il file del video è cambiato durante il caricamento: va pubblicato di nuovo.',
);

async function counted(answer: Response): Promise<number> {
  let total = 0;
  for await (const chunk of answer.body ?? []) total += chunk.length;
  return total;
}

function totalOf(answer: Response): number | null {
  const told =
    answer.status === 206
      ? /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1]
      : answer.headers.get('content-length');
  return told !== undefined && told !== null && /^\d+$/.test(told) ? Number(told) : null;
}

/** Reads no more of the body than is wanted; null where it ends before. */
async function take(
  answer: Response,
  { skip, length }: { readonly skip: number; readonly length: number },
): Promise<Bytes | null> {
  const bytes = new Uint8Array(length);
  let at = -skip;
  for await (const chunk of answer.body ?? []) {
    const part = chunk.subarray(Math.max(0, -at), Math.max(0, length - at));
    if (at + chunk.length > 0) bytes.set(part, Math.max(0, at));
    at += chunk.length;
    if (at >= length) return bytes;
  }
  return null;
}
