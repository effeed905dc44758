// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#moderation/contract';

/** The state of a case and of the policy that a person has read, and decides on. */
export interface Read {
  readonly revision: number;
  readonly policyVersion: string;
  readonly policyDigest: string;
}

export interface Reading {
  readonly read: Read;
  /** The case, or the policy in force, moved on while the person was deciding. */
  readonly changed: boolean;
  readonly adopt: () => void;
}

const readOf = ({ revision, policy }: CaseDetail): Read => ({
  revision,
  policyVersion: policy.version,
  policyDigest: policy.digest,
});

/**
 * A decision is taken on what was read. While nothing has been chosen yet a new state of the case is simply what is
 * read; once the person is at work it must be read again, and they say so.
 */
export function useReading(detail: CaseDetail, atWork: boolean): Reading {
  const [read, setRead] = useState(() => readOf(detail));
  const { revision, policyVersion, policyDigest } = readOf(detail);
  // Another version has another digest.
  const changed = read.revision !== revision || read.policyDigest !== policyDigest;
  useEffect(() => {
    if (changed && !atWork) setRead({ revision, policyVersion, policyDigest });
  }, [changed, atWork, revision, policyVersion, policyDigest]);
  return { read, changed: changed && atWork, adopt: () => setRead({ revision, policyVersion, policyDigest }) };
}
