// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Guard } from '../authorise.ts';
import { allow, headersOf, open } from '../route-rules.ts';
import {
  DepartureRequest,
  DesignationRequest,
  EndRequest,
  Entered,
  EntryRequest,
  LinkRequest,
  LinkView,
  MandateRequest,
  PasswordRequest,
  PeoplePage,
  TrainingRequest,
} from './contract.ts';
import { endMandate } from './end.ts';
import { enter, linkAgain } from './enter.ts';
import { designate, giveAnother } from './give.ts';
import { leave, taskDone } from './leave.ts';
import { acceptLink, lookAtLink } from './link.ts';
import type { PeoplePorts } from './ports.ts';
import { noteTraining } from './train.ts';
import { peoplePage } from './view.ts';

const InBody = z.object({ body: z.string() });
const OnePerson = InBody.extend({ person: z.string().min(1).max(100) });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body';
const PERSON = `${ROOT}/people/:person`;
/** Nobody opens many links; each costs a hash of a password. */
const LINKS = { max: 20, timeWindow: 60_000 };

/** Who works for a body and in which part: read by the head and by auditors, changed by the head. */
export function peopleRoutes(root: FastifyInstance, ports: PeoplePorts & { readonly guard: Guard }): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const head = (request: FastifyRequest, body: string) => ports.guard.actor(headersOf(request), body, 'people');
    const answer = { response: { 200: PeoplePage } };
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const seeing = { ...allow('see-people'), schema: { params: InBody, ...answer } };
    server.get(`${ROOT}/people`, seeing, async (request) => {
      const { body } = request.params;
      await ports.guard.actor(headersOf(request), body, 'see-people');
      return peoplePage(ports, body);
    });

    const entering = { params: InBody, body: EntryRequest, response: { 201: Entered } };
    server.post(`${ROOT}/people`, { ...allow('people'), schema: entering }, async (request, reply) => {
      const { body } = request.params;
      const entered = await enter(ports, { body, actor: await head(request, body) }, request.body);
      return reply.code(201).send({ ...entered, page: await peoplePage(ports, body) });
    });

    const linking = { params: OnePerson, response: { 201: Entered } };
    server.post(`${PERSON}/link`, { ...allow('people'), schema: linking }, async (request, reply) => {
      const { body, person } = request.params;
      const entered = await linkAgain(ports, { body, person, actor: await head(request, body) });
      return reply.code(201).send({ ...entered, page: await peoplePage(ports, body) });
    });

    const giving = { params: OnePerson, body: MandateRequest, ...answer };
    server.post(`${PERSON}/mandates`, { ...allow('people'), schema: giving }, async (request) => {
      const { body, person } = request.params;
      await giveAnother(ports, { body, person, actor: await head(request, body) }, request.body);
      return peoplePage(ports, body);
    });

    const training = { params: OnePerson, body: TrainingRequest, ...answer };
    server.post(`${PERSON}/training`, { ...allow('people'), schema: training }, async (request) => {
      const { body, person } = request.params;
      await noteTraining(ports, { body, person, actor: await head(request, body) }, request.body);
      return peoplePage(ports, body);
    });

    const leaving = { params: OnePerson, body: DepartureRequest, ...answer };
    server.post(`${PERSON}/departure`, { ...allow('people'), schema: leaving }, async (request) => {
      const { body, person } = request.params;
      await leave(ports, { body, person, actor: await head(request, body) }, request.body.reason);
      return peoplePage(ports, body);
    });

    const designating = { params: One, body: DesignationRequest, ...answer };
    server.post(`${ROOT}/mandates/:id/act`, { ...allow('people'), schema: designating }, async (request) => {
      const { body, id } = request.params;
      await designate(ports, { body, id, actor: await head(request, body) }, request.body);
      return peoplePage(ports, body);
    });

    const ending = { params: One, body: EndRequest, ...answer };
    server.post(`${ROOT}/mandates/:id/end`, { ...allow('people'), schema: ending }, async (request) => {
      const { body, id } = request.params;
      await endMandate(ports, { body, id, actor: await head(request, body) }, request.body);
      return peoplePage(ports, body);
    });

    const doing = { ...allow('people'), schema: { params: One, ...answer } };
    server.post(`${ROOT}/departure-tasks/:id/done`, doing, async (request) => {
      const { body, id } = request.params;
      await taskDone(ports, { body, id, actor: await head(request, body) });
      return peoplePage(ports, body);
    });

    linkRoutes(scope, ports);
  });
}

/** For who holds a link and is nobody yet. */
function linkRoutes(scope: FastifyInstance, ports: PeoplePorts): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const { rule } = open('chi ha il collegamento non ha ancora una password').config;
  const config = { rule, rateLimit: LINKS };
  server.post(
    '/api/invitations/look',
    { config, schema: { body: LinkRequest, response: { 200: LinkView } } },
    async (request) => lookAtLink(ports, request.body.token),
  );
  server.post(
    '/api/invitations/accept',
    { config, schema: { body: PasswordRequest, response: { 204: z.undefined() } } },
    async (request, reply) => {
      await acceptLink(ports, request.body);
      return reply.code(204).send();
    },
  );
}
