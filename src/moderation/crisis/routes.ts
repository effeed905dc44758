// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { letOneGo } from '#delivery';
import { allow, type Guard, headersOf } from '#governance';
import { BulkView } from '../bulk/contract.ts';
import { bulkView } from '../bulk/view.ts';
import type { ModerationPorts } from '../ports.ts';
import { beginCrisis, finishCrisis, resumeSending, stopSending } from './begin.ts';
import {
  CloseThreadRequest,
  CrisisAnswerRequest,
  CrisisEndRequest,
  CrisisRequest,
  CrisisState,
  CrisisTextRequest,
  CrisisView,
  Waves,
} from './contract.ts';
import { answerMany, approveText, retire } from './texts.ts';
import { closeThread, reopenThread, threadDoneByHand } from './threads.ts';
import { crisisState, crisisView } from './view.ts';
import { waves } from './waves.ts';

const InBody = z.object({ body: z.string() });
const OneOfBody = InBody.extend({ id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(60) });
const PATH = '/api/bodies/:body/crisis';

/** What comes all at once: seen by every role; the head switches, stops and approves texts, whoever decides does the rest. */
export function crisisRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide' | 'lead') =>
    ports.guard.actor(headersOf(request), body, act);
  const answer = { response: { 200: CrisisView } };
  const plain = { params: InBody, ...answer };
  const one = { params: OneOfBody, ...answer };

  server.get(
    '/api/bodies/:body/waves',
    { ...allow('monitor'), schema: { params: InBody, response: { 200: Waves } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return waves(ports, body);
    },
  );

  server.get(PATH, { ...allow('monitor'), schema: plain }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return crisisView(ports, body);
  });

  server.get(
    `${PATH}/state`,
    { ...allow('read'), schema: { params: InBody, response: { 200: CrisisState } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return crisisState(ports, body);
    },
  );

  server.post(PATH, { ...allow('lead'), schema: { ...plain, body: CrisisRequest } }, async (request) => {
    const { body } = request.params;
    await beginCrisis(ports, { body, actor: await may(request, body, 'lead'), ...request.body });
    return crisisView(ports, body);
  });

  server.post(`${PATH}/end`, { ...allow('lead'), schema: { ...plain, body: CrisisEndRequest } }, async (request) => {
    const { body } = request.params;
    await finishCrisis(ports, { body, actor: await may(request, body, 'lead'), note: request.body.note });
    return crisisView(ports, body);
  });

  for (const [path, verb] of [
    ['stop', stopSending],
    ['resume', resumeSending],
  ] as const)
    server.post(`${PATH}/${path}`, { ...allow('lead'), schema: plain }, async (request) => {
      const { body } = request.params;
      await verb(ports, { body, actor: await may(request, body, 'lead') });
      return crisisView(ports, body);
    });

  server.post(`${PATH}/waiting/:id/let-go`, { ...allow('decide'), schema: one }, async (request) => {
    const { body, id: command } = request.params;
    const actor = await may(request, body, 'decide');
    await ports.database.inBody(body, async (tx) => {
      await letOneGo(ports, tx, { body, command, actor });
      await ports.news.tell(tx, body, { id: command, change: 'enforced' });
    });
    return crisisView(ports, body);
  });

  server.post(`${PATH}/texts`, { ...allow('lead'), schema: { ...plain, body: CrisisTextRequest } }, async (request) => {
    const { body } = request.params;
    await approveText(ports, { body, actor: await may(request, body, 'lead'), ...request.body });
    return crisisView(ports, body);
  });

  server.post(`${PATH}/texts/:id/retire`, { ...allow('lead'), schema: one }, async (request) => {
    const { body, id } = request.params;
    await retire(ports, { body, actor: await may(request, body, 'lead'), id });
    return crisisView(ports, body);
  });

  const answering = { params: InBody, headers: Keyed, body: CrisisAnswerRequest, response: { 201: BulkView } };
  server.post(`${PATH}/answers`, { ...allow('decide'), schema: answering }, async (request, reply) => {
    const { body } = request.params;
    const actor = await may(request, body, 'decide');
    const key = request.headers['idempotency-key'];
    const id = await answerMany(ports, { body, actor, key, request: request.body });
    return reply.code(201).send(await bulkView(ports, body, id));
  });

  const closing = { ...plain, headers: Keyed, body: CloseThreadRequest };
  server.post(`${PATH}/threads`, { ...allow('decide'), schema: closing }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'decide');
    await closeThread(ports, { body, actor, key: request.headers['idempotency-key'], ...request.body });
    return crisisView(ports, body);
  });

  for (const [path, verb] of [
    ['reopen', reopenThread],
    ['done', threadDoneByHand],
  ] as const)
    server.post(`${PATH}/threads/:id/${path}`, { ...allow('decide'), schema: one }, async (request) => {
      const { body, id } = request.params;
      await verb(ports, { body, actor: await may(request, body, 'decide'), id });
      return crisisView(ports, body);
    });
}
