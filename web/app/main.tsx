// SPDX-License-Identifier: AGPL-3.0-or-later
import './no-eval.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../client/queries.ts';
import { reportExpiry } from '../governance/expiry.ts';
import { sessionQuery } from '../governance/session.ts';
import { router } from './router.tsx';

const queries = queryClient((during) => {
  // Who was at the desk keeps the page, and what is written in it.
  if (queries.getQueryData(sessionQuery.queryKey)) reportExpiry(during === 'act' ? 'asking' : 'noticed');
  else queries.setQueryData(sessionQuery.queryKey, null);
});
const root = document.getElementById('banco');
if (root === null) throw new Error('the page has no #banco');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
