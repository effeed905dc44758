// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as the simulated networks see it. */
export interface Call {
  readonly method: string;
  /** Path segments, decoded. */
  readonly path: readonly string[];
  /** Path and query as they came, for networks that look at how something is encoded. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Uint8Array;
  /** The bytes as UTF-8. */
  readonly body: string;
  /** A fault of the network's own that strikes this call; its `answer` carries it out. */
  readonly fault: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is HTML unless a header says otherwise, bytes are unnamed bytes, an object becomes JSON. */
  readonly body: string | object | Uint8Array;
}

/** `hang` never answers, `break` cuts the connection: what a client meets when a network is in trouble. */
export type Reply = Answer | 'hang' | 'break';

/** The request cannot be understood at all. */
export class Unreadable extends Error {}

const LARGEST_BODY_BYTES = 64_000_000;

/** Throws `Unreadable`. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const target = request.url ?? '/';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new Unreadable('the body is too large');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const { headers, method = 'GET' } = request;
  try {
    const { pathname, searchParams: query } = new URL(`http://sandbox.invalid${target}`);
    const path = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return { method, path, target, query, headers, bytes, body: bytes.toString('utf8'), fault: null };
  } catch {
    throw new Unreadable('the address cannot be read');
  }
}

export function sendReply(response: ServerResponse, reply: Reply, at: Date): void {
  if (reply === 'hang') return;
  if (reply === 'break') {
    response.socket?.destroy();
    return;
  }
  const [type, content] = contentOf(reply.body);
  response.writeHead(reply.status, {
    'x-portavoce-sandbox': 'simulated',
    date: at.toUTCString(),
    'content-type': type,
    ...reply.headers,
  });
  response.end(content);
}

function contentOf(body: Answer['body']): [string, string | Uint8Array] {
  if (typeof body === 'string') return ['text/html; charset=utf-8', body];
  if (body instanceof Uint8Array) return ['application/octet-stream', body];
  return ['application/json; charset=utf-8', JSON.stringify(body)];
}

export const html = (body: string, status = 200): Answer => ({ status, body });
export const json = (body: object, status = 200): Answer => ({ status, body });
/** JSON written by hand: for numbers that a program would round. */
export const jsonText = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body,
});
export const seeOther = (location: string): Answer => ({ status: 303, headers: { location }, body: '' });
