// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';
import { usePreference } from './preferences.ts';

/** Whoever asked for it sees the whole desk in greys. */
export function useCalmColours(): void {
  const [calm] = usePreference('calm');
  useEffect(() => {
    document.documentElement.toggleAttribute('data-calm', calm);
  }, [calm]);
}
