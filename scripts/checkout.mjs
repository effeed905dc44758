// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const inRoot = (...names) => join(ROOT, ...names);

export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** A stamp says what was completed; written last, absent or unreadable after an interruption. */
export function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export const writeStamp = (file, stamp) => writeFileSync(file, `${JSON.stringify(stamp)}\n`);

/**
 * Progress goes to standard error: standard output belongs to the program.
 * @param {string} task in Italian, without the final stop
 * @param {() => Promise<T>} work
 * @template T
 */
export async function announced(task, work) {
  const startedAt = performance.now();
  const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
  console.error(`${task}…`);
  const still = setInterval(() => console.error(`  … ancora al lavoro (${seconds()} s)`), 15_000);
  try {
    const result = await work();
    console.error(`  fatto in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(still);
  }
}
