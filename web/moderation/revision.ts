// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#moderation/contract';

export interface Revision {
  /** The state of the case that the person has read, and decides on. */
  readonly read: number;
  /** The case moved on while the person was deciding. */
  readonly changed: boolean;
  readonly adopt: () => void;
}

/**
 * A decision is taken on what was read. While nothing has been chosen yet a new state of the case is simply what is
 * read; once the person is at work it must be read again, and they say so.
 */
export function useRevision(detail: CaseDetail, atWork: boolean): Revision {
  const [read, setRead] = useState(detail.revision);
  const changed = read !== detail.revision;
  useEffect(() => {
    if (changed && !atWork) setRead(detail.revision);
  }, [changed, atWork, detail.revision]);
  return { read, changed: changed && atWork, adopt: () => setRead(detail.revision) };
}
