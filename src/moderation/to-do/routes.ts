// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { ToDo } from './contract.ts';
import { toDo } from './to-do.ts';

const InBody = z.object({ body: z.string() });

export function toDoRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const asking = { params: InBody, response: { 200: ToDo } };
  scope
    .withTypeProvider<ZodTypeProvider>()
    .get('/api/bodies/:body/to-do', { ...allow('read'), schema: asking }, async (request) => {
      const { body } = request.params;
      const { id: person } = await ports.guard.actor(headersOf(request), body, 'read');
      return toDo(ports, { body, person });
    });
}
