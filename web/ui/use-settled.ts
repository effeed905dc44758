// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';

const PAUSE_MILLISECONDS = 500;

/** The text as it was when the person last paused. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
