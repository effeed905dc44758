// SPDX-License-Identifier: AGPL-3.0-or-later

/** What has not left by then, letter or notice, helps nobody: somebody has to telephone. */
export const LATE_MILLISECONDS = 5 * 60_000;
