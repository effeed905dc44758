// SPDX-License-Identifier: AGPL-3.0-or-later

// PostgreSQL's classes for «cannot answer now»: connection exceptions (08), resources (53), operator intervention (57); and
// transactions undone for the sake of another: serialization (40001), deadlock (40P01).
const AWAY_CLASSES = /^(08|53|57|40001$|40P01$)/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const AWAY_WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** True when the database is not there at the moment, so that the same request may be repeated as it is. */
export function databaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // The socket of a server that is not running; any other file that is missing is a fault of its own.
  if (code === 'ENOENT') return syscall === 'connect';
  if (typeof code === 'string' && (AWAY_CODES.has(code) || AWAY_CLASSES.test(code))) return true;
  return AWAY_WORDS.test(error.message);
}

/** True for a transaction that was undone because two waited for each other. */
export const inDeadlock = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === '40P01';

/** True for a value that no row could hold (class 22): a NUL in a text, a number out of range. */
export function refusedAsData(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
}
