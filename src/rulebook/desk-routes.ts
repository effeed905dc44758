// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Guard, headersOf } from '#governance';
import type { Desk } from './desk.ts';
import { draftRoutes } from './draft-routes.ts';
import { importRoutes } from './import-routes.ts';
import type { RulebookPorts } from './ports.ts';
import { recordingRoutes } from './recording-routes.ts';
import { versionRoutes } from './version-routes.ts';

/** The desk's API for the rulebook. Every answer is for one signed-in person: nothing is cached. */
export function rulebookDeskRoutes(root: FastifyInstance, ports: RulebookPorts & { readonly guard: Guard }): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const may: Desk['may'] = (request, body, act) => ports.guard.actor(headersOf(request), body, act);
    const desk = { server, ports, may };
    versionRoutes(desk);
    draftRoutes(desk);
    importRoutes(desk);
    recordingRoutes(desk);
  });
}
