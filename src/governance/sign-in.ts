// SPDX-License-Identifier: AGPL-3.0-or-later
import { betterAuth } from 'better-auth';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { platformError } from '#platform';
import { hashOf, isOf } from './password.ts';

/** Signing in with an address and a password; sessions in the database. */
export interface SignIn {
  /** Answers the sign-in library's own addresses under `/api/auth`; no route of ours passes more than two of them. */
  handle(request: Request): Promise<Response>;
  /** Who sent these headers, if signed in. */
  personOf(headers: Headers): Promise<SignedIn | null>;
  /** Adds a person, or leaves an existing one alone; the id either way. */
  enrol(person: { name: string; email: string; password: string }): Promise<string>;
}

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface SignInOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly baseUrl: string;
  /** Origins of our own pages. */
  readonly origins: ReadonlySet<string>;
  /** Attempts in ten seconds from one address. */
  readonly attempts: number;
}

const HALF_A_DAY_SECONDS = 12 * 60 * 60;

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

export function signInOf({ pool, secret, baseUrl, origins, attempts }: SignInOptions): SignIn {
  const auth = betterAuth({
    ...TABLES,
    appName: 'Portavoce',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database: { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    // People enter by an act of their body, never by themselves.
    emailAndPassword: { enabled: true, disableSignUp: true, password: PASSWORDS },
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
  return {
    handle: (request) => auth.handler(request),
    personOf: async (headers) => {
      const found = await auth.api.getSession({ headers }).catch((cause: unknown) => {
        // The library tells a database that did not answer as an error of its own, without the cause.
        throw platformError('DATABASE_AWAY', undefined, { cause });
      });
      return found && { id: found.user.id, name: found.user.name, email: found.user.email };
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
