// SPDX-License-Identifier: AGPL-3.0-or-later
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Mandate, Session } from '#governance/contract';
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

export const signIn = (email: string, password: string): Promise<void> =>
  command('/api/auth/sign-in/email', { body: { email, password } });

export const signOut = (): Promise<void> => command('/api/auth/sign-out', { body: {} });

/** The mandate of the person at the desk in one body, if there is one. */
export function useMandate(body: string): Mandate | undefined {
  const { data } = useQuery(sessionQuery);
  return data?.mandates.find((mandate) => mandate.body === body);
}
