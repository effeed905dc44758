// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Journal } from './journal.ts';

/** The time of the simulated world: the machine's, or a test's, moved ahead by hand. All networks share it. */
export interface TownClock {
  now(): Date;
  advance(seconds: number): void;
  onAdvance(listener: () => void): void;
}

export interface Advance {
  readonly advancedSeconds: number;
}

export function openClock(base: { now(): Date }, journal: Journal<Advance>): TownClock {
  let ahead = journal.past.reduce((sum, { advancedSeconds }) => sum + advancedSeconds, 0);
  const listeners: (() => void)[] = [];
  return {
    now: () => new Date(base.now().getTime() + ahead * 1000),
    advance(advancedSeconds) {
      journal.append({ advancedSeconds });
      ahead += advancedSeconds;
      for (const listener of listeners) listener();
    },
    onAdvance: (listener) => void listeners.push(listener),
  };
}
