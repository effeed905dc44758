// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Log, platformError } from '#platform';
import type { Attempts } from './attempts.ts';
import type { Guard } from './authorise.ts';
import { Session, SignInRequest } from './contract.ts';
import { governanceError } from './errors.ts';
import { headersOf, open, signedIn } from './route-rules.ts';
import type { SignIn } from './sign-in.ts';

export interface GovernanceRoutes {
  readonly signIn: SignIn;
  readonly attempts: Attempts;
  readonly guard: Guard;
  readonly log: Log;
  /** Where the desk is served: the relay's own addresses are made from it, never from what a request says. */
  readonly url: string;
  readonly demo: boolean;
}

/** Signing in and out, and who is there. Everything else that the sign-in library can do stays unreachable. */
export function governanceRoutes(root: FastifyInstance, ports: GovernanceRoutes): void {
  const { signIn, guard, url, demo } = ports;
  const server = root.withTypeProvider<ZodTypeProvider>();

  server.post(
    '/api/auth/sign-in/email',
    { ...open('chi entra non è ancora nessuno'), schema: { body: SignInRequest } },
    (request, reply) => enter(ports, { request, reply, entry: request.body }),
  );
  const leaving = open('chi esce può non esserci già più');
  server.post('/api/auth/sign-out', { ...leaving }, async (request, reply) => {
    const response = await signIn.handle(relayed(url, '/api/auth/sign-out', { request, body: {} }));
    assertAnswered(response);
    return passedOn(response, reply).send({ signedOut: true });
  });
  server.get(
    '/api/session',
    { ...signedIn('dice a ciascuno chi è e quali incarichi ha'), schema: { response: { 200: Session } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return guard.session(headersOf(request), demo);
    },
  );
}

interface Entering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly entry: SignInRequest;
}

/** The session goes into the cookie alone, out of reach of scripts. */
async function enter({ signIn, attempts, log, url }: GovernanceRoutes, entering: Entering): Promise<FastifyReply> {
  const { request, reply, entry } = entering;
  const { email, password } = entry;
  const refuse = (code: 'SIGN_IN_WRONG' | 'TOO_MANY_ATTEMPTS', waitSeconds?: number) => {
    log.warn({ address: attempts.digestOf(email), code, request: request.id }, 'sign-in refused');
    if (waitSeconds === undefined) return governanceError(code);
    reply.header('retry-after', String(waitSeconds));
    return governanceError(code, `riprova fra ${waitSeconds} secondi`);
  };
  const { waitSeconds } = await attempts.begin(email);
  if (waitSeconds > 0) throw refuse('TOO_MANY_ATTEMPTS', waitSeconds);
  const response = await signIn.handle(relayed(url, '/api/auth/sign-in/email', { request, body: { email, password } }));
  if (response.status === 429) throw refuse('TOO_MANY_ATTEMPTS', Number(response.headers.get('x-retry-after')) || 10);
  // An address that is none and one that nobody has are told apart by nobody.
  if (response.status === 400 || response.status === 401) throw refuse('SIGN_IN_WRONG');
  assertAnswered(response);
  await attempts.succeeded(email);
  return passedOn(response, reply).send({ signedIn: true });
}

/** What the library refuses besides is where the request came from; its own faults hide a database that did not answer. */
function assertAnswered({ ok, status }: Response): void {
  if (!ok) throw platformError(status === 403 ? 'FOREIGN_ORIGIN' : 'DATABASE_AWAY', `accesso: ${status}`);
}

interface Relayed {
  readonly request: FastifyRequest;
  readonly body: object;
}

function relayed(baseUrl: string, path: string, { request, body }: Relayed): Request {
  const headers = new Headers(headersOf(request));
  for (const name of ['content-length', 'transfer-encoding', 'host']) headers.delete(name);
  headers.set('content-type', 'application/json');
  // The address that attempts are counted by: the connection's own or its proxy's word, never one a client may write.
  headers.set('x-portavoce-address', request.ip);
  return new Request(new URL(path, baseUrl), { method: 'POST', headers, body: JSON.stringify(body) });
}

const passedOn = (response: Response, reply: FastifyReply): FastifyReply =>
  reply.code(response.status).header('set-cookie', response.headers.getSetCookie()).header('cache-control', 'no-store');
