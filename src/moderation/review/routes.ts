// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { giveOutcome } from '../statements/give.ts';
import { CorrectionRequest, ReviewByHandRequest, ReviewDecisionRequest, ReviewsPage } from './contract.ts';
import { enterByHand } from './enter-by-hand.ts';
import { correct, decideReview } from './settle.ts';
import { reviewsPage } from './view.ts';

const InBody = z.object({ body: z.string() });
const OneOfBody = InBody.extend({ id: z.uuid() });

/** Contested decisions: read by every role, resolved by another person than who decided. */
export function reviewRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const actor = (request: FastifyRequest, body: string, act: 'read' | 'decide' | 'lead') =>
    ports.guard.actor(headersOf(request), body, act);
  const answer = { response: { 200: ReviewsPage } };

  server.get(
    '/api/bodies/:body/reviews',
    { ...allow('monitor'), schema: { params: InBody, ...answer } },
    async (request) => {
      const { body } = request.params;
      return reviewsPage(ports, body, await actor(request, body, 'read'));
    },
  );

  const deciding = { params: OneOfBody, body: ReviewDecisionRequest, ...answer };
  server.post('/api/bodies/:body/reviews/:id/decision', { ...allow('decide'), schema: deciding }, async (request) => {
    const { body, id } = request.params;
    const person = await actor(request, body, 'decide');
    await decideReview(ports, { body, review: id, actor: person, resolving: request.body });
    return reviewsPage(ports, body, person);
  });

  server.post(
    '/api/bodies/:body/reviews/:id/given',
    { ...allow('decide'), schema: { params: OneOfBody, ...answer } },
    async (request) => {
      const { body, id } = request.params;
      const person = await actor(request, body, 'decide');
      await giveOutcome(ports, { body, id, actor: person });
      return reviewsPage(ports, body, person);
    },
  );

  const entering = { params: OneOfBody, body: ReviewByHandRequest, ...answer };
  server.post('/api/bodies/:body/statements/:id/reviews', { ...allow('decide'), schema: entering }, async (request) => {
    const { body, id } = request.params;
    const person = await actor(request, body, 'decide');
    await enterByHand(ports, { body, statement: id, actor: person, brought: request.body });
    return reviewsPage(ports, body, person);
  });

  const correcting = { params: OneOfBody, body: CorrectionRequest, ...answer };
  server.post(
    '/api/bodies/:body/statements/:id/correction',
    { ...allow('lead'), schema: correcting },
    async (request) => {
      const { body, id } = request.params;
      const person = await actor(request, body, 'lead');
      const resolving = { outcome: 'overturned' as const, ...request.body };
      await correct(ports, { body, statement: id, actor: person, resolving });
      return reviewsPage(ports, body, person);
    },
  );
}
