// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { fullMoment, momentWords } from './moment-words.ts';

const TICK_MS = 30_000;

export function Moment({ iso, now }: { readonly iso: string; readonly now?: Date }) {
  return (
    <time dateTime={iso} title={fullMoment(iso)}>
      {now === undefined ? fullMoment(iso) : momentWords(iso, now)}
    </time>
  );
}

/** The time now, renewed often enough for deadlines said in minutes. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
