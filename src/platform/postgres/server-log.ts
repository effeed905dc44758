// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, existsSync, fchmodSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROTATE_OVER_BYTES = 5_000_000;
const TAIL_BYTES = 8_192;

export const serverLog = (home: string) => join(home, 'postgres.log');

/** Puts a grown log aside, in place of the one put aside before. */
export function rotateLog(file: string): void {
  if (existsSync(file) && statSync(file).size > ROTATE_OVER_BYTES) renameSync(file, `${file}.1`);
}

/** To write at its end; read by its owner alone, also where it was made by a laxer start. */
export function openLog(file: string): number {
  const handle = openSync(file, 'a', 0o600);
  fchmodSync(handle, 0o600);
  return handle;
}

export const logSize = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** What was written after the given offset, at most the last few kilobytes. */
export function writtenSince(file: string, offset: number): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const from = Math.max(offset, size - TAIL_BYTES);
    const bytes = Buffer.alloc(Math.max(0, size - from));
    readSync(handle, bytes, 0, bytes.length, from);
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
