// SPDX-License-Identifier: AGPL-3.0-or-later

// PostgreSQL's classes for «cannot answer now»: connection exceptions (08), resources (53), operator intervention (57).
const AWAY_CLASSES = /^(08|53|57)/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
const AWAY_WORDS =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** True when the database is not there at the moment, so that the same request may be repeated as it is. */
export function databaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (AWAY_CODES.has(code) || AWAY_CLASSES.test(code))) return true;
  return AWAY_WORDS.test(error.message);
}
