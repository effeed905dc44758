// SPDX-License-Identifier: AGPL-3.0-or-later

/** The outcome of something that may fail for reasons the caller must handle; thrown errors are for faults. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const fail = <Failure>(failure: Failure): Result<never, Failure> => ({ ok: false, failure });
