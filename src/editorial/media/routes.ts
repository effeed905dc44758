// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, open } from '#governance';
import type { Desk } from '../desk.ts';
import { editorialError } from '../errors.ts';
import type { EditorialPorts } from '../ports.ts';
import { blurMedia } from './blur.ts';
import { CAPTIONS_MOST_BYTES } from './captions.ts';
import { Blurring, CaptionsView, MediaView } from './contract.ts';
import { keepMedia, MEDIA_MOST_BYTES, type MediaFile, mediaFile } from './keep.ts';
import { captionsFile, keepCaptions } from './keep-captions.ts';
import { publishedFile, renditionFile } from './prepare.ts';

const InBody = z.object({ body: z.string() });
const OneFile = InBody.extend({ id: z.uuid() });
const Published = z.object({ body: z.string().regex(/^[a-z0-9-]{2,60}$/), token: z.string().min(20).max(60) });
const ROOT = '/api/bodies/:body/editorial';

/** Files of drafts, brought as bytes. In a scope of its own: nothing parses them. */
export function mediaRoutes(desk: Desk): void {
  desk.server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, bytes),
  );
  pictureRoutes(desk);
  captionsRoutes(desk);
}

function pictureRoutes({ server, ports, may }: Desk): void {
  const keeping = { params: InBody, response: { 201: MediaView } };
  server.post(
    `${ROOT}/media`,
    { ...allow('decide'), schema: keeping, bodyLimit: MEDIA_MOST_BYTES },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'decide');
      if (!Buffer.isBuffer(request.body)) throw editorialError('CONTENT_MEDIA_TYPE');
      return reply.code(201).send(await keepMedia(ports, { body, actor }, request.body));
    },
  );

  const blurring = { params: OneFile, body: Blurring, response: { 201: MediaView } };
  server.post(`${ROOT}/media/:id/blur`, { ...allow('decide'), schema: blurring }, async (request, reply) => {
    const { body, id } = request.params;
    const actor = await may(request, body, 'decide');
    return reply.code(201).send(await blurMedia(ports, { body, actor, id, ...request.body }));
  });

  server.get(
    `${ROOT}/media/:id`,
    { ...allow('read', { machines: 'never' }), schema: { params: OneFile } },
    async (request, reply) => {
      const { body, id } = request.params;
      await may(request, body, 'read');
      return send(reply, await mediaFile(ports, body, id));
    },
  );

  server.get(`${ROOT}/renditions/:id`, { ...allow('read'), schema: { params: OneFile } }, async (request, reply) => {
    const { body, id } = request.params;
    await may(request, body, 'read');
    return send(reply, await renditionFile(ports, body, id));
  });
}

function captionsRoutes({ server, ports, may }: Desk): void {
  const keeping = { params: InBody, response: { 201: CaptionsView } };
  server.post(
    `${ROOT}/captions`,
    { ...allow('decide'), schema: keeping, bodyLimit: CAPTIONS_MOST_BYTES },
    async (request, reply) => {
      const { body } = request.params;
      const actor = await may(request, body, 'decide');
      if (!Buffer.isBuffer(request.body)) throw editorialError('CAPTIONS_WRONG');
      return reply.code(201).send(await keepCaptions(ports, { body, actor }, request.body));
    },
  );

  const asked = { params: OneFile, querystring: z.object({ as: z.enum(['vtt', 'srt']).default('vtt') }) };
  server.get(`${ROOT}/captions/:id`, { ...allow('read'), schema: asked }, async (request, reply) => {
    const { body, id } = request.params;
    const { as } = request.query;
    await may(request, body, 'read');
    const content = await captionsFile(ports, body, { id, as });
    return reply
      .header('content-type', as === 'vtt' ? 'text/vtt; charset=utf-8' : 'application/x-subrip; charset=utf-8')
      .header('content-disposition', `attachment; filename="sottotitoli.${as}"`)
      .header('x-content-type-options', 'nosniff')
      .send(content);
  });
}

/** What networks fetch: what was made of files of what was published, by addresses that nobody guesses. */
export function publishedMediaRoutes(root: FastifyInstance, ports: EditorialPorts): void {
  const server = root.withTypeProvider<ZodTypeProvider>();
  server.get(
    '/media/:body/:token',
    {
      ...open('i file di ciò che l’ente ha pubblicato, chiesti dai social a un indirizzo che nessuno indovina'),
      schema: { params: Published },
    },
    async (request, reply) => {
      const { body, token } = request.params;
      return send(reply, await publishedFile(ports, body, token));
    },
  );
}

/** Opened by itself it can run nothing, ask for nothing and pass for no page of the desk. */
const ALONE = "sandbox; default-src 'none'; frame-ancestors 'none'";

const send = (reply: FastifyReply, { type, content }: MediaFile): FastifyReply =>
  reply
    .header('content-type', type)
    .header('content-disposition', 'inline')
    .header('content-security-policy', ALONE)
    .header('x-content-type-options', 'nosniff')
    .send(content);
