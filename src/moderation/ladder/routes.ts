// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { authorRoutes } from './author-routes.ts';
import { ban } from './ban.ts';
import { caseLadder } from './case-view.ts';
import { confirmViolation, takeViolationBack } from './confirm.ts';
import {
  BanRequest,
  LadderView,
  MinorDataRequest,
  MinorRequest,
  NoticeRequest,
  ViolationRequest,
  WarnRequest,
} from './contract.ts';
import { minorSeen } from './minors.ts';
import { reportToPlatform } from './report.ts';
import { warn } from './warn.ts';
import { answerData } from './young-data.ts';

const OneCase = z.object({ body: z.string(), id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) });
const PATH = '/api/bodies/:body/cases/:id';

/** What may be done to the author of a case: read by every role, done by who decides. */
export function ladderRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const decides = (request: FastifyRequest, body: string) => ports.guard.actor(headersOf(request), body, 'decide');
  const answer = { response: { 200: LadderView } };

  server.get(`${PATH}/ladder`, { ...allow('monitor'), schema: { params: OneCase, ...answer } }, async (request) => {
    const { body, id } = request.params;
    await ports.guard.actor(headersOf(request), body, 'read');
    return caseLadder(ports, body, id);
  });

  const violation = { params: OneCase, body: ViolationRequest, ...answer };
  server.post(`${PATH}/violation`, { ...allow('decide'), schema: violation }, async (request) => {
    const { body, id: caseId } = request.params;
    await confirmViolation(ports, { body, caseId, actor: await decides(request, body), ...request.body });
    return caseLadder(ports, body, caseId);
  });

  const withdrawing = { params: OneCase, body: ViolationRequest.pick({ policyDigest: true }), ...answer };
  server.post(`${PATH}/violation/withdraw`, { ...allow('decide'), schema: withdrawing }, async (request) => {
    const { body, id: caseId } = request.params;
    await takeViolationBack(ports, { body, caseId, actor: await decides(request, body), ...request.body });
    return caseLadder(ports, body, caseId);
  });

  const warning = { params: OneCase, headers: Keyed, body: WarnRequest, ...answer };
  server.post(`${PATH}/warnings`, { ...allow('decide'), schema: warning }, async (request) => {
    const { body, id: caseId } = request.params;
    const actor = await decides(request, body);
    const { policyDigest } = request.body;
    const key = request.headers['idempotency-key'];
    await warn(ports, { body, caseId, actor, key, policyDigest, request: request.body });
    return caseLadder(ports, body, caseId);
  });

  const banning = { params: OneCase, headers: Keyed, body: BanRequest, ...answer };
  server.post(`${PATH}/bans`, { ...allow('decide'), schema: banning }, async (request) => {
    const { body, id: caseId } = request.params;
    const actor = await decides(request, body);
    const { policyDigest } = request.body;
    const key = request.headers['idempotency-key'];
    await ban(ports, { body, caseId, actor, key, policyDigest, request: request.body });
    return caseLadder(ports, body, caseId);
  });

  const reporting = { params: OneCase, body: NoticeRequest.extend({ policyDigest: z.string() }), ...answer };
  server.post(`${PATH}/platform-reports`, { ...allow('decide'), schema: reporting }, async (request) => {
    const { body, id: caseId } = request.params;
    const actor = await decides(request, body);
    const { policyDigest, ...notice } = request.body;
    await reportToPlatform(ports, { body, caseId, actor, policyDigest, request: notice });
    return caseLadder(ports, body, caseId);
  });

  const minor = { params: OneCase, body: MinorRequest, ...answer };
  server.post(`${PATH}/minor`, { ...allow('decide'), schema: minor }, async (request) => {
    const { body, id: caseId } = request.params;
    await minorSeen(ports, { body, caseId, actor: await decides(request, body), request: request.body });
    return caseLadder(ports, body, caseId);
  });

  const answering = { params: OneCase, body: MinorDataRequest, ...answer };
  server.post(`${PATH}/minor/data`, { ...allow('decide'), schema: answering }, async (request) => {
    const { body, id: caseId } = request.params;
    await answerData(ports, { body, caseId, actor: await decides(request, body), ...request.body });
    return caseLadder(ports, body, caseId);
  });

  authorRoutes(scope, ports);
}
