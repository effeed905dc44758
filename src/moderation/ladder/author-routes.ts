// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import {
  AuthorsPage,
  AuthorView,
  LadderChoiceRequest,
  LadderChoices,
  LinkRequest,
  NoteRequest,
  YoungAccountRequest,
  YoungAccounts,
} from './author-contract.ts';
import { authorsPage, authorView } from './authors.ts';
import { keep } from './ban.ts';
import { chooseLadder, ladderChoices } from './choose.ts';
import { GivenRequest, KeepRequest, LiftRequest, ReportDoneRequest, TellRequest } from './contract.ts';
import { givenByHand } from './given.ts';
import { lift } from './lift.ts';
import { declareYoung, endYoung, youngAccountsOf } from './minors.ts';
import { breakLink, eraseNote, proveLink, writeNote } from './notes.ts';
import { reportDone } from './report.ts';
import { tellLater } from './tell.ts';

type Act = Parameters<Guard['actor']>[2];

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body';

/** The pages of authors, what stands against them, and what the body chose. */
export function authorRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: Act) => ports.guard.actor(headersOf(request), body, act);
  const page = { response: { 200: AuthorsPage } };

  server.get(`${ROOT}/authors`, { ...allow('monitor'), schema: { params: InBody, ...page } }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return authorsPage(ports, body);
  });
  server.get(
    `${ROOT}/authors/:id`,
    { ...allow('monitor'), schema: { params: One, response: { 200: AuthorView } } },
    async (request) => {
      const { body, id } = request.params;
      await may(request, body, 'read');
      return authorView(ports, body, id);
    },
  );

  server.post(
    `${ROOT}/measures/:id/lift`,
    { ...allow('decide'), schema: { params: One, body: LiftRequest, ...page } },
    async (request) => {
      const { body, id: measure } = request.params;
      await lift(ports, { body, measure, actor: await may(request, body, 'decide'), ...request.body });
      return authorsPage(ports, body);
    },
  );
  server.post(
    `${ROOT}/measures/:id/keep`,
    { ...allow('decide'), schema: { params: One, body: KeepRequest, ...page } },
    async (request) => {
      const { body, id: measure } = request.params;
      await keep(ports, { body, measure, actor: await may(request, body, 'decide'), ...request.body });
      return authorsPage(ports, body);
    },
  );
  server.post(
    `${ROOT}/measures/:id/given`,
    { ...allow('decide'), schema: { params: One, body: GivenRequest, ...page } },
    async (request) => {
      const { body, id: measure } = request.params;
      await givenByHand(ports, { body, measure, actor: await may(request, body, 'decide'), ...request.body });
      return authorsPage(ports, body);
    },
  );
  server.post(
    `${ROOT}/measures/:id/tell`,
    { ...allow('decide'), schema: { params: One, body: TellRequest, ...page } },
    async (request) => {
      const { body, id: measure } = request.params;
      await tellLater(ports, { body, measure, actor: await may(request, body, 'decide'), request: request.body });
      return authorsPage(ports, body);
    },
  );
  const done = { params: One, body: ReportDoneRequest, ...page };
  server.post(`${ROOT}/platform-reports/:id/done`, { ...allow('decide'), schema: done }, async (request) => {
    const { body, id: report } = request.params;
    await reportDone(ports, { body, report, actor: await may(request, body, 'decide'), request: request.body });
    return authorsPage(ports, body);
  });

  const one = { response: { 200: AuthorView } };
  server.post(
    `${ROOT}/authors/:id/notes`,
    { ...allow('decide'), schema: { params: One, body: NoteRequest, ...one } },
    async (request) => {
      const { body, id: author } = request.params;
      await writeNote(ports, { body, author, actor: await may(request, body, 'decide') }, request.body.text);
      return authorView(ports, body, author);
    },
  );
  server.post(
    `${ROOT}/authors/:id/links`,
    { ...allow('decide'), schema: { params: One, body: LinkRequest, ...one } },
    async (request) => {
      const { body, id: author } = request.params;
      await proveLink(ports, { body, author, actor: await may(request, body, 'decide') }, request.body);
      return authorView(ports, body, author);
    },
  );
  const nothing = { response: { 204: z.undefined() } };
  server.post(
    `${ROOT}/notes/:id/remove`,
    { ...allow('decide'), schema: { params: One, ...nothing } },
    async (request, reply) => {
      const { body, id: note } = request.params;
      await eraseNote(ports, { body, note, actor: await may(request, body, 'decide') });
      return reply.code(204).send();
    },
  );
  server.post(
    `${ROOT}/links/:id/end`,
    { ...allow('decide'), schema: { params: One, ...nothing } },
    async (request, reply) => {
      const { body, id: link } = request.params;
      await breakLink(ports, { body, link, actor: await may(request, body, 'decide') });
      return reply.code(204).send();
    },
  );

  choiceRoutes(scope, ports);
}

/** Chosen by the head of the desk, by an act. */
function choiceRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: Act) => ports.guard.actor(headersOf(request), body, act);
  const choices = { params: InBody, response: { 200: LadderChoices } };

  server.get(`${ROOT}/ladder-choices`, { ...allow('read'), schema: choices }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return ladderChoices(ports, body);
  });
  server.post(
    `${ROOT}/ladder-choices`,
    { ...allow('lead'), schema: { ...choices, body: LadderChoiceRequest } },
    async (request) => {
      const { body } = request.params;
      return chooseLadder(ports, { body, actor: await may(request, body, 'lead') }, request.body);
    },
  );

  const young = { params: InBody, response: { 200: YoungAccounts } };
  server.get(`${ROOT}/young-accounts`, { ...allow('read'), schema: young }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return youngAccountsOf(ports, body);
  });
  server.post(
    `${ROOT}/young-accounts`,
    { ...allow('lead'), schema: { ...young, body: YoungAccountRequest } },
    async (request) => {
      const { body } = request.params;
      await declareYoung(ports, { body, actor: await may(request, body, 'lead') }, request.body);
      return youngAccountsOf(ports, body);
    },
  );
  const ending = { params: One, response: { 200: YoungAccounts } };
  server.post(`${ROOT}/young-accounts/:id/end`, { ...allow('lead'), schema: ending }, async (request) => {
    const { body, id } = request.params;
    await endYoung(ports, { body, actor: await may(request, body, 'lead') }, id);
    return youngAccountsOf(ports, body);
  });
}
