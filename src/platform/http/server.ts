// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { CodedError } from '#kernel';
import { databaseAway } from '../database/away.ts';
import { platformError } from '../errors.ts';
import type { Log } from '../log.ts';

// Without exceptions: no inline script or style, nothing from elsewhere, no frame around us.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const;

const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUESTS_PER_MINUTE = 1200;

export async function serverOf(log: Log): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    logger: false,
    trustProxy: 'loopback',
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  // A network in a hurry is not slowed down: what it tells is signed, and every refusal would come back later.
  const allowList = (request: FastifyRequest) => request.url.startsWith('/webhooks/');
  await server.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: 60_000, allowList });
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    refuseForeignOrigin(request);
  });
  server.setNotFoundHandler(async (request, reply) =>
    problem(reply, platformError('NOT_FOUND', request.url), request.id),
  );
  server.setErrorHandler(async (error: FastifyError, request, reply) =>
    problem(reply, codedFrom(error, request, log), request.id),
  );
  return server;
}

/** A page of another site cannot act with a signed-in person's cookie; webhooks carry no cookie and prove themselves. */
function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.url.startsWith('/webhooks/')) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  const otherHost = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  if (foreign || otherHost) throw platformError('FOREIGN_ORIGIN');
}

function codedFrom(error: FastifyError, request: FastifyRequest, log: Log): CodedError {
  if (error instanceof CodedError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const faults = error.validation.map((fault) => `${fault.instancePath || '/'} ${fault.message}`);
    return platformError('REQUEST_INVALID', faults.join('; '));
  }
  if (databaseAway(error)) return platformError('DATABASE_AWAY', undefined, { cause: error });
  if (error.statusCode !== undefined && error.statusCode < 500) return platformError('REQUEST_INVALID', error.message);
  log.error({ request: request.id, url: request.url, error: error.stack }, 'unexpected error');
  return platformError('UNEXPECTED', `richiesta ${request.id}`, { cause: error });
}

/** RFC 9457. */
export function problem(reply: FastifyReply, error: CodedError, instance: string): FastifyReply {
  return reply
    .code(error.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `urn:portavoce:error:${error.code}`,
      title: error.message,
      status: error.status,
      code: error.code,
      hint: error.hint,
      ...(error.detail !== undefined && { detail: error.detail }),
      instance,
    });
}
