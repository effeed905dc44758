// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate } from 'node:timers/promises';

const SLICE_MILLISECONDS = 10;

/** Called between the steps of a long piece of work: after each slice of it whoever waits is served first. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MILLISECONDS) return;
    await setImmediate();
    since = performance.now();
  };
}
