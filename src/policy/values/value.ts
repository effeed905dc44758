// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Remark } from '../complaints.ts';
import { isMissing, MISSING, MISSING_WORDS, type Missing } from '../missing.ts';

/** What reading a value gives: the value, or what is wrong with it and where in the raw text. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly remark: Remark; readonly offset: number };

/** A kind of value: how a policy file writes it, both ways. `read(print(value))` gives the value back. */
export interface ValueKind<Value> {
  /** Italian, after «atteso». */
  readonly expected: string;
  read(raw: string): Reading<Value>;
  print(value: Value): string;
}

export const good = <Value>(value: Value): Reading<Value> => ({ ok: true, value });
export const bad = (remark: Remark, offset = 0): Reading<never> => ({ ok: false, remark, offset });

/** The same kind, where the source may be silent. */
export function orMissing<Value>(inner: ValueKind<Value>): ValueKind<Value | Missing> {
  const expected = `${inner.expected} oppure \`${MISSING_WORDS}\``;
  return {
    expected,
    read: (raw) => {
      if (raw === MISSING_WORDS) return good(MISSING);
      const reading = inner.read(raw);
      if (reading.ok || reading.remark.expected !== inner.expected) return reading;
      return bad({ ...reading.remark, expected }, reading.offset);
    },
    print: (value) => (isMissing(value) ? MISSING_WORDS : inner.print(value)),
  };
}
