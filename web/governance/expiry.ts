// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSyncExternalStore } from 'react';

/**
 * Whether the session has ended under the person's hands. `noticed`: a banner says so; `asking`: something they did was
 * refused for it, and they are asked to sign in at once. The page stays as it is, with all that is written in it.
 */
export type Expiry = 'no' | 'noticed' | 'asking';

let expiry: Expiry = 'no';
const listeners = new Set<() => void>();

export function setExpiry(next: Expiry): void {
  if (next === expiry) return;
  expiry = next;
  for (const listener of listeners) listener();
}

/** Never takes a question back: a background request may find out after the person's own. */
export function reportExpiry(found: 'noticed' | 'asking'): void {
  if (expiry !== 'asking') setExpiry(found);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useExpiry = (): Expiry => useSyncExternalStore(subscribe, () => expiry);
