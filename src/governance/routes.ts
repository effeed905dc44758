// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Log, platformError } from '#platform';
import type { Attempts } from './attempts.ts';
import type { Guard } from './authorise.ts';
import { Session, SignInAnswer, SignInRequest } from './contract.ts';
import { governanceError } from './errors.ts';
import { SignedOut } from './provider/contract.ts';
import { headersOf, open, relayedHeaders, signedIn } from './route-rules.ts';
import type { SessionFacts, SignIn } from './sign-in.ts';

export interface GovernanceRoutes {
  readonly signIn: SignIn;
  readonly attempts: Attempts;
  readonly guard: Guard;
  readonly log: Log;
  /** Whether a password alone is not enough for this person. */
  readonly hasFactor: (person: string) => Promise<boolean>;
  /** Where the desk is served: the relay's own addresses are made from it, never from what a request says. */
  readonly url: string;
  readonly demo: boolean;
  /** Where a session made through a provider ends there too; null: nowhere. */
  readonly leavingAddress: (session: SessionFacts) => Promise<URL | null>;
}

/** Signing in and out, and who is there. Everything else that the sign-in library can do stays unreachable. */
export function governanceRoutes(root: FastifyInstance, ports: GovernanceRoutes): void {
  const { signIn, guard, url, demo } = ports;
  const server = root.withTypeProvider<ZodTypeProvider>();

  server.post(
    '/api/auth/sign-in/email',
    { ...open('chi entra non è ancora nessuno'), schema: { body: SignInRequest, response: { 200: SignInAnswer } } },
    (request, reply) => enter(ports, { request, reply, entry: request.body }),
  );
  const leaving = open('chi esce può non esserci già più');
  server.post(
    '/api/auth/sign-out',
    { ...leaving, schema: { response: { 200: SignedOut } } },
    async (request, reply) => {
      const person = await signIn.personOf(headersOf(request));
      // Asked before the session is gone; a provider that does not answer keeps nobody in.
      const elsewhere = person === null ? null : await ports.leavingAddress(person.session).catch(() => null);
      const response = await signIn.handle(relayed(url, '/api/auth/sign-out', { request, body: {} }));
      assertAnswered(response);
      passedOn(response, reply);
      return { signedOut: true as const, elsewhere: elsewhere?.href ?? null };
    },
  );
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
async function enter(
  { signIn, attempts, hasFactor, log, url }: GovernanceRoutes,
  entering: Entering,
): Promise<SignInAnswer> {
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
  passedOn(response, reply);
  const { user } = (await response.json()) as { readonly user?: { readonly id?: string } };
  const waits = user?.id !== undefined && (await hasFactor(user.id));
  return waits ? { signedIn: false, next: 'second-factor' } : { signedIn: true };
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
  const headers = relayedHeaders(request);
  headers.set('content-type', 'application/json');
  return new Request(new URL(path, baseUrl), { method: 'POST', headers, body: JSON.stringify(body) });
}

const passedOn = (response: Response, reply: FastifyReply): FastifyReply =>
  reply.code(response.status).header('set-cookie', response.headers.getSetCookie()).header('cache-control', 'no-store');
