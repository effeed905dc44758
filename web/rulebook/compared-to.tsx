// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PolicyComparison } from '#policy';
import { Fault } from '../ui/fault.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { rulebookWords } from '../words/rulebook.ts';
import { Comparison } from './panels/comparison.tsx';
import { versionQuery } from './rulebook.ts';
import { backgroundReader } from './text/read-in-background.ts';

interface Props {
  readonly body: string;
  /** The earlier one. */
  readonly version: string;
  readonly text: string;
}

/** What a text changes of an adopted version, worked out here, away from the page. */
export function ComparedTo({ body, version, text }: Props) {
  const earlier = useQuery(versionQuery(body, version));
  const before = earlier.data?.source;
  const [found, setFound] = useState<PolicyComparison | null>();
  useEffect(() => {
    if (before === undefined) return;
    setFound(undefined);
    const reader = backgroundReader();
    void reader.compare(before, text).then(setFound);
    return () => reader.stop();
  }, [before, text]);
  if (earlier.isError)
    return <Fault title={rulebookWords.version.failed} error={earlier.error} onRetry={() => void earlier.refetch()} />;
  if (found === undefined) return <Skeleton lines={4} />;
  if (found === null) return <Notice tone="warning" title={rulebookWords.draft.unreadable} />;
  return <Comparison comparison={found} />;
}
