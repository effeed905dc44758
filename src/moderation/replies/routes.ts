// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import type { ModerationPorts } from '../ports.ts';
import { replyAids } from './aids.ts';
import { checkedReply, justifyReply } from './check.ts';
import { chooseReplies } from './choose.ts';
import {
  JustificationRequest,
  ReplyAids,
  ReplyChecked,
  ReplyCheckRequest,
  ReplyChoiceRequest,
  ReplyDraftRequest,
  ReplyLibrary,
  ReturnRequest,
  TemplateRequest,
  TopicRequest,
} from './contract.ts';
import { askApproval, returnDraft } from './drafts.ts';
import { replyLibrary } from './library.ts';
import { approveTemplate, retireTemplate, writeTemplate } from './templates.ts';
import { putTopicAway, writeTopic } from './topics.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const CASE = '/api/bodies/:body/cases/:id';
const BODY = '/api/bodies/:body';
const Version = z.object({ version: z.number().int().positive() });

/** Answering: what helps on one case, and what the body keeps ready. Read by every role, written by who decides. */
export function replyRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const may = (request: FastifyRequest, body: string, act: 'read' | 'decide' | 'lead') =>
    ports.guard.actor(headersOf(request), body, act);
  const aids = { response: { 200: ReplyAids } };
  const library = { response: { 200: ReplyLibrary } };

  server.get(`${CASE}/replies`, { ...allow('monitor'), schema: { params: One, ...aids } }, async (request) => {
    const { body, id: caseId } = request.params;
    const { id: reader } = await may(request, body, 'read');
    return replyAids(ports, { body, caseId }, reader);
  });

  const checking = { params: One, body: ReplyCheckRequest, response: { 200: ReplyChecked } };
  server.post(`${CASE}/replies/check`, { ...allow('decide'), schema: checking }, async (request) => {
    const { body, id: caseId } = request.params;
    await may(request, body, 'decide');
    return checkedReply(ports, { body, caseId }, request.body.text);
  });

  const justifying = { params: One, body: JustificationRequest, response: { 200: ReplyChecked } };
  server.post(`${CASE}/replies/justifications`, { ...allow('decide'), schema: justifying }, async (request) => {
    const { body, id: caseId } = request.params;
    const actor = await may(request, body, 'decide');
    await justifyReply(ports, { body, caseId, actor }, request.body);
    return checkedReply(ports, { body, caseId }, request.body.text);
  });

  const asking = { params: One, body: ReplyDraftRequest, ...aids };
  server.post(`${CASE}/reply-drafts`, { ...allow('decide'), schema: asking }, async (request) => {
    const { body, id: caseId } = request.params;
    const actor = await may(request, body, 'decide');
    await askApproval(ports, { body, caseId, actor }, request.body);
    return replyAids(ports, { body, caseId }, actor.id);
  });

  const returning = { params: One, body: ReturnRequest, ...aids };
  server.post(`${BODY}/reply-drafts/:id/return`, { ...allow('decide'), schema: returning }, async (request) => {
    const { body, id: draft } = request.params;
    const actor = await may(request, body, 'decide');
    const caseId = await returnDraft(ports, { body, draft, actor }, request.body.note);
    return replyAids(ports, { body, caseId }, actor.id);
  });

  server.get(`${BODY}/reply-library`, { ...allow('read'), schema: { params: InBody, ...library } }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return replyLibrary(ports, body);
  });

  const template = { params: InBody, body: TemplateRequest, ...library };
  server.post(`${BODY}/reply-templates`, { ...allow('decide'), schema: template }, async (request) => {
    const { body } = request.params;
    await writeTemplate(ports, { body, actor: await may(request, body, 'decide') }, request.body);
    return replyLibrary(ports, body);
  });

  const approving = { params: One, body: Version, ...library };
  server.post(`${BODY}/reply-templates/:id/approve`, { ...allow('lead'), schema: approving }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'lead');
    await approveTemplate(ports, { body, actor }, { id, ...request.body });
    return replyLibrary(ports, body);
  });

  server.post(
    `${BODY}/reply-templates/:id/retire`,
    { ...allow('lead'), schema: { params: One, ...library } },
    async (request) => {
      const { body, id } = request.params;
      await retireTemplate(ports, { body, actor: await may(request, body, 'lead') }, id);
      return replyLibrary(ports, body);
    },
  );

  const topic = { params: InBody, body: TopicRequest, ...library };
  server.post(`${BODY}/reply-topics`, { ...allow('decide'), schema: topic }, async (request) => {
    const { body } = request.params;
    await writeTopic(ports, { body, actor: await may(request, body, 'decide') }, request.body);
    return replyLibrary(ports, body);
  });

  server.post(
    `${BODY}/reply-topics/:id/retire`,
    { ...allow('decide'), schema: { params: One, ...library } },
    async (request) => {
      const { body, id } = request.params;
      await putTopicAway(ports, { body, actor: await may(request, body, 'decide') }, id);
      return replyLibrary(ports, body);
    },
  );

  const choosing = { params: InBody, body: ReplyChoiceRequest, ...library };
  server.post(`${BODY}/reply-choices`, { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    await chooseReplies(ports, { body, actor: await may(request, body, 'lead') }, request.body);
    return replyLibrary(ports, body);
  });
}
