// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { platformError } from '../errors.ts';
import type { Log } from '../log.ts';
import { codedFrom, problem } from './problem.ts';
import type { ServedAt } from './served-at.ts';

/** No inline script or style, nothing from elsewhere, no frame around us; which scripts may run is said by whoever serves them. */
const policyOf = (scripts: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

const CONTENT_SECURITY_POLICY = policyOf("'self'");
/**
 * Of the pages of the desk: WebAssembly of our own may run there, by which triage adds up its weights. No text becomes code by it.
 */
export const DESK_POLICY = policyOf("'self' 'wasm-unsafe-eval'");

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

export interface ServerOptions {
  readonly log: Log;
  readonly at: ServedAt;
  /** Proxies whose `X-Forwarded-For` is believed; nothing else that they forward is. */
  readonly proxies: readonly string[];
}

export async function serverOf({ log, at, proxies }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    logger: false,
    trustProxy: proxies.length > 0 && [...proxies],
    // Before any route or hook: an address that cannot be decoded.
    frameworkErrors: (error, request, reply) => {
      reply.headers(HEADERS);
      problem(reply, codedFrom(error, request, log), request.id);
    },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    refuseOtherHost(request, at);
    refuseForeignOrigin(request, at);
  });
  // A network in a hurry is not slowed down: what it tells is signed, and every refusal would come back later.
  const allowList = (request: FastifyRequest) => request.url.startsWith('/webhooks/');
  await server.register(rateLimit, { max: REQUESTS_PER_MINUTE, timeWindow: 60_000, allowList });
  server.setNotFoundHandler(async (request, reply) =>
    problem(reply, platformError('NOT_FOUND', request.url), request.id),
  );
  server.setErrorHandler(async (error: FastifyError, request, reply) =>
    problem(reply, codedFrom(error, request, log), request.id),
  );
  return server;
}

/** Read from the connection's own `Host`: what a proxy says of it in `X-Forwarded-Host` is never believed. */
function refuseOtherHost(request: FastifyRequest, { hosts }: ServedAt): void {
  const host = request.headers.host ?? '';
  if (!hosts.has(host.toLowerCase())) throw platformError('HOST_UNKNOWN', host.slice(0, 100));
  if (!request.url.startsWith('/')) throw platformError('NOT_FOUND', request.url.slice(0, 100));
}

/** A page of another site cannot act with a signed-in person's cookie; webhooks carry no cookie and prove themselves. */
function refuseForeignOrigin(request: FastifyRequest, { origins }: ServedAt): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.url.startsWith('/webhooks/')) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreign || (origin !== undefined && !origins.has(origin))) throw platformError('FOREIGN_ORIGIN');
}
