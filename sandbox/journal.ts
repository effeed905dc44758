// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything that happened, one JSON line each, only ever added to; a world is what its lines say, read in order. */
export interface Journal<Entry> {
  readonly past: readonly Entry[];
  append(entry: Entry): void;
}

export function openJournal<Entry>(file: string | undefined): Journal<Entry> {
  if (file === undefined) return { past: [], append: () => undefined };
  mkdirSync(dirname(file), { recursive: true });
  return {
    past: existsSync(file) ? readEntries<Entry>(file) : [],
    append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 }),
  };
}

/** A last line without its end was being written when the program died: it is dropped, so that the next one starts clean. */
function readEntries<Entry>(file: string): Entry[] {
  const bytes = readFileSync(file);
  const complete = bytes.lastIndexOf('\n') + 1;
  if (complete < bytes.length) truncateSync(file, complete);
  const lines = bytes.subarray(0, complete).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Entry);
}
