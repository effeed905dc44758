// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Guard } from './authorise.ts';
import { Session } from './contract.ts';
import type { SignIn } from './sign-in.ts';

export interface GovernanceRoutes {
  readonly signIn: SignIn;
  readonly guard: Guard;
  readonly demo: boolean;
}

export function governanceRoutes(server: FastifyInstance, { signIn, guard, demo }: GovernanceRoutes): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: (request, reply) => relay(signIn, request, reply),
  });
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/session',
    schema: { response: { 200: Session } },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return guard.session(headersOf(request), demo);
    },
  });
}

export const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
};

async function relay(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const headers = headersOf(request);
  headers.delete('content-length');
  // The address that attempts are counted by: the connection's own, never one a client may write.
  headers.set('x-portavoce-address', request.ip);
  const body = request.body === undefined || request.body === null ? null : JSON.stringify(request.body);
  const url = `${request.protocol}://${request.host}${request.url}`;
  const response = await signIn.handle(new Request(url, { method: request.method, headers, body }));
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value);
  });
  reply.header('set-cookie', response.headers.getSetCookie());
  reply.header('cache-control', 'no-store');
  return reply.code(response.status).send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
}
