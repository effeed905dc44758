// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Guard } from '../authorise.ts';
import { governanceError } from '../errors.ts';
import { headersOf, open, relayedHeaders, signedIn } from '../route-rules.ts';
import type { SignIn } from '../sign-in.ts';
import { CodeRequest, FactorOffer, FactorView, OfferRequest, RecoveryCodes } from './contract.ts';
import { confirmFactor, factorOf, offerFactor, passFactor, removeFactor, renewCodes } from './own.ts';
import type { FactorPorts } from './prove.ts';

export interface FactorRoutes extends FactorPorts {
  readonly guard: Guard;
  readonly signIn: SignIn;
}

/** A whole office comes from one address in the morning; guessing is counted by person besides. */
const RATE = { max: 120, timeWindow: 60_000 };

/** A person's own second factor, and the step after the password. */
export function secondFactorRoutes(root: FastifyInstance, ports: FactorRoutes): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const { guard, signIn } = ports;
    const own = signedIn('riguarda soltanto l’accesso di chi lo chiede').config;
    const limited = { ...own, rateLimit: RATE };
    const me = (request: FastifyRequest) => guard.signedIn(headersOf(request));
    server.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const passing = { ...open('chi ha scritto la password non è ancora entrato').config, rateLimit: RATE };
    server.post(
      '/api/auth/second-factor',
      { config: passing, schema: { body: CodeRequest } },
      async (request, reply) => {
        const waiting = await signIn.waitingOf(headersOf(request));
        if (waiting === null) throw governanceError('SECOND_FACTOR_OVER');
        await passFactor(ports, waiting, request.body.code);
        const headers = relayedHeaders(request);
        const { cookies } = await signIn.startSession({ person: waiting.id, onlyBody: null, headers });
        return reply.header('set-cookie', [...cookies]).send({ signedIn: true });
      },
    );

    const looking = { config: own, schema: { response: { 200: FactorView } } };
    server.get('/api/second-factor', looking, async (request) => factorOf(ports, await me(request)));

    const offering = { config: limited, schema: { body: OfferRequest, response: { 200: FactorOffer } } };
    server.post('/api/second-factor/offer', offering, async (request) =>
      offerFactor(ports, await me(request), request.body.password),
    );

    const telling = { config: limited, schema: { body: CodeRequest, response: { 200: RecoveryCodes } } };
    server.post('/api/second-factor/confirmation', telling, async (request) => ({
      codes: [...(await confirmFactor(ports, await me(request), request.body.code))],
    }));
    server.post('/api/second-factor/codes', telling, async (request) => ({
      codes: [...(await renewCodes(ports, await me(request), request.body.code))],
    }));

    const removing = { config: limited, schema: { body: CodeRequest, response: { 204: z.undefined() } } };
    server.post('/api/second-factor/removal', removing, async (request, reply) => {
      await removeFactor(ports, await me(request), request.body.code);
      return reply.code(204).send();
    });
  });
}
