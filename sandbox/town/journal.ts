// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Everything that happened, one JSON line each, only ever added to; a world is what its lines say, read in order. */
export interface Journal<Entry> {
  readonly past: readonly Entry[];
  append(entry: Entry): void;
  /** Everything written so far gives way to these: another world is put in its place. */
  replace(entries: readonly Entry[]): void;
}

/** Without a file it is kept only in memory. */
export function openJournal<Entry>(file: string | undefined): Journal<Entry> {
  if (file === undefined) return { past: [], append: () => undefined, replace: () => undefined };
  mkdirSync(dirname(file), { recursive: true });
  return {
    past: existsSync(file) ? readEntries<Entry>(file) : [],
    append: (entry) => appendFileSync(file, lineOf(entry), { mode: 0o600 }),
    replace(entries) {
      writeFileSync(`${file}.new`, entries.map(lineOf).join(''), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

const lineOf = (entry: unknown): string => `${JSON.stringify(entry)}\n`;

/** A last line without its end was being written when the program died: it is dropped, so that the next one starts clean. */
function readEntries<Entry>(file: string): Entry[] {
  const bytes = readFileSync(file);
  const complete = bytes.lastIndexOf('\n') + 1;
  if (complete < bytes.length) truncateSync(file, complete);
  const lines = bytes.subarray(0, complete).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Entry);
}
