// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import { problemFields } from '#platform';
import { approveContent } from './approving/approve.ts';
import { cautionRoutes } from './cautions/routes.ts';
import { consentRoutes } from './consents/routes.ts';
import {
  CommentRequest,
  ContentApproval,
  ContentConflict,
  ContentDetail,
  ContentList,
  ContentQuery,
  ContentSaving,
  NewContent,
  OnVersion,
  OnVersionWithReasons,
  VersionDetail,
  VersionList,
} from './contract.ts';
import type { Desk } from './desk.ts';
import { type ContentClash, openContent, saveContent } from './drafting/save.ts';
import { commentOn, discardContent, proposeContent, returnContent } from './drafting/turn.ts';
import { contentDetail, contentList, contentVersion, contentVersions } from './drafting/view.ts';
import { mediaRoutes, publishedMediaRoutes } from './media/routes.ts';
import { followedCalendarRoutes, planningRoutes } from './planning/routes.ts';
import type { EditorialPorts } from './ports.ts';
import { publishingRoutes } from './publishing-routes.ts';
import { stoppingRoutes } from './stopping/routes.ts';
import { urgencyRoutes } from './urgency/routes.ts';

const InBody = z.object({ body: z.string() });
const OneDraft = InBody.extend({ id: z.uuid() });
const OneVersion = OneDraft.extend({
  version: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
});
const ROOT = '/api/bodies/:body/editorial';
/** A content with thirty variants of the longest text, each sign of up to four bytes. */
const CONTENT_MOST_BYTES = 8_000_000;

/** The desk's API for what the body itself says. Every answer is for one signed-in person: nothing is cached. */
export function editorialRoutes(root: FastifyInstance, ports: EditorialPorts & { readonly guard: Guard }): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    const may: Desk['may'] = (request, body, act) => ports.guard.actor(headersOf(request), body, act);
    const desk = { server, ports, may };
    draftRoutes(desk);
    turnRoutes(desk);
    publishingRoutes(desk);
    stoppingRoutes(desk);
    urgencyRoutes(desk);
    consentRoutes(desk);
    planningRoutes(desk);
    cautionRoutes(desk);
    scope.register(async (files) => mediaRoutes({ ...desk, server: files.withTypeProvider<ZodTypeProvider>() }));
  });
  publishedMediaRoutes(root, ports);
  followedCalendarRoutes(root, ports);
}

/** Drafts: read by every mandate of the body, written by who works at the desk. */
function draftRoutes({ server, ports, may }: Desk): void {
  const list = { params: InBody, querystring: ContentQuery, response: { 200: ContentList } };
  server.get(`${ROOT}/drafts`, { ...allow('read'), schema: list }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return { items: await contentList(ports, body, request.query.state) };
  });

  const opening = { params: InBody, body: NewContent, response: { 201: ContentDetail } };
  server.post(
    `${ROOT}/drafts`,
    { ...allow('decide', { machines: 'drafts' }), schema: opening, bodyLimit: CONTENT_MOST_BYTES },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'decide');
      return reply.code(201).send(await openContent(ports, { body, actor }, request.body.content));
    },
  );

  const read = { params: OneDraft, response: { 200: ContentDetail } };
  server.get(`${ROOT}/drafts/:id`, { ...allow('read'), schema: read }, async (request) => {
    const { body, id } = request.params;
    await may(request, body, 'read');
    return contentDetail(ports, body, id);
  });

  const saving = { params: OneDraft, body: ContentSaving, response: { 200: ContentDetail, 409: ContentConflict } };
  server.put(
    `${ROOT}/drafts/:id`,
    { ...allow('decide', { machines: 'drafts' }), schema: saving, bodyLimit: CONTENT_MOST_BYTES },
    async (request, reply) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      const saved = await saveContent(ports, { body, actor, id }, request.body);
      return saved.ok ? reply.send(saved.value) : clash(reply, saved.failure);
    },
  );

  const versions = { params: OneDraft, response: { 200: VersionList } };
  server.get(`${ROOT}/drafts/:id/versions`, { ...allow('read'), schema: versions }, async (request) => {
    const { body, id } = request.params;
    await may(request, body, 'read');
    return { items: await contentVersions(ports, body, id) };
  });

  const version = { params: OneVersion, response: { 200: VersionDetail } };
  server.get(`${ROOT}/drafts/:id/versions/:version`, { ...allow('read'), schema: version }, async (request) => {
    const { body, ...which } = request.params;
    await may(request, body, 'read');
    return contentVersion(ports, body, which);
  });

  const commenting = { params: OneDraft, body: CommentRequest, response: { 201: ContentDetail } };
  server.post(`${ROOT}/drafts/:id/comments`, { ...allow('decide'), schema: commenting }, async (request, reply) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    return reply.code(201).send(await commentOn(ports, { body, actor, id, text: request.body.text }));
  });
}

/** What takes a draft from one state to the next; who approves what all will read also sends it back. */
function turnRoutes({ server, ports, may }: Desk): void {
  const answer = { params: OneDraft, response: { 200: ContentDetail } };

  server.post(
    `${ROOT}/drafts/:id/proposal`,
    { ...allow('decide'), schema: { ...answer, body: OnVersion } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return proposeContent(ports, { body, actor, id, ...request.body });
    },
  );

  server.post(
    `${ROOT}/drafts/:id/return`,
    { ...allow('lead'), schema: { ...answer, body: OnVersionWithReasons } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'lead');
      return returnContent(ports, { body, actor, id, ...request.body });
    },
  );

  server.post(
    `${ROOT}/drafts/:id/discard`,
    { ...allow('decide'), schema: { ...answer, body: OnVersionWithReasons } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return discardContent(ports, { body, actor, id, ...request.body });
    },
  );

  server.post(
    `${ROOT}/drafts/:id/approval`,
    { ...allow('lead'), schema: { ...answer, body: ContentApproval } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'lead');
      return approveContent(ports, { body, actor, id }, request.body);
    },
  );
}

/** RFC 9457, with what stands now. */
function clash(reply: FastifyReply, { error, current }: ContentClash): FastifyReply {
  return reply
    .code(error.status)
    .type('application/problem+json; charset=utf-8')
    .send({ ...problemFields(error), current });
}
