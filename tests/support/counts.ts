// SPDX-License-Identifier: AGPL-3.0-or-later
import type { run } from 'node:test';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

type TestEvents = ReturnType<typeof run>;

/**
 * Counts the tests of a run as they end: suites are not counted, nor are files, except a file that failed outside its
 * tests. A test still to be written (`todo`) counts as skipped; a suite skipped whole counts once, its tests unseen.
 */
export function countTests(events: TestEvents): { now: () => Counts } {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  events.on('test:pass', ({ details, skip, todo }) => {
    if (isMarked(skip) || isMarked(todo)) skipped += 1;
    else if (details.type !== 'suite') passed += 1;
  });
  events.on('test:fail', ({ details, todo }) => {
    if (isMarked(todo)) skipped += 1;
    else if (details.type !== 'suite' || isOwnFailure(details.error)) failed += 1;
  });
  return { now: () => ({ passed, failed, skipped }) };
}

const isMarked = (mark: string | boolean | undefined): boolean => mark !== undefined && mark !== false;

/** A suite also fails because a test in it did, and that one is counted already; a broken hook is its own. */
function isOwnFailure(error: unknown): boolean {
  return error instanceof Error && 'failureType' in error && error.failureType !== 'subtestsFailed';
}

export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A run in which nothing passed proves nothing. */
export const isWell = ({ passed, failed }: Counts): boolean => failed === 0 && passed > 0;
