// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { alarmRoutes } from './alarm-routes.ts';
import { claim, release } from './claim.ts';
import { claimsIn, claimView } from './claim-view.ts';
import {
  ClaimRequest,
  Claims,
  ClaimView,
  HandoverRequest,
  PresenceRequest,
  Sheet,
  Sheets,
  TurnsRequest,
  TurnsView,
} from './contract.ts';
import { handOver } from './handover.ts';
import { showing } from './presence.ts';
import { pushRoutes } from './push/routes.ts';
import { setTurns, turnsView } from './set-turns.ts';
import { readSheet, sheetNow, sheetsIn, sheetView } from './sheet.ts';

const InBody = z.object({ body: z.string() });
const OneOfBody = InBody.extend({ id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) });
const ROOT = '/api/bodies/:body';

/** Who has what in hand, who is on duty: read by every role, claimed by who decides, set by the head of the desk. */
export function turnsRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  claimRoutes(scope, ports);
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide' | 'lead') =>
    ports.guard.actor(headersOf(request), body, act);

  server.get(
    `${ROOT}/turns`,
    { ...allow('read'), schema: { params: InBody, response: { 200: TurnsView } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return turnsView(ports, body);
    },
  );

  const setting = { params: InBody, body: TurnsRequest, response: { 200: TurnsView } };
  server.post(`${ROOT}/turns`, { ...allow('lead'), schema: setting }, async (request) => {
    const { body } = request.params;
    return setTurns(ports, { body, actor: await may(request, body, 'lead') }, request.body);
  });

  const sheets = { params: InBody, response: { 200: Sheets } };
  server.get(`${ROOT}/handover-sheets`, { ...allow('read'), schema: sheets }, async (request) => {
    const { body } = request.params;
    return sheetsIn(ports, { body, person: (await may(request, body, 'read')).id });
  });

  const now = { params: InBody, response: { 200: Sheet } };
  server.get(`${ROOT}/handover-sheets/now`, { ...allow('read'), schema: now }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return sheetNow(ports, body);
  });

  const one = { params: OneOfBody, response: { 200: Sheet } };
  server.get(`${ROOT}/handover-sheets/:id`, { ...allow('read'), schema: one }, async (request) => {
    const { body, id } = request.params;
    return sheetView(ports, { body, person: (await may(request, body, 'read')).id }, id);
  });

  server.post(`${ROOT}/handover-sheets/:id/reading`, { ...allow('decide'), schema: one }, async (request) => {
    const { body, id } = request.params;
    return readSheet(ports, { body, actor: await may(request, body, 'decide'), sheet: id });
  });

  alarmRoutes(scope, ports);
  pushRoutes(scope, ports);
}

function claimRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide') =>
    ports.guard.actor(headersOf(request), body, act);
  const answer = { params: OneOfBody, response: { 200: ClaimView } };

  server.get(
    `${ROOT}/claims`,
    { ...allow('read'), schema: { params: InBody, response: { 200: Claims } } },
    async (request) => {
      const { body } = request.params;
      return claimsIn(ports, { body, person: (await may(request, body, 'read')).id });
    },
  );

  server.get(`${ROOT}/cases/:id/claim`, { ...allow('monitor'), schema: answer }, async (request) => {
    const { body, id } = request.params;
    return claimView(ports, { body, person: (await may(request, body, 'read')).id }, id);
  });

  server.post(
    `${ROOT}/cases/:id/claim`,
    { ...allow('decide'), schema: { ...answer, body: ClaimRequest } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      await claim(ports, { body, caseId: id, actor }, request.body);
      return claimView(ports, { body, person: actor.id }, id);
    },
  );

  server.post(`${ROOT}/cases/:id/release`, { ...allow('decide'), schema: answer }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    await release(ports, { body, caseId: id, actor });
    return claimView(ports, { body, person: actor.id }, id);
  });

  const handing = { ...answer, headers: Keyed, body: HandoverRequest };
  server.post(`${ROOT}/cases/:id/handover`, { ...allow('decide'), schema: handing }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    await handOver(ports, { body, caseId: id, actor, key: request.headers['idempotency-key'] }, request.body);
    return claimView(ports, { body, person: actor.id }, id);
  });

  const present = { params: InBody, body: PresenceRequest };
  server.post(`${ROOT}/presence`, { ...allow('read'), schema: present }, async (request, reply) => {
    const { body } = request.params;
    const { id, name } = await may(request, body, 'read');
    await showing(ports, { body, actor: { id, name } }, request.body);
    return reply.code(204).send();
  });
}
