// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow } from '#governance';
import type { Desk } from '../desk.ts';
import { editorialError } from '../errors.ts';
import {
  ConsentDetail,
  ConsentErasure,
  ConsentKind,
  ConsentLedger,
  ConsentWithdrawal,
  NewConsent,
  OwnPostingQuestion,
  OwnPostingReply,
  Signature,
} from './contract.ts';
import { DOCUMENT_MOST_BYTES, keepDocument, readDocument } from './document.ts';
import { enterConsent } from './enter.ts';
import { eraseConsent } from './erase.ts';
import { chooseKind } from './kind.ts';
import { addSignature } from './sign.ts';
import { consentDetail, consentLedger, ownPosting } from './view.ts';
import { withdrawConsent } from './withdraw.ts';

const InBody = z.object({ body: z.string() });
const One = InBody.extend({ id: z.uuid() });
const ROOT = '/api/bodies/:body/editorial/consents';

/** The ledger of releases and consents: kept by who works at the desk, seen without names by who checks. */
export function consentRoutes(desk: Desk): void {
  const { server, ports, may } = desk;

  const ledger = { params: InBody, response: { 200: ConsentLedger } };
  server.get(ROOT, { ...allow('read', { machines: 'never' }), schema: ledger }, async (request) => {
    const { body } = request.params;
    return consentLedger(ports, { body, actor: await may(request, body, 'read') });
  });

  const entering = { params: InBody, body: NewConsent, response: { 201: ConsentDetail } };
  server.post(ROOT, { ...allow('decide'), schema: entering }, async (request, reply) => {
    const { body } = request.params;
    const actor = await may(request, body, 'decide');
    return reply.code(201).send(await enterConsent(ports, { body, actor }, request.body));
  });

  const choosing = { params: InBody, body: ConsentKind, response: { 200: ConsentLedger } };
  server.post(`${ROOT}/kind`, { ...allow('lead'), schema: choosing }, async (request) => {
    const { body } = request.params;
    const actor = await may(request, body, 'lead');
    await chooseKind(ports, { body, actor }, request.body.kind);
    return consentLedger(ports, { body, actor });
  });

  const asking = { params: InBody, body: OwnPostingQuestion, response: { 200: OwnPostingReply } };
  server.post(`${ROOT}/own-posting`, { ...allow('read'), schema: asking }, async (request) => {
    const { body } = request.params;
    await may(request, body, 'read');
    return ownPosting(ports, body, request.body);
  });

  const answer = { params: One, response: { 200: ConsentDetail } };
  server.get(`${ROOT}/:id`, { ...allow('read', { machines: 'never' }), schema: answer }, async (request) => {
    const { body, id } = request.params;
    return consentDetail(ports, { body, id, actor: await may(request, body, 'read') });
  });

  server.post(
    `${ROOT}/:id/signatures`,
    { ...allow('decide'), schema: { ...answer, body: Signature } },
    async (request) => {
      const { body, id } = request.params;
      return addSignature(ports, { body, id, actor: await may(request, body, 'decide') }, request.body);
    },
  );

  server.post(
    `${ROOT}/:id/withdrawal`,
    { ...allow('decide'), schema: { ...answer, body: ConsentWithdrawal } },
    async (request) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      return withdrawConsent(ports, { body, actor, id }, request.body);
    },
  );

  server.post(
    `${ROOT}/:id/erasure`,
    { ...allow('lead'), schema: { ...answer, body: ConsentErasure } },
    async (request) => {
      const { body, id } = request.params;
      return eraseConsent(ports, { body, id, actor: await may(request, body, 'lead') });
    },
  );

  server.register(async (files) =>
    documentRoutes({ ...desk, server: files.withTypeProvider<ZodTypeProvider>() as Desk['server'] }),
  );
}

/** Opened by itself it can run nothing and ask for nothing; it is never shown inside a page of the desk. */
const ALONE = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** The signed papers, as bytes. In a scope of its own: nothing parses them. */
function documentRoutes({ server, ports, may }: Desk): void {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  );

  const keeping = { params: One, response: { 201: ConsentDetail } };
  server.post(
    `${ROOT}/:id/document`,
    { ...allow('decide'), schema: keeping, bodyLimit: DOCUMENT_MOST_BYTES },
    async (request, reply) => {
      const { body, id } = request.params;
      const actor = await may(request, body, 'decide');
      if (!Buffer.isBuffer(request.body)) throw editorialError('CONSENT_DOCUMENT_TYPE');
      return reply.code(201).send(await keepDocument(ports, { body, actor, id }, request.body));
    },
  );

  server.get(`${ROOT}/:id/document`, { ...allow('decide'), schema: { params: One } }, async (request, reply) => {
    const { body, id } = request.params;
    const { type, content } = await readDocument(ports, { body, id, actor: await may(request, body, 'decide') });
    return reply
      .header('content-type', type)
      .header('content-disposition', 'attachment')
      .header('content-security-policy', ALONE)
      .header('x-content-type-options', 'nosniff')
      .send(content);
  });
}
