// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { usePreference } from '../ui/preferences.ts';

const WRITING = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])';

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(WRITING) !== null;
}

const isModal = (): boolean => document.querySelector('dialog[open]') !== null;

/**
 * Runs on one key, without modifiers and never while the person writes (WCAG 2.1.4: the switch turns all of them off).
 * `Ctrl+Enter` is the exception: it works from inside a field too.
 */
export function useShortcut(key: string, run: () => void): void {
  const [enabled] = usePreference('shortcuts');
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isModal() || !matches(event, key)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled, key]);
}

function matches(event: KeyboardEvent, key: string): boolean {
  if (key === 'Ctrl+Enter') return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return false;
  return event.key.toLowerCase() === key;
}
