// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Log } from '#platform';
import type { Guard } from '../authorise.ts';
import { governanceError } from '../errors.ts';
import { allow, headersOf, open, relayedHeaders } from '../route-rules.ts';
import { FactorResetRequest, FactorRuleRequest } from '../second-factor/contract.ts';
import { chooseFactorRule, resetFactor } from '../second-factor/of-others.ts';
import { allBodies } from '../store.ts';
import { comeBack, type ProviderPorts, start } from './come-back.ts';
import { AccessPage, ByEmailRequest, Providers, Started, StartRequest } from './contract.ts';
import { cookieOf, heldIn } from './held.ts';
import { localPath } from './local-path.ts';
import { accessPage, chooseByEmail } from './settings.ts';
import { providersOffered } from './store.ts';

const InBody = z.object({ body: z.string().regex(/^[a-z0-9-]{2,60}$/) });
const ROOT = '/api/bodies/:body/access';
/** Each asks the provider something; a whole body comes from one address in the morning. */
const RATE = { max: 120, timeWindow: 60_000 };

export interface ProviderRoutes extends ProviderPorts {
  readonly guard: Guard;
  readonly log: Log;
}

/** Entering through the provider of a body, and what the body chose about entering. */
export function providerRoutes(root: FastifyInstance, ports: ProviderRoutes): void {
  root.register(async (scope) => {
    const server = scope.withTypeProvider<ZodTypeProvider>();
    const { database, log } = ports;
    const entering = open('chi entra non è ancora nessuno').config;
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    const offered = { config: entering, schema: { response: { 200: Providers } } };
    server.get('/api/auth/providers', offered, async () => ({
      items: await database.outside((tx) => providersOffered(tx)),
    }));

    const starting = { params: InBody, body: StartRequest, response: { 200: Started } };
    server.post(
      '/api/auth/provider/:body/start',
      { config: { ...entering, rateLimit: RATE }, schema: starting },
      async (request, reply) => {
        const { body } = request.params;
        await refuseUnknown(ports, body);
        const { url, held } = await start(ports, body, request.body);
        return reply.header('set-cookie', cookieOf(ports.url, held)).send({ url: url.href });
      },
    );

    // The browser comes back from another site: its answer is good for the browser that set out, and once.
    server.get(
      '/api/auth/provider/:body/callback',
      { config: { ...entering, rateLimit: RATE }, schema: { params: InBody } },
      async (request, reply) => {
        const { body } = request.params;
        const query = new URLSearchParams(request.raw.url?.split('?')[1] ?? '');
        const held = heldIn(request.headers.cookie, ports.url);
        const entered = await comeBack(ports, { body, held, query, headers: relayedHeaders(request) });
        const over = cookieOf(ports.url, '');
        if ('fault' in entered) {
          log.warn({ code: entered.fault, body, request: request.id }, 'sign-in through a provider refused');
          return sendTo(reply, `/accedi?errore=${entered.fault}`, [over]);
        }
        return sendTo(reply, localPath(entered.back), [over, ...entered.started.cookies]);
      },
    );

    settingRoutes(scope, ports);
  });
}

/** What the head chooses, and auditors read. */
function settingRoutes(scope: FastifyInstance, ports: ProviderRoutes): void {
  const server = scope.withTypeProvider<ZodTypeProvider>();
  const { guard } = ports;
  const head = async (request: FastifyRequest, body: string) => ({
    ...{ body, actor: await guard.actor(headersOf(request), body, 'people') },
  });
  const answer = { response: { 200: AccessPage } };

  const seeing = { ...allow('see-people'), schema: { params: InBody, ...answer } };
  server.get(ROOT, seeing, async (request) => {
    const { body } = request.params;
    await guard.actor(headersOf(request), body, 'see-people');
    return accessPage(ports, body);
  });

  const choosing = { ...allow('people'), schema: { params: InBody, body: FactorRuleRequest, ...answer } };
  server.post(`${ROOT}/second-factor`, choosing, async (request) => {
    const { body } = request.params;
    await chooseFactorRule(ports, await head(request, body), request.body);
    return accessPage(ports, body);
  });

  const knowing = { ...allow('people'), schema: { params: InBody, body: ByEmailRequest, ...answer } };
  server.post(`${ROOT}/by-email`, knowing, async (request) => {
    const { body } = request.params;
    await chooseByEmail(ports, await head(request, body), request.body.byEmail);
    return accessPage(ports, body);
  });

  const OnePerson = InBody.extend({ person: z.string().min(1).max(100) });
  const resetting = { ...allow('people'), schema: { params: OnePerson, body: FactorResetRequest, ...answer } };
  server.post('/api/bodies/:body/people/:person/second-factor/reset', resetting, async (request) => {
    const { body, person } = request.params;
    await resetFactor(ports, { ...(await head(request, body)), person }, request.body.reason);
    return accessPage(ports, body);
  });
}

/** A name that is no body's is not asked of the database as if it were. */
async function refuseUnknown({ database }: ProviderPorts, body: string): Promise<void> {
  const bodies = await database.outside((tx) => allBodies(tx));
  if (!bodies.some(({ slug }) => slug === body)) throw governanceError('PROVIDER_NOT_FOUND');
}

const sendTo = (reply: FastifyReply, path: string, cookies: readonly string[]): FastifyReply =>
  reply
    .code(303)
    .header('location', path)
    .header('set-cookie', [...cookies])
    .send();
