// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import { CaseDetail, DecisionRequest } from '../contract.ts';
import { decide } from '../decide.ts';
import { detail } from '../detail.ts';
import type { ModerationPorts } from '../ports.ts';
import { answerReferral, takeInCharge } from './answer.ts';
import { officeQueue, referralBoard } from './board.ts';
import { carriedByHand, renewLink, revokeLink } from './carry.ts';
import { caseReferrals } from './case-view.ts';
import {
  AnswerRequest,
  CaseReferrals,
  OfficeQueue,
  OutcomeRequest,
  ReferralBoard,
  ReferralChoice,
} from './contract.ts';
import { noteOutcome } from './note-outcome.ts';
import { officeRoutes } from './office-routes.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) });
const CASE = '/api/bodies/:body/cases/:id';
const REFERRAL = '/api/bodies/:body/referrals/:id';

/** `POST …/cases/{id}/referrals`: the decision to hand a case over, with where and what for. Answers with the case. */
const HandOverRequest = DecisionRequest.extend({ kind: z.literal('route'), referral: ReferralChoice });

/** Requests handed to offices: read by every role, acted on by who decides; offices are kept by the head. */
export function referralRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  officeRoutes(scope, ports);
  caseRoutes(scope, ports);
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide') =>
    ports.guard.actor(headersOf(request), body, act);

  server.get(
    '/api/bodies/:body/referrals',
    { ...allow('monitor'), schema: { params: InBody, response: { 200: ReferralBoard } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return referralBoard(ports, body);
    },
  );

  const queue = { params: InBody, querystring: z.object({ office: z.string().min(1).max(200) }) };
  server.get(
    '/api/bodies/:body/office-queue',
    { ...allow('monitor'), schema: { ...queue, response: { 200: OfficeQueue } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return officeQueue(ports, body, request.query.office);
    },
  );

  const answered = { params: One, body: AnswerRequest, response: { 200: ReferralBoard } };
  server.post(`${REFERRAL}/answers`, { ...allow('decide'), schema: answered }, async (request) => {
    const { body, id: referral } = request.params;
    const actor = await may(request, body, 'decide');
    await answerReferral(ports, { body, referral, from: { link: false, actor }, text: request.body.text });
    return referralBoard(ports, body);
  });

  const acts = {
    receipt: takeInChargeHere,
    carried: carriedByHand,
    'link/revoke': revokeLink,
    'link/renew': renewLink,
  };
  for (const [path, act] of Object.entries(acts))
    server.post(
      `${REFERRAL}/${path}`,
      { ...allow('decide'), schema: { params: One, response: { 200: ReferralBoard } } },
      async (request) => {
        const { body, id: referral } = request.params;
        await act(ports, { body, referral, actor: await may(request, body, 'decide') });
        return referralBoard(ports, body);
      },
    );
}

const takeInChargeHere: typeof carriedByHand = (ports, { body, referral, actor }) =>
  takeInCharge(ports, { body, referral, from: { link: false, actor } });

function caseRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide') =>
    ports.guard.actor(headersOf(request), body, act);

  const reading = { params: One, response: { 200: CaseReferrals } };
  server.get(`${CASE}/referrals`, { ...allow('monitor'), schema: reading }, async (request) => {
    const { body, id } = request.params;
    return caseReferrals(ports, { body, id, actor: await reader(ports, request, body) });
  });

  const handing = { params: One, headers: Keyed, body: HandOverRequest, response: { 201: CaseDetail } };
  server.post(`${CASE}/referrals`, { ...allow('decide'), schema: handing }, async (request, reply) => {
    const { body, id: caseId } = request.params;
    const { referral, ...decision } = request.body;
    const actor = await may(request, body, 'decide');
    const key = request.headers['idempotency-key'];
    await decide(ports, { body, caseId, actor, key, request: decision, referral });
    return reply.code(201).send(await detail(ports, body, caseId));
  });

  const noting = { params: One, body: OutcomeRequest, response: { 200: CaseReferrals } };
  server.post(`${CASE}/outcome`, { ...allow('decide'), schema: noting }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    await noteOutcome(ports, { body, caseId: id, actor, request: request.body });
    return caseReferrals(ports, { body, id, actor });
  });
}

/** In the role that may act, where the person has one: who only reads is not shown the links. */
async function reader({ guard }: { readonly guard: Guard }, request: FastifyRequest, body: string) {
  const headers = headersOf(request);
  return (await guard.stillMay(headers, body, 'decide'))
    ? guard.actor(headers, body, 'decide')
    : guard.actor(headers, body, 'read');
}
