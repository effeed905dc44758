// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { News } from '#platform';

const KEEP_ALIVE_MILLISECONDS = 25_000;

/** Server-sent events for one open screen: what changed, by id. `again` tells it that something may have been missed. */
export function newsStream(
  news: News,
  body: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): void {
  const headers = {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'x-accel-buffering': 'no',
  };
  reply.hijack();
  const stream = reply.raw;
  stream.writeHead(200, headers as Record<string, string>);
  stream.write('retry: 2000\n\n');
  const stop = news.listen(body, (one) => {
    stream.write(one === null ? 'event: again\ndata: {}\n\n' : `event: case\ndata: ${JSON.stringify(one)}\n\n`);
  });
  const alive = setInterval(() => stream.write(': alive\n\n'), KEEP_ALIVE_MILLISECONDS);
  request.raw.on('close', () => {
    clearInterval(alive);
    stop();
  });
}
