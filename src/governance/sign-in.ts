// SPDX-License-Identifier: AGPL-3.0-or-later
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { z } from 'zod';
import { platformError } from '#platform';
import { hashOf, isOf } from './password.ts';

/** Signing in with an address and a password; sessions in the database. */
export interface SignIn {
  /** Answers the sign-in library's own addresses under `/api/auth`; no route of ours passes more than two of them. */
  handle(request: Request): Promise<Response>;
  /** Who sent these headers, if signed in. */
  personOf(headers: Headers): Promise<SignedIn | null>;
  /** Whose password was right, and whose second factor is still to come. */
  waitingOf(headers: Headers): Promise<SignedIn | null>;
  /** Begins a session of its own for somebody who showed a second factor. */
  startSession(start: SessionStart): Promise<StartedSession>;
  /** Adds a person, or leaves an existing one alone; the id either way. */
  enrol(person: { name: string; email: string; password: string }): Promise<string>;
}

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly session: SessionFacts;
}

/** What the making of a session showed. */
export interface SessionFacts {
  readonly id: string;
  /** A second factor was shown. */
  readonly factor: boolean;
  /** Made through the provider of this body, and good there alone; null: in every body. */
  readonly onlyBody: string | null;
}

export interface SessionStart {
  readonly person: string;
  readonly onlyBody: string | null;
  /** Of the request that asks for it: from where, by which browser. */
  readonly headers: Headers;
}

export interface StartedSession {
  readonly id: string;
  /** As the answer sets them. */
  readonly cookies: readonly string[];
}

export interface SignInOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  /** Origins of our own pages. */
  readonly origins: ReadonlySet<string>;
  /** Attempts in ten seconds from one address. */
  readonly attempts: number;
  /** Whether a password alone is not enough for this person. */
  readonly hasFactor: (person: string) => Promise<boolean>;
}

const HALF_A_DAY_SECONDS = 12 * 60 * 60;
/** As long as it takes to look for a telephone. */
const WAITING_MILLISECONDS = 5 * 60_000;

const PASSWORDS = {
  hash: hashOf,
  verify: ({ hash: stored, password }: { hash: string; password: string }) => isOf(stored, password),
};

// The library's names of columns, under ours.
const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const TABLES = {
  user: { modelName: 'person', fields: { ...TIMES, emailVerified: 'email_verified' } },
  session: {
    modelName: 'sign_in_session',
    fields: { ...TIMES, userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
    expiresIn: HALF_A_DAY_SECONDS,
    additionalFields: {
      awaitsFactor: { type: 'boolean', required: false, input: false, fieldName: 'awaits_factor' },
      factor: { type: 'boolean', required: false, input: false },
      onlyBody: { type: 'string', required: false, input: false, fieldName: 'only_body' },
    },
  },
  account: {
    modelName: 'sign_in_credential',
    fields: {
      ...TIMES,
      userId: 'user_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'sign_in_verification', fields: { ...TIMES, expiresAt: 'expires_at' } },
} as const;

/** What the library has no address for: a session that rests on something else than a password. */
const STARTING = {
  id: 'portavoce',
  endpoints: {
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ person: z.string(), onlyBody: z.string().nullable() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.person);
        if (!user) throw new APIError('UNAUTHORIZED');
        const shown = { factor: true, awaitsFactor: false, onlyBody: ctx.body.onlyBody };
        const session = await internalAdapter.createSession(user.id, false, shown, true);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ id: session.id });
      },
    ),
  },
} satisfies BetterAuthPlugin;

export function signInOf({ pool, secret, baseUrl, origins, attempts, hasFactor }: SignInOptions): SignIn {
  const auth = betterAuth({
    ...TABLES,
    appName: 'Portavoce',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    // People enter by an act of their body, never by themselves.
    emailAndPassword: { enabled: true, disableSignUp: true, password: PASSWORDS },
    plugins: [STARTING],
    databaseHooks: {
      session: {
        create: {
          // INVARIANT: no session that rests on a password alone opens anything for somebody with a second factor.
          before: async (session) => {
            if (session.factor === true || !(await hasFactor(session.userId))) return;
            return {
              data: {
                ...session,
                awaitsFactor: true,
                expiresAt: new Date(session.createdAt.getTime() + WAITING_MILLISECONDS),
              },
            };
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      window: 10,
      max: attempts * 20,
      customRules: { '/sign-in/email': { window: 10, max: attempts } },
    },
    advanced: {
      cookiePrefix: 'portavoce',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-portavoce-address'] },
    },
    // INVARIANT: a list made at the start; nothing that a request says of itself adds to it.
    trustedOrigins: [...origins],
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  const sessionOf = async (headers: Headers, waiting: boolean): Promise<SignedIn | null> => {
    const found = await auth.api.getSession({ headers }).catch((cause: unknown) => {
      // The library tells a database that did not answer as an error of its own, without the cause.
      throw platformError('DATABASE_AWAY', undefined, { cause });
    });
    if (found === null || (found.session.awaitsFactor ?? false) !== waiting) return null;
    const { id, factor, onlyBody } = found.session;
    const { user } = found;
    const session = { id, factor: factor ?? false, onlyBody: onlyBody ?? null };
    return { id: user.id, name: user.name, email: user.email, session };
  };
  return {
    handle: (request) => auth.handler(request),
    personOf: (headers) => sessionOf(headers, false),
    waitingOf: (headers) => sessionOf(headers, true),
    startSession: async ({ person, onlyBody, headers }) => {
      const response = await auth.api.startSession({ body: { person, onlyBody }, headers, asResponse: true });
      if (!response.ok) throw platformError('DATABASE_AWAY', `accesso: ${response.status}`);
      const { id } = (await response.json()) as { readonly id: string };
      return { id, cookies: response.headers.getSetCookie() };
    },
    enrol: async ({ name, email, password }) => {
      const context = await auth.$context;
      const known = await context.internalAdapter.findUserByEmail(email);
      if (known) return known.user.id;
      const person = await context.internalAdapter.createUser(
        { name, email, emailVerified: true },
        { method: 'admin' },
      );
      const stored = await context.password.hash(password);
      await context.internalAdapter.linkAccount({
        userId: person.id,
        accountId: person.id,
        providerId: 'credential',
        password: stored,
      });
      return person.id;
    },
  };
}
