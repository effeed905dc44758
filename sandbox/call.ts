// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as the simulated networks see it. */
export interface Call {
  readonly method: string;
  /** Path segments after the network's own prefix, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** `hang` never answers, `break` cuts the connection: what a client meets when a network is in trouble. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string | object }
  | 'hang'
  | 'break';

/** One network's part of the sandbox, reached under its own prefixes. */
export interface SimulatedNetwork {
  /** Null: not one of its addresses. */
  answer(call: Call): Reply | Promise<Reply> | null;
  /** Stops its timers. */
  close(): void;
}

const LARGEST_BODY_BYTES = 1_000_000;

export async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function sendReply(response: ServerResponse, reply: Reply, at: Date): void {
  if (reply === 'hang') return;
  if (reply === 'break') {
    response.socket?.destroy();
    return;
  }
  const isText = typeof reply.body === 'string';
  response.writeHead(reply.status, {
    'x-portavoce-sandbox': 'simulated',
    date: at.toUTCString(),
    'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    ...reply.headers,
  });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
}

export const html = (body: string, status = 200): Reply => ({ status, body });
export const json = (body: object, status = 200): Reply => ({ status, body });
export const seeOther = (location: string): Reply => ({ status: 303, headers: { location }, body: '' });
