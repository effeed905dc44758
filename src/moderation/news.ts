// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Guard, headersOf } from '#governance';
import type { News } from '#platform';

const KEEP_ALIVE_MILLISECONDS = 25_000;

export interface NewsPorts {
  readonly news: News;
  readonly guard: Guard;
}

/**
 * Server-sent events for one open screen: what changed, by id. `again` tells it that something may have been missed. It
 * ends with the mandate or the session of whoever opened it.
 */
export function newsStream(
  { news, guard }: NewsPorts,
  body: string,
  exchange: { request: FastifyRequest; reply: FastifyReply },
): void {
  const { request, reply } = exchange;
  const asked = headersOf(request);
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  };
  reply.hijack();
  const stream = reply.raw;
  // Gone while it was being asked whether it may listen: nobody would ever tell us to stop.
  if (stream.destroyed) return;
  stream.writeHead(200, headers as Record<string, string>);
  stream.write('retry: 2000\n\n');
  const stopListening = news.listen(body, (one) => {
    stream.write(one === null ? 'event: again\ndata: {}\n\n' : `event: case\ndata: ${JSON.stringify(one)}\n\n`);
  });
  const alive = setInterval(async () => {
    // A database that does not answer is no reason to leave: the next beat asks again.
    const may = await guard.stillMay(asked, body, 'read').catch(() => true);
    if (stream.destroyed) return;
    if (may) stream.write(': alive\n\n');
    else stream.end();
  }, KEEP_ALIVE_MILLISECONDS);
  // A beat keeps a screen alive, never the program.
  alive.unref();
  stream.on('close', () => {
    clearInterval(alive);
    stopListening();
  });
}
