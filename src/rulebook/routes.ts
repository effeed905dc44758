// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import { allBodies } from '#governance';
import { type Clock, CodedError } from '#kernel';
import type { Database } from '#platform';
import { inForce } from './in-force.ts';
import { directoryPage, missingPage, publishedPage } from './published-page.ts';

const SLUG = /^[a-z0-9-]{2,60}$/;

export interface RulebookRoutes {
  readonly database: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  /** Style sheets of the public pages, as paths on this server. */
  readonly styles: readonly string[];
}

/** The pages for citizens: what is in force, readable without scripts. */
export function rulebookRoutes(server: FastifyInstance, { database, clock, demo, styles }: RulebookRoutes): void {
  const frame = { demo, styles };

  server.get('/', async (_request, reply) => {
    const bodies = await database.outside((tx) => allBodies(tx));
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(directoryPage(bodies, frame).markup);
  });

  server.get<{ Params: { body: string } }>('/policy/:body', async (request, reply) => {
    const { body } = request.params;
    const missing = () => reply.code(404).send(missingPage(frame).markup);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    // What is no body's name is not asked of the database.
    if (!SLUG.test(body)) return missing();
    try {
      const policy = await database.inBody(body, (tx) => inForce(tx, body, clock.now()));
      return reply.send(publishedPage(policy, frame).markup);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'NO_POLICY') throw error;
      return missing();
    }
  });
}
