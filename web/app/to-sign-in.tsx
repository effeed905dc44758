// SPDX-License-Identifier: AGPL-3.0-or-later
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';

/** Sends the person to sign in, and remembers the page they wanted. */
export function ToSignIn() {
  const navigate = useNavigate();
  const { href } = useLocation();
  // The address changes while the page is leaving: what counts is where it stood at first.
  const [wanted] = useState(href);
  useEffect(() => {
    void navigate({ to: '/accedi', search: { ritorno: wanted }, replace: true });
  }, [navigate, wanted]);
  return <Skeleton lines={3} />;
}
