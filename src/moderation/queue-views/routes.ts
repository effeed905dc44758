// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import { authorName } from '#inbox';
import type { ModerationPorts } from '../ports.ts';
import { AuthorOfQueue, QueueChoices, QueueViewRequest, QueueViews } from './contract.ts';
import { dropView, keepView, queueChoices, queueViews } from './views.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body';

/** Views of the queue: each person's own; for everyone by the head of the desk alone. */
export function queueViewRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const answer = { response: { 200: QueueViews } };

  server.get(`${ROOT}/queue-views`, { ...allow('read'), schema: { params: InBody, ...answer } }, async (request) => {
    const { body } = request.params;
    return queueViews(ports, { body, actor: await ports.guard.actor(headersOf(request), body, 'read') });
  });

  const keeping = { params: One, body: QueueViewRequest, ...answer };
  server.put(`${ROOT}/queue-views/:id`, { ...allow('read'), schema: keeping }, async (request) => {
    const { body, id } = request.params;
    const act = request.body.shared ? 'lead' : 'read';
    const actor = await ports.guard.actor(headersOf(request), body, act);
    await keepView(ports, { body, actor, id, request: request.body });
    return queueViews(ports, { body, actor });
  });

  server.post(
    `${ROOT}/queue-views/:id/drop`,
    { ...allow('read'), schema: { params: One, ...answer } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await ports.guard.actor(headersOf(request), body, 'read');
      await dropView(ports, { body, actor, id });
      return queueViews(ports, { body, actor });
    },
  );

  server.get(
    `${ROOT}/queue-choices`,
    { ...allow('read'), schema: { params: InBody, response: { 200: QueueChoices } } },
    async (request) => {
      const { body } = request.params;
      await ports.guard.actor(headersOf(request), body, 'read');
      return queueChoices(ports, body);
    },
  );

  const naming = { params: One, response: { 200: AuthorOfQueue } };
  server.get(
    `${ROOT}/authors/:id/name`,
    { ...allow('monitor', { machines: 'never' }), schema: naming },
    async (request) => {
      const { body, id } = request.params;
      await ports.guard.actor(headersOf(request), body, 'read');
      return { id, name: (await ports.database.inBody(body, (tx) => authorName(tx, id))) || null };
    },
  );
}
