// SPDX-License-Identifier: AGPL-3.0-or-later
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { NoAnswer, Refusal } from './request.ts';

const RETRIES = 2;
const FRESH_MS = 30_000;

/** `onSignedOut` runs when any answer says that the session is over; told of an act of the person's, or of a look. */
export function queryClient(onSignedOut: (during: 'act' | 'look') => void): QueryClient {
  const onError = (during: 'act' | 'look') => (error: Error) => {
    if (error instanceof Refusal && error.problem.status === 401) onSignedOut(during);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: onError('look') }),
    mutationCache: new MutationCache({ onError: onError('act') }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: FRESH_MS,
        retry: (failures, error) => error instanceof NoAnswer && failures < RETRIES,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
