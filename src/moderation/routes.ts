// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { recordPage, verify } from '#audit';
import { allow, type Guard, headersOf } from '#governance';
import type { Log } from '#platform';
import { bulkRoutes } from './bulk/routes.ts';
import { confirmByHand, sendAgain } from './by-hand.ts';
import { channelReadings } from './channel-readings.ts';
import {
  CaseDetail,
  CasePage,
  CaseQuery,
  ChannelReadings,
  DecisionRequest,
  DoneByHandRequest,
  RecordPage,
  RecordVerification,
  ReplayRequest,
  UndoRequest,
} from './contract.ts';
import { crisisRoutes } from './crisis/routes.ts';
import { decide } from './decide.ts';
import { detail } from './detail.ts';
import { dossierRoutes } from './dossier/routes.ts';
import { ladderRoutes } from './ladder/routes.ts';
import { learnedRoutes } from './learned/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { newsStream } from './news.ts';
import type { ModerationPorts } from './ports.ts';
import { precedentRoutes } from './precedents/routes.ts';
import { queue } from './queue.ts';
import { queueViewRoutes } from './queue-views/routes.ts';
import type { Look } from './referrals/office-page.ts';
import { officePages } from './referrals/page-routes.ts';
import { referralRoutes } from './referrals/routes.ts';
import { replayDesk } from './replay-stream.ts';
import { replyRoutes } from './replies/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { statementRoutes } from './statements/routes.ts';
import { toDoRoutes } from './to-do/routes.ts';
import { turnsRoutes } from './turns/routes.ts';
import { undo } from './undo.ts';

const InBody = z.object({ body: z.string() });
const OneOfBody = InBody.extend({ id: z.uuid() });
const Keyed = z.object({ 'idempotency-key': z.string().min(8).max(100) });
const RecordQuery = z.object({ cursor: z.coerce.number().int().positive().optional() });

const RECORD_PAGE = 100;
/** A policy of a million characters, each of up to four bytes once escaped as JSON may need. */
const REPLAY_BYTES = 4_000_000;

export type RoomPorts = ModerationPorts & {
  readonly guard: Guard;
  readonly log: Log;
  /** Of pages for people outside the desk. */
  readonly look: Look;
};

/** What the rooms of this module offer besides, each under its own contract. */
const ROOMS: readonly ((scope: FastifyInstance, ports: RoomPorts) => void)[] = [
  learnedRoutes,
  ladderRoutes,
  turnsRoutes,
  replyRoutes,
  referralRoutes,
  bulkRoutes,
  crisisRoutes,
  precedentRoutes,
  officePages,
  queueViewRoutes,
  statementRoutes,
  reviewRoutes,
  dossierRoutes,
  toDoRoutes,
  mediaRoutes,
];

/** The desk's API for cases. Every answer is for one signed-in person: nothing is cached. */
export function moderationRoutes(root: FastifyInstance, ports: RoomPorts): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const may = (request: FastifyRequest, body: string, act: 'read' | 'monitor' | 'decide') =>
      ports.guard.actor(headersOf(request), body, act);
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    for (const routes of ROOMS) routes(scope, ports);

    const list = { params: InBody, querystring: CaseQuery, response: { 200: CasePage } };
    server.get(
      '/api/bodies/:body/cases',
      { ...allow('monitor', { narrowed: true }), schema: list },
      async (request) => {
        const { body } = request.params;
        const { id: person } = await may(request, body, 'monitor');
        const limits = await ports.guard.limits(headersOf(request), body, 'monitor');
        return queue(ports, { body, person, limits }, request.query);
      },
    );

    server.get(
      '/api/bodies/:body/cases/:id',
      { ...allow('monitor'), schema: { params: OneOfBody, response: { 200: CaseDetail } } },
      async (request) => {
        const { body, id } = request.params;
        await may(request, body, 'read');
        return detail(ports, body, id);
      },
    );

    const deciding = { params: OneOfBody, headers: Keyed, body: DecisionRequest, response: { 201: CaseDetail } };
    server.post(
      '/api/bodies/:body/cases/:id/decisions',
      { ...allow('decide'), schema: deciding },
      async (request, reply) => {
        const { body, id } = request.params;
        const actor = await may(request, body, 'decide');
        await decide(ports, {
          body,
          caseId: id,
          actor,
          key: request.headers['idempotency-key'],
          request: request.body,
        });
        return reply.code(201).send(await detail(ports, body, id));
      },
    );

    const undoing = { params: OneOfBody, body: UndoRequest, response: { 200: CaseDetail } };
    server.post('/api/bodies/:body/decisions/:id/undo', { ...allow('decide'), schema: undoing }, async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return detail(ports, body, await undo(ports, { body, decision: id, actor, reasons: request.body.reasons }));
    });

    const byHand = { params: OneOfBody, body: DoneByHandRequest, response: { 200: CaseDetail } };
    server.post('/api/bodies/:body/enforcements/:id/done', { ...allow('decide'), schema: byHand }, async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      const confirmed = { body, command: id, actor, note: request.body.note };
      return detail(ports, body, await confirmByHand(ports, confirmed));
    });

    const again = { params: OneOfBody, response: { 200: CaseDetail } };
    server.post('/api/bodies/:body/enforcements/:id/retry', { ...allow('decide'), schema: again }, async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return detail(ports, body, await sendAgain(ports, { body, command: id, actor }));
    });

    const readings = { params: InBody, response: { 200: ChannelReadings } };
    server.get('/api/bodies/:body/channels', { ...allow('read'), schema: readings }, async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return { items: await channelReadings(ports, body) };
    });

    const replays = replayDesk(ports);
    const replaying = { params: InBody, body: ReplayRequest };
    server.post(
      '/api/bodies/:body/replays',
      { ...allow('monitor'), schema: replaying, bodyLimit: REPLAY_BYTES },
      async (request, reply) => {
        const { body } = request.params;
        const { id: person } = await may(request, body, 'read');
        return replays.answer(request.body, { body, person, url: request.url }, reply);
      },
    );

    server.get('/api/bodies/:body/news', { ...allow('read'), schema: { params: InBody } }, async (request, reply) => {
      const { body } = request.params;
      await may(request, body, 'read');
      newsStream(ports, body, { request, reply });
      return reply;
    });

    const record = { params: InBody, querystring: RecordQuery, response: { 200: RecordPage } };
    server.get('/api/bodies/:body/record', { ...allow('read'), schema: record }, async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      const before = request.query.cursor ?? Number.MAX_SAFE_INTEGER;
      const items = await ports.database.inBody(body, (tx) => recordPage(tx, body, { before, limit: RECORD_PAGE }));
      return { items, next_cursor: items.length === RECORD_PAGE ? String(items.at(-1)?.seq) : null };
    });

    const verification = { params: InBody, response: { 200: RecordVerification } };
    server.get('/api/bodies/:body/record/verification', { ...allow('read'), schema: verification }, async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return ports.database.snapshot(body, (tx) => verify(tx, body));
    });
  });
}
