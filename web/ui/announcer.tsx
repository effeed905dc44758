// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSyncExternalStore } from 'react';

// One live region for the whole desk, never unmounted: a region that appears together with its text is often not read.
let said = '';
const listeners = new Set<() => void>();

/** Says something to those who listen, without moving the focus. */
export function announce(text: string): void {
  // The same words twice would not be read the second time: an invisible sign makes them new.
  said = said === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => said);
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}
