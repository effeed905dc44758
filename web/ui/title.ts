// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';
import { it } from '../it.ts';

/** Names the page in the browser's tab and for those who listen; the most particular part first. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, it.product].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
