// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#moderation/contract';

/** The state of a case and of the policy that a person has read, and decides on. */
export interface Read {
  readonly revision: number;
  readonly policyVersion: string;
}

export interface Reading {
  readonly read: Read;
  /** The case, or the policy in force, moved on while the person was deciding. */
  readonly changed: boolean;
  readonly adopt: () => void;
}

const readOf = ({ revision, policy }: CaseDetail): Read => ({ revision, policyVersion: policy.version });

/**
 * A decision is taken on what was read. While nothing has been chosen yet a new state of the case is simply what is
 * read; once the person is at work it must be read again, and they say so.
 */
export function useReading(detail: CaseDetail, atWork: boolean): Reading {
  const [read, setRead] = useState(() => readOf(detail));
  const { revision, policyVersion } = readOf(detail);
  const changed = read.revision !== revision || read.policyVersion !== policyVersion;
  useEffect(() => {
    if (changed && !atWork) setRead({ revision, policyVersion });
  }, [changed, atWork, revision, policyVersion]);
  return { read, changed: changed && atWork, adopt: () => setRead({ revision, policyVersion }) };
}
