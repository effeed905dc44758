// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Mandate, Providers, Session, SignedOut, SignInAnswer, Started } from '#governance/contract';
import { command, Refusal, request } from '../client/request.ts';
import { reportExpiry } from './expiry.ts';

const SESSION_FRESH_MS = 5 * 60_000;

/** Who is at the desk; null when nobody has signed in. Who was there stays known after the session has ended. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: SESSION_FRESH_MS,
  queryFn: async ({ signal, client }): Promise<Session | null> => {
    try {
      return await request(Session, '/api/session', { signal });
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.status !== 401) throw error;
      const known = client.getQueryData<Session | null>(['session']) ?? null;
      if (known !== null) reportExpiry('noticed');
      return known;
    }
  },
});

/** Whether that was all, or the code of a second factor is still to come. */
export const signIn = (email: string, password: string): Promise<SignInAnswer> =>
  request(SignInAnswer, '/api/auth/sign-in/email', { method: 'POST', body: { email, password } });

export const passCode = (code: string): Promise<void> => command('/api/auth/second-factor', { body: { code } });

/** Where the session at a provider ends too, if anywhere. */
export const signOut = (): Promise<SignedOut> => request(SignedOut, '/api/auth/sign-out', { method: 'POST', body: {} });

export const providersQuery = queryOptions({
  queryKey: ['sign-in providers'],
  staleTime: SESSION_FRESH_MS,
  retry: false,
  queryFn: ({ signal }) => request(Providers, '/api/auth/providers', { signal }),
});

/** Leaves for the provider of a body, which sends the browser back. */
export async function goToProvider(body: string, setting: { back?: string; invitation?: string }): Promise<void> {
  const path = `/api/auth/provider/${encodeURIComponent(body)}/start`;
  const { url } = await request(Started, path, { method: 'POST', body: setting });
  location.assign(url);
}

/** The mandate of the person at the desk in one body, if there is one. */
export function useMandate(body: string): Mandate | undefined {
  const { data } = useQuery(sessionQuery);
  return data?.mandates.find((mandate) => mandate.body === body);
}
