// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { EqualTreatment, EqualTreatmentChoice, EqualTreatmentQuery, Precedents } from './contract.ts';
import { chooseSmallest, equalTreatment } from './equal-treatment.ts';
import { precedents } from './precedents.ts';

const InBody = z.object({ body: z.string() });
const OneCase = InBody.extend({ id: z.uuid() });

/** Precedents are for every role; what was decided differently is for the head alone. */
export function precedentRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'lead') =>
    ports.guard.actor(headersOf(request), body, act);

  const one = { params: OneCase, response: { 200: Precedents } };
  server.get('/api/bodies/:body/cases/:id/precedents', { ...allow('monitor'), schema: one }, async (request) => {
    const { body, id } = request.params;
    await may(request, body, 'read');
    return precedents(ports, body, id);
  });

  const monthly = { params: InBody, querystring: EqualTreatmentQuery, response: { 200: EqualTreatment } };
  server.get('/api/bodies/:body/equal-treatment', { ...allow('lead'), schema: monthly }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'lead');
    return equalTreatment(ports, body, request.query.month);
  });

  const choosing = { params: InBody, body: EqualTreatmentChoice, response: { 200: EqualTreatment } };
  server.post('/api/bodies/:body/equal-treatment/choices', { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    await chooseSmallest(ports, { body, actor: await may(request, body, 'lead') }, request.body);
    return equalTreatment(ports, body);
  });
}
