// SPDX-License-Identifier: AGPL-3.0-or-later
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { NoAnswer, Refusal } from './request.ts';

const RETRIES = 2;
const FRESH_MS = 30_000;

/** `onSignedOut` runs when any answer says that the session is over. */
export function queryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof Refusal && error.problem.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
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
