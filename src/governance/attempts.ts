// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import type { Clock } from '#kernel';
import type { Database } from '#platform';
import { attemptsWaitUntil, countAttempt, forgetAttempts, forgetAttemptsBefore, holdAttempts } from './store.ts';

// Slow on purpose: the limit by the connection's address stops a hurry, this one a patient guesser with many addresses.
const FREE_ATTEMPTS = 10;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;
const FORGOTTEN_AFTER_SECONDS = 15 * 60;

/** Sign-in attempts on one e-mail address, whichever connection they come from and whether it belongs to anyone or not. */
export interface Attempts {
  /** Counts one attempt before it is made; the seconds to wait where there were too many, and then it is not counted. */
  begin(email: string): Promise<{ readonly waitSeconds: number }>;
  /** The password was right: the count starts afresh. */
  succeeded(email: string): Promise<void>;
  /** Stands for the address in the log and in the database. */
  digestOf(email: string): string;
  /** Drops the counts that no longer hold anyone back. */
  sweep(): Promise<void>;
}

export function attemptsOf(database: Database, clock: Clock, key: Uint8Array): Attempts {
  const digestOf = (email: string) => createHmac('sha256', key).update(email.trim().toLowerCase()).digest('hex');
  const before = (seconds: number) => new Date(clock.now().getTime() - seconds * 1000);
  return {
    digestOf,
    begin: (email) =>
      database.outside(async (tx) => {
        const digest = digestOf(email);
        const now = clock.now();
        const failures = await countAttempt(tx, { digest, now, forgottenBefore: before(FORGOTTEN_AFTER_SECONDS) });
        if (failures === undefined) return { waitSeconds: secondsUntil(await attemptsWaitUntil(tx, digest), now) };
        const wait = waitAfter(failures);
        if (wait > 0) await holdAttempts(tx, digest, new Date(now.getTime() + wait * 1000));
        return { waitSeconds: 0 };
      }),
    succeeded: (email) => database.outside((tx) => forgetAttempts(tx, digestOf(email))),
    sweep: () =>
      database.outside((tx) => forgetAttemptsBefore(tx, before(FORGOTTEN_AFTER_SECONDS + LONGEST_WAIT_SECONDS))),
  };
}

/** Doubles with each attempt past the free ones. */
export function waitAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FREE_ATTEMPTS));
}

const secondsUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
