// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { chooseLearned, learnedState } from './choose.ts';
import { LearnedChoiceRequest, LearnedState } from './contract.ts';

const InBody = z.object({ body: z.string() });
const PATH = '/api/bodies/:body/learned';

/** What the body chose about the learned part: read by every role, chosen by the head of the desk. */
export function learnedRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();

  server.get(
    PATH,
    { ...allow('read'), schema: { params: InBody, response: { 200: LearnedState } } },
    async (request) => {
      const { body } = request.params;
      await ports.guard.actor(headersOf(request), body, 'read');
      return learnedState(ports, body);
    },
  );

  const choosing = { params: InBody, body: LearnedChoiceRequest, response: { 201: LearnedState } };
  server.post(PATH, { ...allow('approve-policy'), schema: choosing }, async (request, reply) => {
    const { body } = request.params;
    const actor = await ports.guard.actor(headersOf(request), body, 'approve-policy');
    return reply.code(201).send(await chooseLearned(ports, { body, actor }, request.body));
  });
}
