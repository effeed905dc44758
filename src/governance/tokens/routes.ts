// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Guard } from '../authorise.ts';
import { allow, headersOf } from '../route-rules.ts';
import { ACT_OF } from './act-of.ts';
import { TokenMade, TokenPage, TokenRequest } from './contract.ts';
import { endOne, makeToken, type TokenPorts, tokenPage } from './own.ts';

const ROOT = '/api/bodies/:body/tokens';
const InBody = z.object({ body: z.string() });
/** Never asked for with a token. */
const FOR_PEOPLE = allow('read', { machines: 'never' });

/** Tokens for machines. */
export function tokenRoutes(root: FastifyInstance, ports: TokenPorts & { readonly guard: Guard }): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const { guard } = ports;
    const maker = async (request: FastifyRequest, body: string) => {
      const headers = headersOf(request);
      const { session } = await guard.signedIn(headers);
      return { body, actor: await guard.actor(headers, body, 'read'), factor: session.factor };
    };
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const listing = { ...FOR_PEOPLE, schema: { params: InBody, response: { 200: TokenPage } } };
    server.get(ROOT, listing, async (request) => tokenPage(ports, await maker(request, request.params.body)));

    const making = { ...FOR_PEOPLE, schema: { params: InBody, body: TokenRequest, response: { 201: TokenMade } } };
    server.post(ROOT, making, async (request, reply) => {
      const { body } = request.params;
      const who = await maker(request, body);
      // What the policy wants of whoever does the act, it wants of whoever lets a machine do it.
      for (const one of request.body.scopes) await guard.actor(headersOf(request), body, ACT_OF[one]);
      return reply.code(201).send(await makeToken(ports, who, request.body));
    });

    const One = InBody.extend({ id: z.uuid() });
    const ending = { ...FOR_PEOPLE, schema: { params: One, response: { 200: TokenPage } } };
    server.post(`${ROOT}/:id/end`, ending, async (request) => {
      const { body, id } = request.params;
      return endOne(ports, { ...(await maker(request, body)), id });
    });
  });
}
