// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSyncExternalStore } from 'react';

// Whether the server answered the last time it was asked. The browser's own `onLine` knows the cable, not the server.
let connected = true;
const listeners = new Set<() => void>();

export function reportConnection(answered: boolean): void {
  if (answered === connected) return;
  connected = answered;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnected = (): boolean => useSyncExternalStore(subscribe, () => connected);
