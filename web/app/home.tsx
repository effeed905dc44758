// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { sessionQuery } from '../governance/session.ts';
import { it } from '../it.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { NoMandate } from './dead-ends.tsx';
import { SessionFault } from './session-fault.tsx';

/** The first page: the desk of the first body that gave the person a mandate. */
export function Home() {
  const session = useQuery(sessionQuery);
  if (session.isPending) return <Skeleton lines={3} />;
  if (session.isError) return <SessionFault error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data === null) return <Navigate to="/accedi" search={{}} replace />;
  const first = session.data.mandates[0];
  if (first === undefined) return <NoMandate {...it.governance.noMandate} />;
  return <Navigate to="/banco/$body" params={{ body: first.body }} search={{}} replace />;
}
