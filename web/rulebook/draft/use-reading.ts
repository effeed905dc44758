// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import type { Complaint } from '#policy';
import { type BackgroundReader, backgroundReader } from '../text/read-in-background.ts';
import type { Meaning } from '../text/reading.ts';

const QUIET_MS = 250;

export interface ReadText {
  /** Of the text as it was a moment ago. */
  readonly complaints: readonly Complaint[];
  /** The last that could be read whole; null while there has been none. */
  readonly meaning: Meaning | null;
  /** The text has mistakes now, and `meaning` is an earlier one. */
  readonly stale: boolean;
  readonly reading: boolean;
}

const NOTHING: ReadText = { complaints: [], meaning: null, stale: false, reading: true };

/** What the text says, read again when the person pauses. */
export function useReading(text: string, against: string | null | undefined): ReadText {
  const reader = useRef<BackgroundReader | null>(null);
  const [read, setRead] = useState<ReadText>(NOTHING);
  useEffect(() => {
    const started = backgroundReader();
    reader.current = started;
    return () => {
      started.stop();
      reader.current = null;
    };
  }, []);
  const begun = useRef(false);
  useEffect(() => {
    if (against === undefined) return;
    const timer = setTimeout(
      () => {
        begun.current = true;
        setRead((earlier) => ({ ...earlier, reading: true }));
        reader.current?.read(text, against, (answer) => {
          if (answer.what === 'mistakes') setRead((earlier) => ({ ...earlier, complaints: answer.complaints }));
          if (answer.what === 'meaning')
            setRead((earlier) => ({
              ...earlier,
              meaning: answer.meaning ?? earlier.meaning,
              stale: answer.meaning === null,
              reading: false,
            }));
        });
      },
      begun.current ? QUIET_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [text, against]);
  return read;
}
