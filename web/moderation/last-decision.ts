// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSyncExternalStore } from 'react';

/** The decision just taken, shown beside the next case until another takes its place. */
export interface LastDecision {
  readonly body: string;
  /** The case. */
  readonly id: string;
  readonly decision: string;
  readonly sentence: string;
}

let last: LastDecision | null = null;
const listeners = new Set<() => void>();

export function rememberDecision(decision: LastDecision): void {
  last = decision;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLastDecision = (): LastDecision | null => useSyncExternalStore(subscribe, () => last);
