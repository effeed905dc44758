// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { it } from '../it.ts';

const SLOW_AFTER_MS = 4000;

/** Grey lines where the text will stand; after a while it says that the wait is unusual. */
export function Skeleton({ lines }: { readonly lines: number }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status">
      <p className={slow ? 'skeleton-slow' : 'visually-hidden'}>{slow ? it.slow : it.loading}</p>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines in a fixed order
        <span key={index} className="skeleton-line" />
      ))}
    </div>
  );
}
