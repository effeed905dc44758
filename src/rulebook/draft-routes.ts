// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { allow } from '#governance';
import { problemFields } from '#platform';
import {
  Approval,
  DraftChecks,
  DraftConflict,
  DraftDetail,
  DraftList,
  DraftQuery,
  DraftSaving,
  DraftTurn,
  DraftTurnWithReasons,
  NewDraft,
  RevisionDetail,
  RevisionList,
  SOURCE_MOST_BYTES,
} from './contract.ts';
import { type Desk, ROOT, sendFile } from './desk.ts';
import { approve } from './drafting/approve.ts';
import { openDraft } from './drafting/open.ts';
import { propose } from './drafting/propose.ts';
import { draftChecks, draftDetail, draftList, draftRevision, draftRevisions } from './drafting/read.ts';
import { type Conflict, saveDraft } from './drafting/save.ts';
import { takeBack, turn } from './drafting/turn.ts';

const InBody = z.object({ body: z.string() });
const OneDraft = InBody.extend({ id: z.uuid() });
const OneRevision = OneDraft.extend({
  revision: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
});

/** Drafts: read by every mandate of the body, written by who moderates, approved by who answers for it. */
export function draftRoutes({ server, ports, may }: Desk): void {
  const read = { params: OneDraft, response: { 200: DraftDetail } };

  server.get(
    `${ROOT}/drafts`,
    { ...allow('read'), schema: { params: InBody, querystring: DraftQuery, response: { 200: DraftList } } },
    async (request) => {
      const { body } = request.params;
      await may(request, body, 'read');
      return { items: await draftList(ports, body, request.query.state) };
    },
  );

  server.post(
    `${ROOT}/drafts`,
    {
      ...allow('write-policy'),
      schema: { params: InBody, body: NewDraft, response: { 201: DraftDetail } },
      bodyLimit: SOURCE_MOST_BYTES,
    },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'write-policy');
      return reply.code(201).send(await openDraft(ports, { body, actor }, request.body));
    },
  );

  server.get(`${ROOT}/drafts/:id`, { ...allow('read'), schema: read }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'read');
    return draftDetail(ports, { body, actor, id });
  });

  server.get(
    `${ROOT}/drafts/:id/source`,
    { ...allow('read'), schema: { params: OneDraft } },
    async (request, reply) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'read');
      const { source, revision } = await draftDetail(ports, { body, actor, id });
      return sendFile(reply, `${body}.bozza-${revision}.policy.md`, source);
    },
  );

  server.put(
    `${ROOT}/drafts/:id`,
    {
      ...allow('write-policy'),
      schema: { params: OneDraft, body: DraftSaving, response: { 200: DraftDetail, 409: DraftConflict } },
      bodyLimit: SOURCE_MOST_BYTES,
    },
    async (request, reply) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'write-policy');
      const saved = await saveDraft(ports, { body, actor, id }, request.body);
      return saved.ok ? reply.send(saved.value) : conflict(reply, saved.failure);
    },
  );

  server.get(
    `${ROOT}/drafts/:id/checks`,
    { ...allow('read'), schema: { params: OneDraft, response: { 200: DraftChecks } } },
    async (request) => {
      const { body, id } = request.params;
      await may(request, body, 'read');
      return draftChecks(ports, body, id);
    },
  );

  server.get(
    `${ROOT}/drafts/:id/revisions`,
    { ...allow('read'), schema: { params: OneDraft, response: { 200: RevisionList } } },
    async (request) => {
      const { body, id } = request.params;
      await may(request, body, 'read');
      return { items: await draftRevisions(ports, body, id) };
    },
  );

  server.get(
    `${ROOT}/drafts/:id/revisions/:revision`,
    { ...allow('read'), schema: { params: OneRevision, response: { 200: RevisionDetail } } },
    async (request) => {
      const { body, id, revision } = request.params;
      await may(request, body, 'read');
      return draftRevision(ports, body, { id, revision });
    },
  );

  turnRoutes({ server, ports, may });
}

/** What takes a draft from one state to the next. */
function turnRoutes({ server, ports, may }: Desk): void {
  const turning = { params: OneDraft, body: DraftTurn, response: { 200: DraftDetail } };
  const reasoned = { params: OneDraft, body: DraftTurnWithReasons, response: { 200: DraftDetail } };

  server.post(`${ROOT}/drafts/:id/proposal`, { ...allow('write-policy'), schema: turning }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'write-policy');
    return propose(ports, { body, actor, id, revision: request.body.revision });
  });

  server.post(`${ROOT}/drafts/:id/reopen`, { ...allow('write-policy'), schema: turning }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'write-policy');
    return takeBack(ports, { body, actor, id, revision: request.body.revision });
  });

  server.post(`${ROOT}/drafts/:id/return`, { ...allow('approve-policy'), schema: reasoned }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'approve-policy');
    const { revision, reasons } = request.body;
    return turn(ports, { body, actor, id, revision }, { step: 'returned', reasons });
  });

  server.post(`${ROOT}/drafts/:id/discard`, { ...allow('write-policy'), schema: reasoned }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'write-policy');
    const { revision, reasons } = request.body;
    return turn(ports, { body, actor, id, revision }, { step: 'discarded', reasons });
  });

  const approving = { params: OneDraft, body: Approval, response: { 200: DraftDetail } };
  server.post(`${ROOT}/drafts/:id/approval`, { ...allow('approve-policy'), schema: approving }, async (request) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'approve-policy');
    return approve(ports, { body, actor, id, revision: request.body.revision }, request.body);
  });
}

/** RFC 9457, with what stands now and where the text that came too late was put. */
function conflict(reply: FastifyReply, { error, current, kept }: Conflict): FastifyReply {
  return reply
    .code(error.status)
    .type('application/problem+json; charset=utf-8')
    .send({ ...problemFields(error), current, kept });
}
