// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import { EnteredItem, EnterRequest } from './contract.ts';
import { enter } from './enter.ts';
import type { InboxPorts } from './webhook.ts';

/** What people bring to the desk from where it cannot read. */
export function inboxRoutes(root: FastifyInstance, ports: InboxPorts & { readonly guard: Guard }): void {
  const server = root.withTypeProvider<ZodTypeProvider>();
  const schema = { params: z.object({ body: z.string() }), body: EnterRequest, response: { 201: EnteredItem } };
  server.post('/api/bodies/:body/items', { ...allow('decide'), schema }, async (request, reply) => {
    const { body } = request.params;
    const by = await ports.guard.actor(headersOf(request), body, 'decide');
    const entered = { ...request.body, body, by, at: new Date(request.body.at) };
    const item = await ports.database.inBody(body, (tx) => enter({ ...ports, tx }, entered));
    return reply.code(201).send({ item });
  });
}
