// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';
import { show } from './turns.ts';

/** A screen says again what it shows before the desk takes it for gone. */
const AGAIN_MS = 60_000;

let screen: string | undefined;

/** Of this page as long as it is open; `randomUUID` alone is missing where the desk is served without TLS. */
function screenId(): string {
  if (screen !== undefined) return screen;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  screen = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  return screen;
}

let leaving: ReturnType<typeof setTimeout> | undefined;

/** Lets the others know that this case is on the screen, as long as it is and the page is in sight. */
export function useShowing(body: string, id: string): void {
  useEffect(() => {
    clearTimeout(leaving);
    // Whether the others know is never worth a word to who reads.
    const tell = (shown: string | null) => void show(body, screenId(), shown).catch(() => {});
    const tellNow = () => tell(document.visibilityState === 'visible' ? id : null);
    tellNow();
    const timer = setInterval(() => document.visibilityState === 'visible' && tell(id), AGAIN_MS);
    document.addEventListener('visibilitychange', tellNow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tellNow);
      // Walking on to the next case says so at once: only who leaves for good has to say that nothing is shown.
      leaving = setTimeout(() => tell(null), 0);
    };
  }, [body, id]);
}
