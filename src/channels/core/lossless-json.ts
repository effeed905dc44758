// SPDX-License-Identifier: AGPL-3.0-or-later

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

const asWritten: SourceReviver = (_key, value, { source }) =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && source !== undefined
    ? source
    : value;

/**
 * `JSON.parse` that keeps whole numbers too large for a double as the digits that were written: networks send ids so.
 * Throws SyntaxError.
 */
export function parseLossless(text: string): unknown {
  return JSON.parse(text, asWritten as (this: unknown, key: string, value: unknown) => unknown);
}
