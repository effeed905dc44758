// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allow, type Guard, headersOf } from '#governance';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { CaseMedia } from './contract.ts';
import { caseMedia, type MediaFile, mediaFile } from './view.ts';

const OneCase = z.object({ body: z.string(), id: z.uuid() });
const OnePiece = OneCase.extend({ media: z.uuid() });

/** What came with an item besides words: for whoever may read the case, auditors too. */
export function mediaRoutes(scope: FastifyInstance, ports: ModerationPorts & { readonly guard: Guard }): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();

  const all = { params: OneCase, response: { 200: CaseMedia } };
  server.get('/api/bodies/:body/cases/:id/media', { ...allow('monitor'), schema: all }, async (request) => {
    const { body, id: caseId } = request.params;
    await ports.guard.actor(headersOf(request), body, 'read');
    return caseMedia(ports, { body, caseId });
  });

  server.get(
    '/api/bodies/:body/cases/:id/media/:media',
    { ...allow('monitor', { machines: 'never' }), schema: { params: OnePiece } },
    async (request, reply) => {
      const { body, id: caseId, media } = request.params;
      await ports.guard.actor(headersOf(request), body, 'read');
      return send(reply, await mediaFile(ports, { body, caseId, media }), request.headers.range);
    },
  );
}

/** Opened by itself it can run nothing, ask for nothing and pass for no page of the desk. */
const ALONE = "sandbox; default-src 'none'; frame-ancestors 'none'";

function send(reply: FastifyReply, { bytes, type, name }: MediaFile, range: string | undefined): FastifyReply {
  reply
    .header('content-type', type)
    .header('content-disposition', `inline; filename="${name}"`)
    .header('content-security-policy', ALONE)
    .header('x-content-type-options', 'nosniff')
    .header('accept-ranges', 'bytes');
  const part = partOf(range, bytes.length);
  if (part === undefined) return reply.send(bytes);
  const [first, last] = part;
  return reply
    .code(206)
    .header('content-range', `bytes ${first}-${last}/${bytes.length}`)
    .send(bytes.subarray(first, last + 1));
}

/** First and last byte of the one part that a player asks for; undefined: all. Throws MEDIA_RANGE. */
function partOf(range: string | undefined, length: number): readonly [number, number] | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (first > last) throw moderationError('MEDIA_RANGE');
  return [first, last];
}
