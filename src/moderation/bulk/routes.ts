// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import { UndoRequest } from '../contract.ts';
import type { ModerationPorts } from '../ports.ts';
import { BulkDecisions, BulkOffer, BulkOfferRequest, BulkRequest, BulkView } from './contract.ts';
import { decideTogether } from './decide-together.ts';
import { offerTogether } from './offer.ts';
import { undoTogether } from './undo-together.ts';
import { bulkList, bulkView } from './view.ts';

const InBody = z.object({ body: z.string() });
const OneBulk = InBody.extend({ id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(60) });
const PATH = '/api/bodies/:body/bulk-decisions';

/** Many cases under one ground: seen by every role, decided by who decides. */
export function bulkRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide') =>
    ports.guard.actor(headersOf(request), body, act);

  const offering = { params: InBody, body: BulkOfferRequest, response: { 200: BulkOffer } };
  server.post(`${PATH}/offer`, { ...allow('decide'), schema: offering }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'decide');
    return offerTogether(ports, body, request.body.cases);
  });

  const deciding = { params: InBody, headers: Keyed, body: BulkRequest, response: { 201: BulkView } };
  server.post(PATH, { ...allow('decide'), schema: deciding }, async (request, reply) => {
    const { body } = request.params;
    const actor = await may(request, body, 'decide');
    const key = request.headers['idempotency-key'];
    const id = await decideTogether(ports, { body, actor, key, request: request.body });
    return reply.code(201).send(await bulkView(ports, body, id));
  });

  server.get(
    PATH,
    { ...allow('monitor'), schema: { params: InBody, response: { 200: BulkDecisions } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return bulkList(ports, body);
    },
  );

  server.get(
    `${PATH}/:id`,
    { ...allow('monitor'), schema: { params: OneBulk, response: { 200: BulkView } } },
    async (request) => {
      const { body, id } = request.params;
      await may(request, body, 'read');
      return bulkView(ports, body, id);
    },
  );

  const undoing = { params: OneBulk, body: UndoRequest, response: { 200: BulkView } };
  server.post(`${PATH}/:id/undo`, { ...allow('decide'), schema: undoing }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    await undoTogether(ports, { body, bulk: id, actor, reasons: request.body.reasons });
    return bulkView(ports, body, id);
  });
}
