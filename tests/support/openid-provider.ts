// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

// Somebody else's implementation of OpenID Connect, on loopback: the body's own service, where people are seen with two factors.

export interface SeenAs {
  readonly subject: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  /** How they were seen; absent: with two factors. */
  readonly acr?: string;
  readonly amr?: readonly string[];
}

type Claims = Record<string, unknown>;

export interface OpenIdService {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  /** Who answers at the service from now on; null: they say that they do not want to. */
  answersAs(who: SeenAs | null): void;
  /** Changes what an identity token says, signed with the service's own key all the same. */
  alters(change: ((claims: Claims) => Claims) | null): void;
  /** What it was asked for, at each authorisation. */
  readonly asked: readonly Readonly<Record<string, unknown>>[];
  /** How many sessions it ended on being asked. */
  ended(): number;
  close(): Promise<void>;
}

export const TWO_FACTORS = 'https://www.spid.gov.it/SpidL2';
const CLIENT = 'banco-social';
const SECRET = 'un-segreto-lungo-abbastanza-per-le-prove';

export async function startOpenIdService(redirects: {
  readonly back: readonly string[];
  readonly afterLeaving: readonly string[];
}): Promise<OpenIdService> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let who: SeenAs | null = { subject: 'nessuno' };
  let change: ((claims: Claims) => Claims) | null = null;
  let ended = 0;
  const asked: Readonly<Record<string, unknown>>[] = [];
  const people = new Map<string, SeenAs>();

  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [...redirects.back] },
        post_logout_redirect_uris: [...redirects.afterLeaving],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'prova' }] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    cookies: { keys: ['una-chiave-di-prova'] },
    acrValues: [TWO_FACTORS, 'https://www.spid.gov.it/SpidL1'],
    claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx: { body: unknown }, form: string) => {
          ctx.body = `<!doctype html><title>Uscita</title>${form}<button form="op.logoutForm" name="logout" value="yes">Esci</button>`;
        },
      },
    },
    interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: async (_ctx: unknown, id: string) => ({
      accountId: id,
      claims: async () => {
        const seen = people.get(id);
        return { sub: id, email: seen?.email, email_verified: seen?.emailVerified ?? false };
      },
    }),
  });
  provider.on('end_session.success', () => {
    ended += 1;
  });
  // Its own words of the identity token, with what the test makes of them.
  provider.use(async (ctx: Koa, next: () => Promise<unknown>) => {
    await next();
    const body = ctx.body as { id_token?: string } | undefined;
    if (change !== null && body?.id_token !== undefined) body.id_token = resigned(body.id_token, change, privateKey);
  });

  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const answer = async () => {
      const { prompt, params } = await provider.interactionDetails(request, response);
      asked.push(params);
      if (who === null)
        return provider.interactionFinished(
          request,
          response,
          { error: 'access_denied' },
          { mergeWithLastSubmission: false },
        );
      const { subject, acr = TWO_FACTORS, amr = ['pwd', 'otp'] } = who;
      people.set(subject, who);
      if (prompt.name === 'login')
        return provider.interactionFinished(request, response, { login: { accountId: subject, acr, amr: [...amr] } });
      const grant = new provider.Grant({ accountId: subject, clientId: CLIENT });
      grant.addOIDCScope('openid email');
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    };
    answer().catch((error: Error) => {
      response.statusCode = 500;
      response.end(error.message);
    });
  });

  return {
    ...{ issuer, clientId: CLIENT, secret: SECRET, asked },
    answersAs: (next) => {
      who = next;
    },
    alters: (next) => {
      change = next;
    },
    ended: () => ended,
    close: () => closed(server),
  };
}

interface Koa {
  body: unknown;
}

function resigned(token: string, change: (claims: Claims) => Claims, key: KeyObject): string {
  const [head = '', claims = ''] = token.split('.');
  const altered = change(JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims);
  const signed = `${head}.${Buffer.from(JSON.stringify(altered)).toString('base64url')}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
