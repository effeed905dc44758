// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSyncExternalStore } from 'react';

/** Choices of this person on this browser. */
const DEFAULTS = { shortcuts: true, advance: true, calm: false };
export type PreferenceName = keyof typeof DEFAULTS;

const key = (name: PreferenceName) => `portavoce.${name}`;
const listeners = new Set<() => void>();

function read(name: PreferenceName): boolean {
  try {
    const stored = localStorage.getItem(key(name));
    return stored === null ? DEFAULTS[name] : stored === 'true';
  } catch {
    return DEFAULTS[name];
  }
}

const values: Record<PreferenceName, boolean> = {
  ...{ shortcuts: read('shortcuts'), advance: read('advance'), calm: read('calm') },
};

function set(name: PreferenceName, value: boolean): void {
  values[name] = value;
  try {
    localStorage.setItem(key(name), String(value));
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreference(name: PreferenceName): readonly [boolean, (value: boolean) => void] {
  const value = useSyncExternalStore(subscribe, () => values[name]);
  return [value, (next) => set(name, next)];
}
