// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { chooseStatements, statementChoices } from './choose.ts';
import {
  CaseStatements,
  StatementChoiceRequest,
  StatementChoices,
  StatementPreview,
  StatementPreviewRequest,
} from './contract.ts';
import { giveStatement } from './give.ts';
import { caseStatements, previewStatement } from './view.ts';

const InBody = z.object({ body: z.string() });
const OneOfBody = InBody.extend({ id: z.uuid() });

/** What authors are told: read by every role, given by who decides, its terms chosen by the head. */
export function statementRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const actor = (request: FastifyRequest, body: string, act: 'read' | 'decide' | 'lead') =>
    ports.guard.actor(headersOf(request), body, act);

  const ofCase = { params: OneOfBody, response: { 200: CaseStatements } };
  server.get('/api/bodies/:body/cases/:id/statements', { ...allow('monitor'), schema: ofCase }, async (request) => {
    const { body, id } = request.params;
    return caseStatements(ports, { body, case: id, actor: await actor(request, body, 'read') });
  });

  const previewing = { params: OneOfBody, body: StatementPreviewRequest, response: { 200: StatementPreview } };
  server.post(
    '/api/bodies/:body/cases/:id/statements/preview',
    { ...allow('decide'), schema: previewing },
    async (request) => {
      const { body, id } = request.params;
      await actor(request, body, 'decide');
      return previewStatement(ports, { body, case: id, request: request.body });
    },
  );

  server.post('/api/bodies/:body/statements/:id/given', { ...allow('decide'), schema: ofCase }, async (request) => {
    const { body, id } = request.params;
    const person = await actor(request, body, 'decide');
    const given = await giveStatement(ports, { body, id, actor: person });
    return caseStatements(ports, { body, case: given, actor: person });
  });

  const choices = { params: InBody, response: { 200: StatementChoices } };
  server.get('/api/bodies/:body/statement-choices', { ...allow('read'), schema: choices }, async (request) => {
    const { body } = request.params;
    await actor(request, body, 'read');
    return statementChoices(ports, body);
  });

  const choosing = { ...choices, body: StatementChoiceRequest };
  server.post('/api/bodies/:body/statement-choices', { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    await chooseStatements(ports, { body, actor: await actor(request, body, 'lead'), request: request.body });
    return statementChoices(ports, body);
  });
}
